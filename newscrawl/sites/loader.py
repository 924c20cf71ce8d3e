"""Site files: strict TOML in, `Site` out, and back. Errors name the file and the key.

    institute = "…"                  who owns the site
    domains = ["example.ac.cn"]      hosts in scope
    [[listing]]                      one a channel: url, channel, rows, links, title, date, next
    [article]                        title, byline, author, source, date, body, breadcrumb, drop
    [[article.version]]              an older layout: the same keys, and its last day `until`

The file's stem is the site's id. The other keys stand in `newscrawl.sites.fields`.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from newscrawl.errors import SiteFileError, UsageError
from newscrawl.sites import fields
from newscrawl.sites.model import ArticleRules, ListingRules, Site
from newscrawl.text.urls import in_scope

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
_ID_RULE = (
    "1 to 64 letters (a-z, A-Z), digits, dots, dashes and underscores, the first a letter or digit"
)
_HOST_WORD = re.compile(r"[\w-]+(?:\.[\w-]+)*(?::\d{1,5})?")
_MOST_BYTES = 1 << 20
_FAR = date.max


def load_site(id_or_path: str | Path, home: str | Path | None = None) -> Site:
    """The site of a TOML file, or of an id whose file lies in `home`/sites.

    Raises SiteFileError for a file that breaks a rule, UsageError for an id that is unknown.
    """
    path = Path(id_or_path)
    if path.suffix == ".toml" or is_file(path):
        return _load(path)
    found = find_site(str(id_or_path), home)
    if found is None:
        raise UsageError(f"no site {str(id_or_path)!r} in {sites_folder(home)}: {_known(home)}")
    return found


def is_file(path: str | Path) -> bool:
    """Whether a file is there; False too for what is too long to be the name of one."""
    try:
        return Path(path).is_file()
    except (OSError, ValueError):
        return False


def find_site(id_: str, home: str | Path | None = None) -> Site | None:
    """The site with that id in `home`/sites, None where there is none. Raises SiteFileError."""
    if not _ID.fullmatch(id_):
        return None
    path = sites_folder(home) / f"{id_}.toml"
    return _load(path) if path.is_file() else None


def path_of(id_: str, home: str | Path | None = None) -> Path:
    """Where the file of a site lies, or will; UsageError for what cannot be the name of one."""
    if not _ID.fullmatch(id_):
        raise UsageError(f"{id_!r} cannot name a site: {_ID_RULE}")
    return sites_folder(home) / f"{id_}.toml"


def sites_folder(home: str | Path | None) -> Path:
    """Where the site files of a corpus lie."""
    return Path(home if home is not None else "corpus") / "sites"


def sites_for_url(url: str, sites: Iterable[Site]) -> list[Site]:
    """The sites that `url` may belong to: those that list it, else those whose domain it has."""
    inside = [site for site in sites if _covers(site, url)]
    listed = [site for site in inside if any(one.url == url for one in site.listings)]
    return listed or inside


def site_files(home: str | Path | None = None) -> list[Path]:
    """The site files of a corpus, by the ids that they are named for."""
    return sorted(sites_folder(home).glob("*.toml"), key=lambda path: path.stem)


def sites_at(url: str, home: str | Path | None = None) -> tuple[list[Site], list[SiteFileError]]:
    """The sites in `home`/sites that `url` may belong to; what is wrong with files passed over.

    Raises SiteFileError for a broken file that names the host: it may be the one that is meant.
    """
    sites, passed = [], []
    for path in site_files(home):
        try:
            sites.append(_load(path))
        except SiteFileError as error:
            if _may_cover(path, url):
                raise
            passed.append(error)
    return sites_for_url(url, sites), passed


def _may_cover(path: Path, url: str) -> bool:
    """Whether a broken file has a word that would cover `url` were it one of its domains."""
    try:
        text = path.read_bytes()[:_MOST_BYTES].decode("utf-8", "replace")
    except OSError:
        return True
    return in_scope(url, set(_HOST_WORD.findall(text)))


def _covers(site: Site, url: str) -> bool:
    hosts = site.domains or tuple(urlsplit(one.url).netloc for one in site.listings)
    return in_scope(url, hosts)


def _known(home: str | Path | None) -> str:
    names = [path.stem for path in site_files(home)]
    return f"there are {', '.join(names[:20])}" if names else "the folder holds no site file"


_TABLES = ("[[listing]]", "[article]", "[[article.version]]")  # what a file has beside its keys


def _load(path: Path) -> Site:
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise SiteFileError(f"{path}: cannot be read: {error.strerror or error}") from error
    if len(raw) > _MOST_BYTES:
        raise SiteFileError(f"{path}: larger than a site file can be")
    return parse_site(raw, path)


def parse_site(raw: bytes, path: Path) -> Site:
    """The site that a file's bytes describe; `path` names it in errors and gives the id."""
    if not _ID.fullmatch(path.stem):
        raise SiteFileError(f"{path}: the file's name must be {_ID_RULE}")
    try:
        data = tomllib.loads(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:  # a number of 5,000 digits is no TOML error
        told = str(error).partition(";")[0]
        raise SiteFileError(f"{path}: not a TOML file: {told}") from error
    listings = _tables(path, data, "listing")
    article = data.get("article", {})
    if not isinstance(article, dict):
        raise SiteFileError(f"{path}: article: must be a table, [article]")
    top = {key: value for key, value in data.items() if key not in ("listing", "article")}
    return Site(
        id=path.stem,
        **_checked(path, "", top, fields.SITE),
        listings=tuple(
            _listing(path, f"listing[{n}]", one) for n, one in enumerate(listings, start=1)
        ),
        articles=_articles(path, article),
        rules_sha256=hashlib.sha256(raw).hexdigest(),
    )


def _tables(path: Path, data: Mapping[str, Any], key: str, where: str = "") -> list[dict[str, Any]]:
    value = data.get(key, [])
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        raise SiteFileError(f"{path}: {where}{key}: must be tables, [[{where}{key}]]")
    return value


def _listing(path: Path, where: str, data: Mapping[str, Any]) -> ListingRules:
    return ListingRules(**_checked(path, f"{where}.", data, fields.LISTING, needed="url"))


def _articles(path: Path, data: Mapping[str, Any]) -> tuple[ArticleRules, ...]:
    """Every layout, the oldest first, today's last."""
    found = []
    for n, one in enumerate(_tables(path, data, "version", "article."), start=1):
        where = f"article.version[{n}]."
        found.append(ArticleRules(**_checked(path, where, one, fields.VERSION, needed="until")))
    today = {key: value for key, value in data.items() if key != "version"}
    if today:
        found.append(ArticleRules(**_checked(path, "article.", today, fields.ARTICLE)))
    return tuple(sorted(found, key=lambda rules: rules.until or _FAR))


def _checked(
    path: Path,
    where: str,
    data: Mapping[str, Any],
    checks: Mapping[str, fields.Check],
    needed: str = "",
) -> dict[str, Any]:
    """The values of a table, each checked; an unknown key is an error that names the known ones.

    It comes before one that is missing: most often that one is misspelt.
    """
    found = {}
    for key, value in data.items():
        if key not in checks:
            known = ", ".join((*checks, *("" if where else _TABLES)))
            raise SiteFileError(f"{path}: {where}{key}: is no key here (there are {known})")
        try:
            found[key] = checks[key](value)
        except ValueError as error:
            raise SiteFileError(f"{path}: {where}{key}: {error}") from error
    if needed and needed not in found:
        raise SiteFileError(f"{path}: {where}{needed}: is missing")
    return found
