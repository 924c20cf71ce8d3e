"""`scrapy crawl news -a target=…` is held to the same manners as `newscrawl crawl`."""

from __future__ import annotations

from pathlib import Path

import pytest
from scrapy.settings import Settings

from newscrawl.cli import run
from newscrawl.errors import UsageError
from newscrawl.spiders.plan import from_arguments, jobs_of, say_notes
from newscrawl.text.contacts import has_contact

AWAY = "https://www.example.ac.cn/xwzx/"
HERE = "http://127.0.0.1:9/xwzx/"


def plan(home: Path, target: str, **settings: str) -> list[str]:
    found = from_arguments(Settings({"NEWSCRAWL_HOME": str(home), **settings}), {"target": target})
    found["session"].close()
    return [job.url for job in found["jobs"]]


@pytest.mark.parametrize("agent", ["newscrawl/1.0", None])
def test_a_host_elsewhere_is_not_asked_by_nobody(agent: str | None, tmp_path: Path) -> None:
    told = {"USER_AGENT": agent} if agent else {}
    with pytest.raises(UsageError, match="say who is asking"):
        plan(tmp_path / "corpus", AWAY, **told)
    assert not (tmp_path / "corpus").exists()


def test_a_contact_in_the_user_agent_is_enough(tmp_path: Path) -> None:
    assert plan(tmp_path, AWAY, USER_AGENT="newscrawl (+you@example.org)") == [AWAY]


def test_this_machine_may_be_asked_by_anybody(tmp_path: Path) -> None:
    assert plan(tmp_path, f"{HERE} {HERE}2") == [HERE, f"{HERE}2"]


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ("#top", ""),
        ("#", ""),
        ("?page=1#top", "?page=1"),
        ("#/news", "#/news"),
        ("#1205", "#1205"),
    ],
)
def test_a_place_on_the_page_makes_no_other_list_of_it(
    told: str, asked: str, tmp_path: Path
) -> None:
    assert plan(tmp_path, f"{HERE}{told}") == [f"{HERE}{asked}"]


def test_a_blank_that_was_copied_with_an_address_makes_no_other_list_of_it(tmp_path: Path) -> None:
    """`crawl "http://… "` walked the whole list again, as a second one."""
    assert [job.url for job in jobs_of(f" {HERE} \n", tmp_path)] == [HERE]


def test_a_target_that_is_named_twice_is_walked_once(tmp_path: Path) -> None:
    assert plan(tmp_path, f"{HERE} {HERE}") == [HERE]


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("DEFAULT_REQUEST_HEADERS", '{"X Y": "1"}', "'X Y' cannot be the name of a header"),
        ("DEFAULT_REQUEST_HEADERS", '{"": "1"}', "'' cannot be the name of a header"),
        ("DEFAULT_REQUEST_HEADERS", '{"X-信息": "1"}', "'X-信息' cannot be the name of a header"),
        ("DEFAULT_REQUEST_HEADERS", '{"X": "1\\nY: 2"}', "the value of X is not one line"),
        ("NEWSCRAWL_DELAY", "soon", "takes seconds from 0 on, not soon"),
        ("NEWSCRAWL_DELAY", "nan", "takes seconds from 0 on, not nan"),
        ("NEWSCRAWL_DELAY", "-1", "takes seconds from 0 on, not -1"),
    ],
)
def test_settings_that_no_request_can_follow_are_refused_in_one_line(
    name: str, value: str, told: str, tmp_path: Path
) -> None:
    """Each request failed, and the address was doubted; --fast sent the header as it was."""
    with pytest.raises(UsageError, match=told) as raised:
        plan(tmp_path / "corpus", HERE, **{name: value})
    assert len(str(raised.value).splitlines()) == 1
    assert not (tmp_path / "corpus").exists()


def test_headers_in_any_case_are_fine(tmp_path: Path) -> None:
    assert plan(tmp_path, HERE, DEFAULT_REQUEST_HEADERS='{"x-oDD": "1"}', NEWSCRAWL_DELAY="0.5")


def test_a_crawl_needs_a_target(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="target="):
        plan(tmp_path, "")


@pytest.mark.parametrize(
    ("text", "good"),
    [("you@example.org", True), ("https://example.org/us", True), ("me", False), ("a@b\n", False)],
)
def test_a_contact_is_a_mail_or_web_address(text: str, good: bool) -> None:
    assert has_contact(text) is good


