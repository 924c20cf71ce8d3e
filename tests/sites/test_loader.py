"""Site files: what is refused, by file and key, and that a written file loads to the same site."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscrawl.errors import SiteFileError, UsageError
from newscrawl.sites.lint import lint
from newscrawl.sites.loader import (
    find_site,
    load_site,
    parse_site,
    site_files,
    sites_at,
    sites_for_url,
)
from newscrawl.sites.model import ArticleRules, ListingRules, Site
from newscrawl.sites.writer import site_to_toml
from newscrawl.text.urls import host_of, in_scope

GOOD = """
institute = "某某研究所"
domains = ["example.ac.cn"]
family = "trs"
article_url = '/t\\d{8}_\\d+\\.html$'
[[listing]]
url = "https://www.example.ac.cn/xwzx/tpxw/"
channel = "图片新闻"
links = "ul.news-list a"
next = "a.next"
[article]
title = "h1"
byline = "p.info"
body = "#content p"
drop = [".share"]
[[article.version]]
until = 2020-06-30
body = "xpath://td[@class='old']"
"""


def parse(text: str, name: str = "demo.toml") -> Site:
    return parse_site(text.encode(), Path("sites") / name)


def test_good_file_is_read() -> None:
    site = parse(GOOD)
    assert site.id == "demo"
    assert site.institute == "某某研究所"
    assert site.listings[0].channel == "图片新闻"
    assert [rules.until for rules in site.articles] == [date(2020, 6, 30), None]
    assert site.articles[1].drop == (".share",)
    assert site.rules_sha256


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ('nonsense = "x"', "nonsense"),
        ("institute = 3", "institute"),
        ('institute = " "', "institute"),
        ('domains = "example.ac.cn"', "domains"),
        ('domains = ["http://example.ac.cn/"]', "domains"),
        ('domains = ["*.example.ac.cn"]', "domains"),
        ('family = "unknown"', "family"),
        ('zone = "Asia/Shanghai"', "zone"),
        ('date_order = "ydm"', "date_order"),
        ('delay = "2"', "delay"),
        ("delay = -1", "delay"),
        ("delay = true", "delay"),
        ('verify_tls = "no"', "verify_tls"),
        ("article_url = '('", "article_url"),
        ("article_url = '[[a]x]'", "article_url"),
        ('language = "chinese!"', "language"),
        ('listing = "https://www.example.ac.cn/"', "listing"),
        ('[[listing]]\nchannel = "x"', "listing[1].url"),
        ('[[listing]]\nurl = "www.example.ac.cn"', "listing[1].url"),
        ('[[listing]]\nurl = "ftp://www.example.ac.cn/"', "listing[1].url"),
        ('[[listing]]\nurl = "http://a.cn:99999/"', "listing[1].url"),
        ('[[listing]]\nurl = "http://a.cn/\\n"', "listing[1].url"),
        ('[[listing]]\nurl = "http://a.cn/"\nlinks = "ul >"', "listing[1].links"),
        ('[[listing]]\nurl = "http://a.cn/"\nlinks = "xpath://a["', "listing[1].links"),
        ('[[listing]]\nurl = "http://a.cn/"\nlink = "a"', "listing[1].link"),
        ('[article]\nbody = "#"', "article.body"),
        ('[article]\ndrop = ["p", "??"]', "article.drop"),
        ('article = "h1"', "article"),
        ('[[article.version]]\nbody = "p"', "article.version[1].until"),
        ('[[article.version]]\nuntil = "2020-01-01"', "article.version[1].until"),
    ],
)
def test_mistake_is_refused_by_file_and_key(text: str, key: str) -> None:
    with pytest.raises(SiteFileError) as caught:
        parse(text)
    assert str(caught.value).startswith(f"{Path('sites') / 'demo.toml'}: {key}: ")
    assert "\n" not in str(caught.value)


def test_a_table_that_is_none_is_answered_with_those_there_are() -> None:
    with pytest.raises(
        SiteFileError, match=r"extra: is no key here .*\[\[listing\]\], \[article\]"
    ):
        parse("[extra]\nnote = 'x'")


@pytest.mark.parametrize(
    "raw", [b"institute = ", b"\xff\xfe", b"a = [" * 2000, b"delay = " + b"7" * 5000]
)
def test_file_that_is_no_toml_is_refused(raw: bytes) -> None:
    with pytest.raises(SiteFileError, match=r"demo\.toml"):
        parse_site(raw, Path("demo.toml"))


def test_written_file_loads_to_the_same_site() -> None:
    site = parse(GOOD)
    again = parse(site_to_toml(site))
    assert replace(again, rules_sha256=None) == replace(site, rules_sha256=None)


PRINTABLE = st.text(st.characters(codec="utf-8"), min_size=1).filter(lambda text: text.strip())


@settings(max_examples=50)
@given(institute=PRINTABLE, channel=PRINTABLE, delay=st.floats(0, 3600))
def test_any_text_survives_writing(institute: str, channel: str, delay: float) -> None:
    listing = ListingRules(url="http://a.example/", channel=channel)
    rules = ArticleRules(boilerplate=(channel, institute), title="h1.a\\.b")
    site = Site(id="demo", institute=institute, delay=delay, listings=(listing,), articles=(rules,))
    assert replace(parse(site_to_toml(site)), rules_sha256=None) == site


def test_site_is_found_by_id_path_and_address(tmp_path: Path) -> None:
    folder = tmp_path / "sites"
    folder.mkdir()
    path = folder / "demo.toml"
    path.write_text(GOOD, "utf-8")
    assert load_site("demo", tmp_path) == load_site(path) == find_site("demo", tmp_path)
    site = load_site(path)
    assert sites_for_url("https://news.example.ac.cn/a/", [site]) == [site]
    assert sites_for_url("https://www.example.org/", [site]) == []


def test_site_files_come_by_their_ids(tmp_path: Path) -> None:
    (tmp_path / "sites").mkdir()
    for name in ("demo-2", "demo.x", "demo"):
        (tmp_path / "sites" / f"{name}.toml").write_text("")
    assert [path.stem for path in site_files(tmp_path)] == ["demo", "demo-2", "demo.x"]


def test_unknown_site_is_told_with_those_there_are(tmp_path: Path) -> None:
    (tmp_path / "sites").mkdir()
    (tmp_path / "sites" / "demo.toml").write_text(GOOD, "utf-8")
    with pytest.raises(UsageError, match="demo"):
        load_site("other", tmp_path)
    with pytest.raises(SiteFileError, match="cannot be read"):
        load_site(tmp_path / "missing.toml")


def test_lint_finds_what_will_break() -> None:
    text = """
