"""Whether a short page is the post or stands in its place. Without it notices are lost in silence."""

from __future__ import annotations

import pytest

from newscrawl.extract.article import Reading, read_page, verdict
from newscrawl.items import ListingRef, Outcome, Page
from newscrawl.text.whitespace import squash
from tests.extract.article.pages import URL, reading

HOLIDAY = "根据学校安排，图书馆元旦期间闭馆一天，请各位读者相互转告，预祝大家节日快乐，万事如意。"
DAY = "<p>发布时间：2023-02-13　来源：图书馆</p>"
LOGIN_BOX = "<form>用户名<input name=u>密码<input type=password></form>"
ROW = ListingRef(url="http://www.example.org/", title="元旦放假通知", date="2022-12-30")


def page(title: str, text: str, date: str = DAY, menu: str = "校外访问", more: str = "") -> str:
    head = f"<html><head><title>{title}-图书馆</title></head><body>"
    top = f"<div><a href=/>首页</a> <a href=/vpn>{menu}</a></div>{more}"
    return f"{head}{top}<h1>{title}</h1>{date}<div class=text><p>{text}</p></div></body></html>"


@pytest.mark.parametrize(
    "html",
    [
        page("元旦放假通知", HOLIDAY),
        page("校外访问系统升级通知", f"图书馆校外访问系统将于周五晚升级。{HOLIDAY}"),
        page("数据库开通试用", f"即日起开通试用，请使用校园网登录其主页。{HOLIDAY}"),
        page("关于访问问题的说明", f"有读者反映无权访问部分数据库，现已恢复。{HOLIDAY}"),
        page(
            "关于访问问题的说明", f"有读者看到“您没有访问权限”，现已恢复，请刷新后重试。{HOLIDAY}"
        ),
        page("系统故障公告", f"因服务器内部错误，系统繁忙的问题已经修复。{HOLIDAY}"),
        page("网站改版公告", f"部分网址显示页面不存在的问题已经修复。{HOLIDAY}"),
        page("元旦放假通知", HOLIDAY, more=LOGIN_BOX),
    ],
)
def test_a_short_notice_is_kept_whatever_stands_in_the_menu_and_whatever_it_is_about(
    html: str,
) -> None:
    assert reading(html).outcome is Outcome.NEW


def test_a_notice_without_a_date_is_kept_where_its_title_is_the_rows() -> None:
    assert (
        reading(page("元旦放假通知", HOLIDAY, "", more=LOGIN_BOX), listed=ROW).outcome
        is Outcome.NEW
    )
    assert (
        reading(page("登录", HOLIDAY, "", more=LOGIN_BOX), listed=ROW).outcome is Outcome.RESTRICTED
    )


def test_a_watching_script_on_a_page_that_is_shown_is_no_challenge() -> None:
    html = page(
        "元旦放假通知", HOLIDAY, "", more="<script src=/cdn-cgi/challenge-platform/a.js></script>"
    )
    assert reading(html, listed=ROW).outcome is Outcome.NEW
    assert (
        reading(html.replace("元旦放假通知", "Just a moment..."), listed=ROW).outcome
        is Outcome.BLOCKED
    )


@pytest.mark.parametrize(
    "said",
    [
        "您当前ip并非校内地址，该信息仅允许校内地址访问",
        "该信息仅限校内访问",
        "对不起，您没有访问权限！",
        "您无权访问该页面",
        "只允许校内用户浏览，校外用户请先登录VPN。",
    ],
)
@pytest.mark.parametrize("date", [DAY, ""])
def test_a_page_that_keeps_its_text_to_itself_is_restricted(said: str, date: str) -> None:
    assert reading(page("职称评审结果", said, date)).outcome is Outcome.RESTRICTED


@pytest.mark.parametrize(
    "said",
    [
        "此文章已被管理员删除。",
        "对不起，您访问的页面不存在！",
        "该信息已下线",
        "This article has been removed.",
    ],
)
def test_the_head_of_a_post_whose_text_was_taken_away_is_no_post(said: str) -> None:
    assert reading(page("职称评审结果", said)).outcome is Outcome.SOFT_404


def test_the_box_of_a_refusal_is_known_by_its_name() -> None:
    html = "<html><title>提示</title><body><div class=wp_error_msg>请稍候</div></body></html>"
    assert reading(html).outcome is Outcome.RESTRICTED


@pytest.mark.parametrize(
    ("html", "outcome"),
    [
        (page("出错了", "您访问的页面不存在", ""), Outcome.SOFT_404),
        (page("提示", "系统错误，请联系管理员处理，联系电话见首页下方。", ""), Outcome.HTTP_5XX),
        (
            page("提示", "Warning: mysql_connect(): refused in /www/a.php on line 3"),
            Outcome.HTTP_5XX,
        ),
        (page("请登录", "请输入用户名和密码。", "", more=LOGIN_BOX), Outcome.RESTRICTED),
    ],
)
def test_what_stands_in_a_posts_place_is_told(html: str, outcome: Outcome) -> None:
    assert reading(html).outcome is outcome


TODAY = "<div>今天是2026年11月26日 星期四</div><ul><li><a href=/>首页</a></li></ul>"


