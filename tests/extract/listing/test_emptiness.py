"""What stands in a list's place is told by what it says. Without it all are "no list"."""

from __future__ import annotations

import pytest

from newscrawl.extract.listing import extract_listing
from newscrawl.extract.listing.model import Instead
from newscrawl.sites.model import ListingRules, Site

URL = "http://www.example.ac.cn/xw/"
MENU = "<div class='top'><a href='/'>首页</a><a href='/gk/'>概况</a><a href='/login'>登录</a></div>"
APP = "<div id='app'></div><script src='/js/app.js'></script>"
HOT = "<ul>" + "".join(
    f"<li><a href='/xw/202401/t2024010{n}_{n}.html'>北麓所完成第{n}次野外冻土巡测</a>"
    f"<span>2024-01-0{n}</span></li>"
    for n in range(1, 8)
) + "</ul>"  # fmt: skip


def instead(body: str, title: str = "新闻") -> Instead | None:
    html = f"<html><head><title>{title}</title></head><body>{body}</body></html>"
    return extract_listing(html.encode(), URL).instead


def of_answer(text: str) -> Instead | None:
    return extract_listing(text.encode(), URL, content_type="application/json").instead


FILES = "<h1>Index of /xw</h1><pre><a href='../'>../</a>\n" + "".join(
    f"<a href='2024010{n}.html'>2024010{n}.html</a>   2024-01-0{n} 10:1{n}   4.2K\n"
    for n in range(1, 8)
) + "</pre>"  # fmt: skip


@pytest.mark.parametrize(
    "title",
    [
        *("Index of /xw", "Index of /", "Directory listing for /xw/", "Directory: /xw/"),
        *("Directory Listing For [/xw/]", "www.example.ac.cn - /xw/", "127.0.0.1:8080 - /"),
    ],
)
def test_a_folder_that_the_server_lists_is_no_list_of_articles(title: str) -> None:
    """Its days are those of the files; records would have them for days of publication."""
    assert instead(FILES, title) is Instead.FOLDER


def test_a_folder_of_articles_is_read_by_a_site_file_that_names_its_links() -> None:
    site = Site(id="demo", listings=(ListingRules(url=URL, links="pre a[href$=html]"),))
    html = f"<html><head><title>Index of /xw</title></head><body>{FILES}</body></html>"
    listing = extract_listing(html.encode(), URL, site=site)
    assert (listing.instead, len(listing.items)) == (None, 7)


@pytest.mark.parametrize(
    "title", ["Index of /k in water - News", "Index of refraction", "新闻 - /要闻/"]
)
def test_a_list_that_is_called_nearly_so_is_one(title: str) -> None:
    assert instead(HOT, title) is None


@pytest.mark.parametrize(
    ("body", "title", "expected"),
    [
        (f"{MENU}<p>请登录后查看本栏目。</p>", "提示", Instead.LOGIN),
        (f"{MENU}<h3>微信扫码登录</h3><p>请扫码登录后查看</p>", "提示", Instead.LOGIN),
        (APP, "用户登录", Instead.LOGIN),
        ("<script>alert('请先登录！');history.back();</script>", "", Instead.LOGIN),
        (f"{MENU}<p>本栏目仅限校园网内用户访问。</p>", "提示", Instead.CAMPUS),
        ("<script>alert('该栏目不存在或已关闭');history.go(-1)</script>", "", Instead.GONE),
        (f"{MENU}<p>您访问的页面不存在。</p><h3>最新</h3>{HOT}", "页面不存在", Instead.GONE),
        ("<h1>网站正在升级维护中</h1><p>预计20日恢复。</p>", "系统维护", Instead.BROKEN),
        ("<h1>Error establishing a database connection</h1>", "Error", Instead.BROKEN),
        ("<h1>HTTP Status 500</h1><pre>java.lang.NullPointerException</pre>", "", Instead.BROKEN),
        ("<h1>Welcome to nginx!</h1>", "Welcome to nginx!", Instead.BROKEN),
        (f"{MENU}<p>您的请求已被网站防火墙拦截</p>", "提示", Instead.CHALLENGE),
        (f"{MENU}<table><tr><td>没有找到匹配的记录</td></tr></table>", "新闻", Instead.NO_ENTRIES),
        (f"{MENU}<p>暂无数据</p>{APP}", "新闻", Instead.NO_ENTRIES),
        (f"{MENU}<p>加载中...</p>{APP}", "新闻", Instead.DRAWN),
        (f"<noscript>Please enable JavaScript to continue.</noscript>{APP}", "", Instead.DRAWN),
        (f"{MENU}<a href='/s'>Sign in</a>{APP}", "News", Instead.DRAWN),
        (f"{MENU}<p>本所研究冻土，欢迎来访。</p>", "概况", Instead.OTHER),
        (f"{MENU}{HOT}", "新闻", None),
    ],
)
def test_a_page_without_rows_is_what_it_says(
    body: str, title: str, expected: Instead | None
) -> None:
    assert instead(body, title) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"total":0}', Instead.NO_ENTRIES),
        ("[]", Instead.NO_ENTRIES),
        ('{"code":0,"data":{"list":[]}}', Instead.NO_ENTRIES),
        ('{"code":200,"msg":"success","rows":[],"total":0}', Instead.NO_ENTRIES),
        ('{"success":true,"data":{"records":[],"pages":0}}', Instead.NO_ENTRIES),
        ('{"code":1,"message":"参数错误"}', Instead.ERROR),
        ('{"success":false,"data":[]}', Instead.ERROR),
        ('{"error":"bad channel"}', Instead.ERROR),
        ('{"code":500,"msg":"系统异常","data":null}', Instead.BROKEN),
        ('{"code":401,"msg":"请先登录"}', Instead.LOGIN),
        ('{"code":403,"msg":"没有权限访问"}', Instead.LOGIN),
        ('{"status":404,"error":"Not Found"}', Instead.GONE),
        ("{}", Instead.BLANK),
        ("null", Instead.BLANK),
        ('{"name":"x"}', Instead.OTHER),
        ('[{"id":1}]', Instead.OTHER),
    ],
)
def test_an_answer_without_rows_is_an_empty_list_or_an_error(text: str, expected: Instead) -> None:
    assert of_answer(text) is expected


def test_files_without_a_day_are_no_list() -> None:
    """They are the attachments of a notice, or downloads."""
    files = "".join(f"<p><a href='/f/{n}.doc'>附件{n}：汇总表格式样本</a></p>" for n in range(4))
    page = f"{MENU}<h1>关于报送总结的通知</h1><p>请于月底前报送。</p>{files}"
    assert instead(page, "关于报送总结的通知") is Instead.FILES


def test_an_article_in_parts_is_an_article_though_a_pager_stands_below_it() -> None:
    text = (
        "<p>　　清晨，巡测队沿着河谷出发，逐点记录冻土的温度与含水量，直到傍晚才返回营地。</p>" * 6
    )
    pager = (
        "<div><a href='t1.html'>1</a><a href='t1_2.html'>2</a><a href='t1_2.html'>下一页</a></div>"
    )
    info = "<p>发布时间：2024-08-14 作者：翁怀远</p>"
    assert instead(f"{MENU}<h1>守望冻土</h1>{info}{text}{pager}", "守望冻土") is Instead.ARTICLE
