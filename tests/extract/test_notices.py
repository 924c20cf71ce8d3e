"""What servers put in an article's place is none, however they word it; what writes of it is one."""

from __future__ import annotations

from itertools import product

import pytest

from newscrawl.extract.article import read_page
from newscrawl.extract.notices import notice_in
from newscrawl.items import ListingRef, Page

ROW = "海右测绘研究所召开年度工作会议"
HEAD = (
    "<div class=top>今天是2026年11月25日 星期三 <a href=/>设为首页</a></div><ul class=nav>"
    "<li><a href=/gk/>所况简介</a></li><li><a href=/xw/>新闻动态</a></li></ul>"
)
FOOT = "<div class=footer><p>版权所有 © 2003-2026 海右测绘研究所</p><p>邮编：250000</p></div>"
FRAMES = {"bare": "{}", "in the site's frame": HEAD + "{}" + FOOT}


def ended(inside: str, *, title: str = "海右测绘研究所", row: str | None = ROW) -> str:
    html = f"<html><head><title>{title}</title></head><body>{inside}</body></html>"
    listed = ListingRef(url="http://institute.example/xw/", title=row, date="2023-02-13")
    url = "http://institute.example/info/1024/5678.htm"
    return str(read_page(Page(url=url, body=html.encode(), listed=listed)).outcome)


GONE = """
抱歉，您要访问的页面已被删除|该页面可能已被移除、改名或暂时不可用|您要查看的内容已被删除或不存在|文章已删除|此信息已过期
您访问的页面走丢了|请求的资源不存在|未找到该页面|該頁面不存在|您要查看的頁面已移除|该内容已下架|此页面已失效|该稿件已撤稿
The page you are looking for doesn't exist.|Sorry, we couldn’t find that page.|This page isn't available.|Not Found
The requested URL was not found on this server.|The article you requested has been removed.|404|Nothing here
"""
RESTRICTED = """
您还没有登录，请先登录后再访问|该内容仅对会员开放，请登录后查看|对不起，该页面仅限校园网内访问|没有访问权限，请联系管理员
您的IP不在允许访问的范围内，请通过VPN访问|此栏目只对内网用户开放|You must be logged in to view this page.|请使用微信扫码登录
"""
BLOCKED = """
您的访问被拦截|很抱歉，由于您访问的URL有可能对网站造成安全威胁，您的访问被阻断。|您的访问过于频繁，请稍后再试|请完成人机验证
系统检测到您所在的网络发出异常流量|您的IP地址已被系统禁止访问|Sorry, you have been blocked|The requested URL was rejected.
Please verify you are a human|Access Denied|请拖动滑块完成验证
"""
BROKEN = """
服务器错误|数据库连接出错，请稍后访问|网站正在升级维护，请稍后访问|系统忙，请稍后再试|502 Bad Gateway|系统发生错误
Error establishing a database connection|该域名正在出售|您的浏览器版本过低，请升级浏览器后访问
"""


def each(said: str, outcome: str) -> list[tuple[str, str]]:
    return [(one, outcome) for line in said.strip().splitlines() for one in line.split("|")]


ELSEWHERE = {
    "soft_404": """
Diese Seite existiert leider nicht mehr.|Der Artikel wurde nicht gefunden.|Cette page est introuvable|L’article n’existe plus
La página que busca no existe|El contenido ya no está disponible en este sitio.|A página foi removida|La pagina non è stata trovata
Страница не найдена|Материал был удалён|お探しのページは見つかりませんでした。|요청하신 페이지를 찾을 수 없습니다.|De pagina is niet gevonden|Stránka nebyla nalezena|Sayfa bulunamadı
Sidan finns inte längre|Halaman yang Anda cari tidak ditemukan|指定的主题不存在或正在被审核|此信息暂不公开|We can’t seem to find that page.
""",
    "restricted": """
Bitte melden Sie sich an|Veuillez vous connecter|Contenu réservé aux abonnés|Debe iniciar sesión|Faça login para continuar
Только для зарегистрированных пользователей|ログインしてください|로그인이 필요합니다|Please choose your home institution|会员专区，普通用户无法浏览
""",
    "blocked": """
Bitte bestätigen Sie, dass Sie kein Roboter sind|Accès refusé|Acceso denegado|Доступ запрещён|正在验证您是否是真人
アクセスが拒否されました|접근이 차단되었습니다
""",
    "http_5xx": """
Es ist ein Fehler aufgetreten|Une erreur est survenue|Se ha producido un error|Произошла ошибка|エラーが発生しました
An error occurred while processing your request.|This account has been suspended.|请开启JavaScript并刷新该页
""",
}

