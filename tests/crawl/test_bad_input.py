"""What stands at a wrong address is said in one line, with what to do and the right exit code."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from newscrawl.demo import Institute, serve
from newscrawl.demo.model import Response
from newscrawl.store import Session
from tests.crawl.conftest import Crawl
from tests.crawl.test_doors import having, institute

pytestmark = pytest.mark.slow

LOGIN = "<title>统一身份认证</title><h2>用户登录</h2><form><input type=password></form>"
CAMPUS = "<title>提示</title><p>您当前ip并非校内地址，该信息仅允许校内地址访问</p>"
SHELL = "<title>新闻</title><div id=app></div><script src=a.js></script>"
NOTHING = "<title>通知</title><a href=/>首页</a><h2>通知</h2><ul></ul><p>暂无数据</p>"
ABOUT = "<title>某所</title><p>本所研究低温计量，欢迎来访，地址在某市某路。</p>"
EMPTY_FEED = "<rss version='2.0'><channel><title>新闻</title></channel></rss>"


def answer(html: str, status: int = 200, **headers: str) -> Response:
    kind = headers.pop("kind", "text/html; charset=utf-8")
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Response(status=status, headers={"Content-Type": kind, **named}, body=html.encode())


PAGES = {
    "/a.pdf": answer("%PDF-1.4 x", kind="application/pdf"),
    "/pic.png": answer("\x89PNG", kind="image/png"),
    "/login": answer(LOGIN),
    "/to-login": answer("", 302, Location="/cas/login?service=x"),
    "/cas/login": answer(LOGIN),
    "/login-by-script": answer("<html><script>location.href='/sso'</script></html>"),
    "/sso": answer(
        "<title>统一身份认证平台</title><form><input name=u><input type=password></form>"
    ),
    "/campus": answer(CAMPUS),
    "/wall": answer("<script>$_ts.cd='x'</script>", 202),
    "/403": answer("no", 403),
    "/shell": answer(SHELL),
    "/blank": answer(""),
    "/none": answer(NOTHING),
    "/feed.xml": answer(EMPTY_FEED, kind="application/rss+xml"),
    "/soft404": answer("<title>出错了</title><h1>您访问的页面不存在</h1>"),
    "/upkeep": answer("<title>某所</title><p>网站维护中，请稍后访问</p>"),
    "/about": answer(ABOUT),
    "/away": answer("", 302, Location="http://www.elsewhere.example/"),
    "/500": answer("oops", 500),
    "/dead-frame": answer("<title>年报</title><iframe src='/viewer.html?file=a.pdf'></iframe>"),
    "/sent-home": answer("", 302, Location="/"),
    "/login-is-gone": answer("<script>location.href='/cas/login?service=y'</script>"),
    "/api-error": answer('{"code":1,"msg":"参数错误"}', kind="application/json"),
    "/api-none": answer('{"code":0,"data":{"total":0,"rows":[]}}', kind="application/json"),
}


@pytest.mark.parametrize(
    ("path", "code", "what", "advice"),
    [
        ("/a.pdf", 2, "a PDF", "the page that lists the articles"),
        ("/pic.png", 2, "image", "the page that lists the articles"),
        ("/login", 5, "a login page", "anybody can read"),
        ("/to-login", 5, "sent to the login", "anybody can read"),
        ("/sso", 5, "a login page", "anybody can read"),
        ("/login-by-script", 5, "a login page", "anybody can read"),
        ("/campus", 5, "own network", "anybody can read"),
        ("/wall", 5, "Ruishu", "ask the site's owner"),
        ("/403", 5, "forbidden", "ask the site's owner"),
        ("/shell", 2, "a script draws them", "--js"),
        ("/blank", 2, "without a body", "copy its address"),
        ("/soft404", 2, "does not exist", "copy its address"),
        ("/about", 2, "no list of articles", "copy its address"),
        ("/nowhere", 2, "404", "copy its address"),
        ("/away", 2, "www.elsewhere.example", "the address it leads to"),
        ("/500", 1, "500", "try again later"),
        ("/upkeep", 1, "out of order", "try again later"),
        ("/dead-frame", 2, "viewer.html?file=a.pdf, to which it leads: 404", "copy its address"),
        ("/sent-home", 2, "home page", "copy its address"),
        ("/login-is-gone", 5, "login", "anybody can read"),
        ("/api-error", 2, "an error", "developer tools"),
        ("ARTICLE", 2, "an article", "newscrawl extract http"),
    ],
)
def test_what_is_no_list_is_said_in_one_line(
    path: str, code: int, what: str, advice: str, crawl: Crawl
) -> None:
    made = having(institute(), {}, PAGES)
    with serve(made) as server:
        ran = crawl(server.base + path.replace("ARTICLE", next(iter(made.truth))))
    assert (ran.code, ran.err.count("\n")) == (code, 1), ran.err
    assert what in ran.err
    assert advice in ran.err
    assert ran.home.exists() == (code != 2), "a wrong address leaves no corpus behind"


def test_an_address_at_which_nobody_answers_leaves_no_corpus(crawl: Crawl, tmp_path: Path) -> None:
    home = tmp_path / "new" / "corpus"
    ran = crawl("http://127.0.0.1:1/news/", home=home)
    assert (ran.code, ran.err.count("\n")) == (1, 1), ran.err
    assert "is the address right?" in ran.err
    assert not home.parent.exists()


def test_a_wrong_address_takes_nothing_that_was_there_away(crawl: Crawl, tmp_path: Path) -> None:
    kept = tmp_path / "corpus" / "sites" / "mine.toml"
    kept.parent.mkdir(parents=True)
    kept.write_text('institute = "研究所"\n', encoding="utf-8")
    with serve(institute()) as server:
        ran = crawl(f"{server.base}/nowhere")
        assert (ran.code, sorted(ran.home.rglob("*"))) == (2, [kept.parent, kept])
        crawl(server.url, "--max-pages", "1")
        assert crawl(f"{server.base}/nowhere").code == 2
    assert len(list((ran.home / "runs").glob("*.json"))) == 2, "a corpus that is one tells each run"


def test_a_wrong_address_names_no_site(crawl: Crawl, tmp_path: Path) -> None:
    """It stood in the ledger under its host, and the site's own records were called so."""
    with serve(institute()) as server:
        crawl(server.url, "--max-pages", "1", home=tmp_path / "other")
        folder = tmp_path / "corpus" / "sites"
        folder.mkdir(parents=True)
        made = f'domains = ["127.0.0.1"]\n[[listing]]\nurl = "{server.url}"\n'
        (folder / "mine.toml").write_text(made, encoding="utf-8")
        with closing(Session(tmp_path / "corpus", command="", version="")) as session:
            session.target(urlsplit(server.url).netloc, f"{server.base}/nowhere")
            session.flush()
        ran = crawl("mine", "--max-pages", "1")
    assert {target["site"] for target in ran.report["targets"]} == {"mine"}, ran.err


