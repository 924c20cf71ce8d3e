"""Elements that are no article text, told by their tags and names alone."""

from __future__ import annotations

import re
from functools import lru_cache

_PART = re.compile(r"[-_]+")
_MOST_PARTS = 4

# Tags and names of what stands around an article, never in it; seen on institutes, portals and
# newspapers alike. A whole name counts, and the first and last part of a compound one for `_PARTS`.
_NOISE_TAGS = {
    "nav": "nav",
    "footer": "footer",
    "aside": "aside",
    "menu": "nav",
    "dialog": "dialog",
}
_NOISE_NAMES = {
    "nav": "nav navbar navigation menu submenu topnav mainnav crumb crumbs breadcrumb breadcrumbs sitemap",
    "footer": "footer foot copyright bottom",
    "share": "share sharing social bshare bdsharebuttonbox jiathis sharebox bdshare fenxiang addthis addtoany share-buttons social-share",
    "related": "related relate relevant recommend recommended recommendation hotnews hotlist xgxx xgwz xglj readmore related-articles "
    "more-news teaser teasers promo rdwz",
    "comment": "comment comments commentlist disqus reply replies pinglun respond",
    "tools": "toolbar tools print printpage pageturn prevnext prev-next pager pagination pagelink paging fontsize font-size qrcode ewm erweima",
    "ad": "ad ads advert advertisement adsense banner sponsor sponsored guanggao",
    "form": "login search searchbox subscribe newsletter signup cookie consent popup modal onetrust-consent-sdk",
    "aside": "sidebar side-bar rightside",
    "logo": "logo site-name site-title brand navbar-brand",
}
_PARTS = frozenset(
    [
        "nav",
        "footer",
        "share",
        "sharing",
        "related",
        "comment",
        "comments",
        "breadcrumb",
        "breadcrumbs",
        "sidebar",
        "newsletter",
        "recommend",
        "recommended",
        "recommendations",
        "onetrust",
        "cookie",
        "advert",
        "advertisement",
    ]
)
_REASON = {name: reason for reason, names in _NOISE_NAMES.items() for name in names.split()}
_REASON.update(recommendations="related", onetrust="form")
_NEVER_NOISE = frozenset(
    [
        "html",
        "body",
        "p",
        "span",
        "font",
        "td",
        "tr",
        "tbody",
        "table",
        "form",
        "article",
        "main",
        "h1",
        "h2",
        "h3",
        "strong",
        "b",
        "em",
        "i",
        "a",
    ]
)
# Names of wrappers round a whole page ("sidebar-right", "popup-root"): the article in it is none.
OUTER = frozenset(("aside", "form", "ad", "share", "related", "tools"))
_ROLES = frozenset(("navigation", "banner", "contentinfo", "search", "complementary", "dialog"))


@lru_cache(maxsize=8192)
def noise_of(tag: str, classes: str | None, ident: str | None, role: str | None) -> str | None:
    """Why an element is not article text, or None. Judged by its tag and its names only."""
    if tag in _NOISE_TAGS:
        return _NOISE_TAGS[tag]
    if role in _ROLES:
        return "nav"
    if tag in _NEVER_NOISE:
        return None
    for name in f"{classes or ''} {ident or ''}".lower().split():
        if name in _REASON:
            return _REASON[name]
        parts = _PART.split(name)
        for part in (parts[0], parts[-1]):
            if part in _PARTS and len(parts) <= _MOST_PARTS:
                return _REASON[part]
    return None