MESSAGES = (
    each(GONE, "soft_404")
    + each(RESTRICTED, "restricted")
    + each(BLOCKED, "blocked")
    + each(BROKEN, "http_5xx")
    + [one for outcome, said in ELSEWHERE.items() for one in each(said, outcome)]
)


@pytest.mark.parametrize(("said", "outcome"), MESSAGES)
@pytest.mark.parametrize(("frame", "row"), list(product(FRAMES, (ROW, None))))
def test_a_servers_message_is_no_article(said: str, outcome: str, frame: str, row: str) -> None:
    inside = f"<div class=box><h2>{said}</h2><p><a href='/'>返回首页</a></p></div>"
    assert ended(FRAMES[frame].format(inside), row=row) == outcome


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize(
    ("inside", "outcome"),
    [
        ("<input name=u><input type=PASSWORD name=p>", "restricted"),
        ("<script>document.cookie='v=1;path=/';location.href='/a?n=1'</script>", "blocked"),
        ("<div class=g-recaptcha></div>", "blocked"),
        (
            "<script>document['coo'+'kie']='t='+f(81);setTimeout('location.reload()')</script>",
            "blocked",
        ),
        ("<script src=/app.js></script><div id=app></div>", "empty_body"),
        (
            "<p>愿您拥有愉快的一天，欢迎再次光临本站的其他栏目。</p><p>客服热线 400</p>",
            "not_article",
        ),
    ],
)
def test_so_is_a_page_built_like_one(inside: str, outcome: str, frame: str) -> None:
    assert ended(FRAMES[frame].format(inside)) == outcome


ARTICLES = {
    "关于统一身份认证平台登录方式调整的通知": "自2月15日起，用户名为工号，请各位同事及时登录修改密码。如无法登录，请联系信息中心。",
    "关于网站404错误页面整改情况的通报": "经检查，37个链接打开后提示“页面不存在”，请各部门于本月底前完成整改。",
    "信息中心处置一起服务器内部错误": "2月12日晚，所门户网站出现服务器内部错误，数据库连接失败，信息中心于次日凌晨恢复服务。",
    "关于校外访问图书馆电子资源的通知": "因系统升级，校外访问电子资源需通过新的WebVPN，仅限校内师生使用，请进行统一身份认证后登录。",
    "我所研制的人机验证系统通过验收": "该系统可识别机器人，防止恶意程序访问过于频繁，用户拖动滑块完成验证即可。",
    "招聘信息已下线说明": "原招聘公告因岗位调整，该信息已撤销，新公告将另行发布。",
    "停电通知": "因线路改造，一号楼8月17日停电一天，请相互转告。",
    "Access to the catalogue": "From 15 February you must be logged in to view it. The library gives out accounts.",
    "Notes on error pages": "Since Monday some pages answered 404 Not Found or Internal Server Error.",
}


@pytest.mark.parametrize("row", ["its title", "another title", None])
@pytest.mark.parametrize("title", ARTICLES)
def test_a_dated_article_about_such_things_is_one(title: str, row: str | None) -> None:
    inside = (
        f"<h1>{title}</h1><div>来源：信息中心 发布时间：2023-02-13</div>"
        f"<div class=content><p>{ARTICLES[title]}</p></div>"
    )
    named = title if row == "its title" else row
    assert ended(HEAD + inside + FOOT, title=f"{title}-海右测绘研究所", row=named) == "new"


def test_the_head_of_an_article_with_a_closed_door_under_it_is_restricted() -> None:
    inside = (
        f"<h1>{ROW}</h1><div>发布时间：2023-02-13</div><p>您当前ip并非校内地址，仅允许校内访问</p>"
    )
    assert ended(inside) == "restricted"


def test_what_day_it_is_is_no_date_of_an_article() -> None:
    body = f"<h1>{ROW}</h1><p>{'会议总结了全年的工作，并部署了下一年的任务。' * 4}</p>"
    html = f"<html><body>{HEAD}{body}{FOOT}</body></html>".encode()
    article = read_page(Page(url="http://institute.example/1.htm", body=html)).article
    assert article.date_published is None


def test_a_notice_is_a_sentence_and_no_paragraph() -> None:
    assert notice_in(["您访问的页面不存在"]) is not None
    assert notice_in(["改版后部分旧的链接可能会提示页面不存在，" * 3]) is None
