"""Elements that are no article text, told by their tags and names alone."""

from __future__ import annotations

import re
from functools import lru_cache

from newscrawl.text.patterns import any_word

# The words of a name: more-news, more_news, MoreNews_root__x1Y2z (CSS modules).
_WORD = re.compile(r"[A-Z]{2,}(?![a-z])|[A-Z]?[a-z]+")
_MOST_WORDS = 6  # words of a class name that say what its element is

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
    "share": "share sharing social bshare bdsharebuttonbox jiathis sharebox bdshare fenxiang sharedaddy addthis addtoany share-buttons social-share",
    "related": "related relate relevant recommend recommended recommendation hotnews hotlist jp-relatedposts xgxx xgwz xglj readmore related-articles "
    "more-news morearticle more-article promo rdwz keywords tags taglist tag-list article-tags article-keywords post-tags",
    # A card that leads to another article, or (Germany) the sentences above the text.
    "teaser": "teaser teasers",
    "comment": "comment comments commentlist disqus reply replies pinglun respond",
    "tools": "toolbar tools digg newdigg print printpage pagenav pageturn prevnext prev-next pager pagination pagelink paging fontsize font-size qrcode ewm erweima",
    "ad": "ad ads adv advert advertisement adsense banner sponsor sponsored guanggao",
    "form": "login search searchbox subscribe newsletter signup cookie consent popup modal onetrust-consent-sdk",
    "aside": "sidebar side-bar rightside factbox infobox factsbox fact-box info-box",
    "logo": "logo site-name site-title brand navbar-brand",
    "unseen": "visually-hidden visuallyhidden visually_hidden sr-only screen-reader-text screenreader-text offscreen element-invisible",
}
# Words of compound names: those that tell as the first or the last one, and those that tell
# anywhere; what players show of themselves; and how a name begins that is a switch
# (enableVideoDocking, has-comments), not what it is for.
_TELLING = {
    "edge": "nav footer share sharing comment comments sidebar onetrust cookie advert advertisement tags keywords copyright",
    "anywhere": "breadcrumb breadcrumbs related recommend recommended recommendation "
    "recommendations teaser teasers newsletter newsletters outbrain taboola factbox infobox",
    "player": "audio player video videojs vjs",
    "switch": "enable disable has is no with without use show hide hidden toggle on",
}
_EDGE, _ANYWHERE, _PLAYER, _SWITCH = (frozenset(words.split()) for words in _TELLING.values())
_TOLD = _EDGE | _ANYWHERE | _PLAYER
_MAY_TELL = re.compile(any_word(_TOLD))
_REASON = {name: reason for reason, names in _NOISE_NAMES.items() for name in names.split()}
_UNSEEN = frozenset(_NOISE_NAMES["unseen"].split())
_REASON.update(
    recommendations="related",
    onetrust="form",
    newsletters="form",
    outbrain="related",
    taboola="related",
)
_REASON.update(dict.fromkeys(_PLAYER, "player"))
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
_WIDE = frozenset(("html", "body", "form", "article", "main", "table", "tbody"))
_TOP = frozenset(("h1", "h2", "h3"))
_LOGOS = frozenset(_NOISE_NAMES["logo"].split())
# Names of wrappers round a whole page ("sidebar-right", "popup-root"): the article in it is none.
OUTER = frozenset(("aside", "form", "ad", "share", "related", "teaser", "tools", "player"))
_ROLES = frozenset(("navigation", "banner", "contentinfo", "search", "complementary", "dialog"))


@lru_cache(maxsize=8192)
def noise_of(tag: str, classes: str | None, ident: str | None, role: str | None) -> str | None:
    """Why an element is not article text, or None. Judged by its tag and its names only."""
    if tag in _NOISE_TAGS:
        return _NOISE_TAGS[tag]
    if role in _ROLES:
        return "nav"
    if tag in _NEVER_NOISE:
        # Headings and words for those who do not see the page (h2.visually-hidden), and the site's
        # own name in a heading (h1.logo).
        names = (classes or "").lower().split() if tag not in _WIDE else ()
        if not _UNSEEN.isdisjoint(names):
            return "unseen"
        return "logo" if tag in _TOP and not _LOGOS.isdisjoint((*names, ident)) else None
    every = f"{classes or ''} {ident or ''}"
    # Most say nothing, which is seen of all of them at once.
    plain = every.lower()
    if _REASON.keys().isdisjoint(plain.split()) and not _MAY_TELL.search(plain):
        return None
    return next(filter(None, map(_reason, every.split())), None)


@lru_cache(maxsize=4096)
def _reason(name: str) -> str | None:
    """What one name says: as a whole, or by one of its words."""
    plain = name.lower()
    if plain in _REASON:
        return _REASON[plain]
    words = [word.lower() for word in _WORD.findall(name)]
    if _TOLD.isdisjoint(words) or len(words) > _MOST_WORDS or words[0] in _SWITCH:
        return None
    ends = (words[0], words[-1])
    told = (word for word in words if word in _TOLD and (word not in _EDGE or word in ends))
    return next((_REASON[word] for word in told), None)