def bare(title: str, inside: str, row: str | None = None) -> Reading:
    """A page of a made-up institute without a date, and how it ended."""
    html = f"<html><head><title>{title}</title></head><body>{TODAY}{inside}</body></html>"
    listed = ListingRef(url="http://www.example.org/", title=row) if row else None
    return reading(html, listed=listed)


@pytest.mark.parametrize("said", ["欢迎您，远方的客人。", "本栏目由三号楼负责。", "Well, well."])
@pytest.mark.parametrize("row", ["元旦放假通知", None])
def test_a_sentence_with_neither_headline_nor_date_is_no_post_however_it_is_worded(
    said: str, row: str | None
) -> None:
    assert not bare("水文研究所", f"<div class=text>{said}</div>", row).keep


@pytest.mark.parametrize(
    ("title", "text"), [("讣告", "王守田同志于昨日逝世。"), ("简讯", "我所获先进称号。")]
)
@pytest.mark.parametrize("row", [True, False])
def test_a_line_under_a_headline_of_two_characters_is_a_post(
    title: str, text: str, *, row: bool
) -> None:
    inside = f"<h1>{title}</h1><div class=text>{text}</div>"
    page = bare(f"{title}-水文研究所", inside, title if row else None)
    assert (page.keep, page.article.title, page.article.body) == (True, title, text)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("内网访问权限开通说明", "未开通的用户没有权限查看内部文件。"),
        ("校外访问图书馆资源的方法", "校外用户请先登录，再打开数据库的网址。"),
        ("로그인 변경 안내", "다음 주부터 새 번호로 로그인하세요."),
        ("错误代码一览", "500：服务器内部错误；403：没有访问权限；404：页面不存在。"),
        ("New server", "We now run nginx/1.24 and no longer Apache/2.4."),
    ],
)
def test_a_dated_post_that_speaks_of_what_servers_say_is_about_that(title: str, text: str) -> None:
    assert reading(page(title, text)).outcome is Outcome.NEW


@pytest.mark.parametrize("name", ["", "<title>提示</title>"])
def test_a_wall_that_talks_at_length_is_no_post_under_its_rows_title(name: str) -> None:
    """It tells who asked, when and with what; nothing in it but its text may be an article's."""
    tells = "".join(
        f"<p>{kind}：{'Mozilla/5.0 (X11; Linux) ' * 5}</p>" for kind in ("环境", "特征")
    )
    html = f"<html>{name}<body><p>当前访问疑似黑客攻击，已被拦截。</p>{tells}</body></html>"
    listed = ListingRef(url="http://www.example.org/", title="元旦放假通知")
    assert reading(html, listed=listed).outcome is Outcome.BLOCKED


def test_comments_that_ask_to_log_in_stand_under_a_post() -> None:
    inside = f"<h1>简讯</h1><p>我所获先进称号。</p><p>请登录后发表评论</p>{LOGIN_BOX}"
    page = bare("简讯-水文研究所", inside, "简讯")
    assert page.keep
    assert "评论" not in page.article.body


@pytest.mark.parametrize("fetched", ["2026-11-26", "2026-12-24"])
@pytest.mark.parametrize("row", ["2022-12-30", "2026-11-26"])
def test_a_page_that_has_only_the_day_of_its_fetch_is_the_servers(fetched: str, row: str) -> None:
    said = "<h2>拦截</h2><p>时间：2026-11-26</p><p>触发了策略，编号一一八，请把编号告诉管理员。</p>"
    listed = ListingRef(url="http://www.example.org/", title="元旦放假通知", date=row)
    page = Page(url=URL, body=said.encode(), listed=listed, fetched_at=f"{fetched}T01:00:00Z")
    assert read_page(page).keep is (row == "2026-11-26" or fetched != "2026-11-26")


def test_what_only_its_headline_speaks_for_is_kept_and_doubted() -> None:
    inside = "<h1>Vaya</h1><div>Esa dirección no lleva a ninguna noticia de este sitio.</div>"
    page = bare("Vaya", inside)
    assert (page.keep, [one.code for one in page.article.issues][-1]) == (True, "little_text")
    assert "little_text" not in [one.code for one in bare("Vaya", inside, "Vaya").article.issues]


def test_a_poem_with_its_writer_is_no_message() -> None:
    inside = "<h1>Missing</h1><p>By Lou Fenn</p><p>page not found<br>the river<br>forgot</p>"
    assert bare("Missing", inside, "Missing").keep
    assert not bare("Missing", inside.replace("By Lou Fenn", ""), "Missing").keep


def test_what_day_it_is_is_no_text() -> None:
    assert bare("水文研究所", "").article.body == ""


def test_headings_that_never_close_are_not_folded_each_within_the_last(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A hundred of them hold one another: folding each took the square of the page's length."""
    folded: list[int] = []

    def counting(text: str) -> str:
        folded.append(len(text))
        return squash(text)

    monkeypatch.setattr(verdict, "squash", counting)
    words = "".join(f"<h2>第{n}号浮标检修记录已经归档" for n in range(100))
    html = f"<html><head><title>检修归档</title></head><body>{words}</body></html>"
    reading(html)
    assert folded
    assert sum(folded) < 3 * len(html)