domains = ["example.org"]
delay = 0
[[listing]]
url = "https://www.example.ac.cn/xwzx/"
rows = "body > div:nth-child(3) > div:nth-child(2) > ul > li"
[article]
title = "#vsb_content_501_u8812 h1"
"""
    keys = {finding.key for finding in lint(parse(text))}
    assert keys == {
        "institute", "delay", "listing[1].url", "listing[1].rows", "article.body", "article.title",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ("#list > table > tr > td a", False),  # a step is one, however it is written
        ("#list>table>tr>td a", False),
        ("#list > div > div > table > tr > td a", True),
        ("#list div div table tr td a", True),
    ],
)
def test_lint_counts_the_steps_of_a_selector(rows: str, told: bool) -> None:
    site = parse(GOOD.replace("ul.news-list a", rows))
    assert ["is a long chain" in one.text for one in lint(site)] == [True] * told


@pytest.mark.parametrize(("domain", "told"), [("cn", True), ("localhost", False), ("[::1]", False)])
def test_lint_tells_of_a_domain_that_holds_other_peoples_sites(domain: str, told: bool) -> None:
    site = parse(GOOD.replace('"example.ac.cn"', f'"example.ac.cn", "{domain}"'))
    assert ["takes every host" in one.text for one in lint(site)] == [True] * told


def test_lint_is_silent_on_a_good_file() -> None:
    assert lint(parse(GOOD)) == ()


@pytest.mark.parametrize(
    "selector",
    [
        *("u:ne.ws a", "a::first-letter", "a:nth-child(x)", "xpath://a[", "xpath://a[$x]"),
        *("xpath:document('file:///etc/passwd')", "xpath://a[re:test(., 'x')]", "xpath://a[f()]"),
    ],
)
def test_a_selector_that_nobody_can_follow_is_refused_by_name(selector: str) -> None:
    """Found by `benchmarks.fuzz sites`: an unknown pseudo-class ended in a traceback."""
    with pytest.raises(SiteFileError) as refused:
        parse_site(GOOD.replace('"ul.news-list a"', f'"{selector}"').encode(), Path("x.toml"))
    assert "links" in str(refused.value)


@pytest.mark.parametrize(
    "selector",
    [
        "xpath://a[contains(@class, 'document(1)') and not(self::b)]",
        "xpath://ul/li[position() mod 2 = 1]/descendant::text()",
        "xpath:normalize-space(//h1)",
    ],
)
def test_an_xpath_of_the_first_edition_is_taken(selector: str) -> None:
    raw = GOOD.replace('"ul.news-list a"', f'"{selector}"').encode()
    assert parse_site(raw, Path("x.toml")).listings[0].links == selector


def test_a_broken_file_of_another_site_is_passed_over_and_told(tmp_path: Path) -> None:
    folder = tmp_path / "sites"
    folder.mkdir()
    (folder / "other.toml").write_text('domains = ["other.example"\n', encoding="utf-8")
    (folder / "mine.toml").write_text('domains = ["example.ac.cn"]\n', encoding="utf-8")
    sites, passed = sites_at("https://www.example.ac.cn/xw/", tmp_path)
    assert [one.id for one in sites] == ["mine"]
    assert [str(error).partition(": ")[0] for error in passed] == [str(folder / "other.toml")]


@pytest.mark.parametrize(
    "text",
    [
        'domains = ["example.ac.cn"\n',
        'x = 1\n[[listing]]\nurl = "https://www.example.ac.cn/xw/"\n',
    ],
)
def test_a_broken_file_that_names_the_host_is_refused(text: str, tmp_path: Path) -> None:
    folder = tmp_path / "sites"
    folder.mkdir()
    (folder / "mine.toml").write_text(text, encoding="utf-8")
    with pytest.raises(SiteFileError, match="mine"):
        sites_at("https://www.example.ac.cn/xw/", tmp_path)


@pytest.mark.parametrize("pattern", ["a{9" + "9" * 40 + "}", "(" * 5000 + ")" * 5000])
def test_a_pattern_beyond_what_python_counts_is_refused_by_its_key(pattern: str) -> None:
    with pytest.raises(SiteFileError, match="article_url: not a regular expression"):
        parse(GOOD.replace("/t\\d{8}_\\d+\\.html$", pattern))


def test_a_chinese_host_name_is_kept_as_every_page_of_the_site_has_it() -> None:
    """As it is written no address was ever in its scope: each article ended as `external`."""
    site = parse('domains = ["例子.中国:8080"]\n[[listing]]\nurl = "http://例子.中国:8080/新闻/"')
    assert site.domains == ("xn--fsqu00a.xn--fiqs8s:8080",)
    assert site.listings[0].url == "http://xn--fsqu00a.xn--fiqs8s:8080/新闻/"


@pytest.mark.parametrize("url", ["http://[::1]:8080/a/", "http://[2001:db8::1]/a/"])
def test_a_host_that_is_a_number_can_be_in_scope(url: str) -> None:
    """What `site add` wrote of such a host could not be read again."""
    site = parse(site_to_toml(Site(id="demo", domains=(host_of(url),))))
    assert in_scope(url, site.domains)