@pytest.mark.parametrize("path", ["/none", "/feed.xml", "/api-none"])
def test_an_empty_list_is_complete(path: str, crawl: Crawl) -> None:
    with serve(having(institute(), {}, PAGES)) as server:
        ran = crawl(server.base + path)
    assert (ran.code, ran.err) == (0, "")


@pytest.mark.parametrize("page", [answer("no", 404), answer(NOTHING), answer(ABOUT)])
def test_a_list_that_was_walked_before_and_is_none_any_more_is_drift(
    page: Response, crawl: Crawl
) -> None:
    made = institute()
    with serve(made) as server:
        crawl(server.url, "--max-pages", "1")
        server.institute = _with(made, page)
        ran = crawl(server.url)
    assert (ran.code, ran.err.count("\n")) == (4, 1), ran.err


def test_a_site_that_is_down_for_a_day_is_no_new_layout(crawl: Crawl) -> None:
    made = institute()
    with serve(made) as server:
        crawl(server.url, "--max-pages", "1")
        server.institute = _with(made, PAGES["/upkeep"])
        ran = crawl(server.url)
    assert (ran.code, ran.err.count("\n")) == (1, 1), ran.err
    assert "try again later" in ran.err


@pytest.mark.parametrize("beside", ["/403", "/500", "/a.pdf", ""])
def test_drift_is_told_whatever_else_the_run_met(beside: str, crawl: Crawl) -> None:
    """An operator's other sites must not hide that one of them was built anew."""
    made = institute()
    with serve(having(made, {}, PAGES)) as server:
        crawl(server.url, "--max-pages", "1")
        server.institute = _with(server.institute, answer(ABOUT))
        ran = crawl(server.url, server.base + (beside or made.listings[1]))
    assert ran.code == 4, ran.err


def _with(made: Institute, page: Response) -> Institute:
    return replace(made, pages={**made.pages, made.listing: page})