def test_of_two_files_that_fit_an_address_one_is_used_and_a_line_says_which(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "sites"
    folder.mkdir()
    for name in ("old", "new"):
        (folder / f"{name}.toml").write_text('domains = ["example.ac.cn"]\n')
    jobs = jobs_of(AWAY, tmp_path)
    assert [job.site_id for job in jobs] == ["new"]
    assert capsys.readouterr().err == ""  # what is wrong with the rest may come first, and alone
    say_notes([*jobs, *jobs])
    told = capsys.readouterr().err
    assert told.startswith(f"newscrawl: the site files new and old all fit {AWAY}: new is used")
    assert told.count("\n") == 1


def test_what_is_wrong_is_the_only_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "sites"
    folder.mkdir()
    for name in ("old", "new"):
        (folder / f"{name}.toml").write_text('domains = ["example.ac.cn"]\n')
    assert run(["crawl", AWAY, "--contact", "a@b.example", "-o", "x.csv", "--home", str(tmp_path)])
    assert capsys.readouterr().err.count("newscrawl:") == 1


def test_a_site_whose_id_is_its_host_is_a_target(tmp_path: Path) -> None:
    """`site add` names a site by its host: without this its own advice cannot be followed."""
    folder = tmp_path / "sites"
    folder.mkdir()
    (folder / "example.ac.cn.toml").write_text(f'[[listing]]\nurl = "{AWAY}"\n')
    assert [(job.site_id, job.url) for job in jobs_of("example.ac.cn", tmp_path)] == [
        ("example.ac.cn", AWAY)
    ]
    with pytest.raises(UsageError, match=r"did you mean https://example\.edu"):
        jobs_of("example.edu", tmp_path)


@pytest.mark.parametrize(
    "target", ["gopher://example.ac.cn/", "ftp://example.ac.cn/", "http://[::1"]
)
def test_an_address_of_another_kind_is_refused_with_what_is_wanted(
    target: str, tmp_path: Path
) -> None:
    with pytest.raises(UsageError, match="an address is http://… or https://…"):
        jobs_of(target, tmp_path)


@pytest.mark.parametrize("login", ["alice:hunter2", "alice", ":hunter2"])
def test_an_address_with_a_login_is_refused_without_a_word_of_it(
    login: str, tmp_path: Path
) -> None:
    with pytest.raises(UsageError, match=r"http://…@example\.ac\.cn/ has a login in it") as refused:
        jobs_of(f"http://{login}@example.ac.cn/", tmp_path)
    assert "alice" not in str(refused.value)
    assert "hunter2" not in str(refused.value)


def test_an_at_sign_behind_the_host_is_no_login(tmp_path: Path) -> None:
    assert jobs_of("http://127.0.0.1/@news/", tmp_path)[0].url == "http://127.0.0.1/@news/"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("since", "yesterday"),
        ("max_pages", "all"),
        ("max_pages", "0"),
        ("recheck", "-1"),
        ("full", "perhaps"),
        ("fulll", "1"),
    ],
)
def test_an_argument_that_cannot_be_read_is_named_before_anything_is_made(
    name: str, value: str, tmp_path: Path
) -> None:
    settings = Settings({"NEWSCRAWL_HOME": str(tmp_path / "corpus")})
    with pytest.raises(UsageError, match=f"-a {name}"):
        from_arguments(settings, {"target": HERE, name: value})
    assert not (tmp_path / "corpus").exists()


def test_scrapys_own_command_is_recorded_with_its_arguments(tmp_path: Path) -> None:
    settings = Settings({"NEWSCRAWL_HOME": str(tmp_path)})
    given = {"target": HERE, "max_pages": "2", "_job": "scrapyd's"}
    found = from_arguments(settings, given)
    found["session"].close()
    assert found["options"].max_pages == 2
    assert found["session"].command.startswith(f"scrapy crawl news -a target={HERE} -a max_pages=2")


def test_a_chinese_host_name_is_one_with_the_name_that_its_links_lead_to(tmp_path: Path) -> None:
    """Every article was told to be on another host."""
    (job,) = jobs_of("http://例子.中国/xwzx/", tmp_path)
    assert job.url == "http://xn--fsqu00a.xn--fiqs8s/xwzx/"
    assert "http://xn--fsqu00a.xn--fiqs8s/info/1.htm" in job.scope


@pytest.mark.parametrize(
    "url",
    [
        *(
            f"http://{'例' * 80}.中国/",
            "http://www example.cn/",
            "http://*.example.cn/",
            "http://[::1",
        ),
        *(
            "http://example.cn:99999/",
            f"http://example.cn/{'a' * 9000}",
            "http://example.cn/\udcff",
        ),
    ],
)
def test_what_no_request_can_be_made_for_is_refused(url: str, tmp_path: Path) -> None:
    """A byte that is no character ended in a traceback, others as a failure of the network."""
    with pytest.raises(UsageError, match="cannot be crawled"):
        jobs_of(url, tmp_path)


def test_a_name_too_long_for_a_file_is_no_site(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no site"):
        jobs_of("a" * 5000, tmp_path)
