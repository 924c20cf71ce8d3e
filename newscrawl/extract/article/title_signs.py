"""What a line shows of itself that speaks for or against its being the title."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING

from newscrawl.extract.article.declared_title import MAX_CLAIM
from newscrawl.extract.lines import BOILERPLATE, Line
from newscrawl.text.labels import role_of
from newscrawl.text.whitespace import squash

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CLASS_HINT = re.compile(
    r"tit|headline|biaoti|heading|subject|(?:^|[\s_-])bt\d?(?:$|[\s_-])", re.IGNORECASE
)
_NOT_TITLE = re.compile(
    r"^(?:首页|当前位置|您的位置|您现在的位置|您所在的位置|位置|正文|新闻|打印|关闭|分享|搜索|登录|导航|菜单|欢迎|今天是|返回|更多|上一[篇条]|下一[篇条]|责任编辑|来源|作者|"
    r"原标题|扫一扫|第\s?\d{1,4}\s?期(?:\W|$)|Home|Menu|Search|Skip to)",
    re.IGNORECASE,
)
# 积分：8800: what boards say of who writes.
_COUNTER = re.compile(r"[\u4e00-\u9fff]{2,6}\s*[:：]\s*\d{1,9}")
# What lists of news are called: over an article it names the column, whatever <title> says.
_COLUMN_NAMES = """
    News, Latest news, News and events, Press, Press release, Press releases, Newsroom, Aktuelles, Nachrichten, Neuigkeiten, Presse, Pressemitteilung,
    Pressemitteilungen, Actualités, Actualité, Communiqué de presse, Communiqués de presse, Noticias, Actualidad, Nota de prensa, Notas de prensa,
    Notícias, Notizie, Comunicato stampa, Comunicati stampa, Nieuws, Nieuwsbericht, Persbericht, Persberichten, Nyheter, Nyheder, Pressmeddelande,
    Ajankohtaista, Uutiset, Tiedote, Tiedotteet, Aktualności, Aktuality, Tiskové zprávy, Hírek, Știri, Comunicat de presă, Новости, Пресс-релизы, Новини,
    Новина, Haberler, Duyurular, Νέα, Ανακοινώσεις, Δελτία τύπου, أخبار, الأخبار, اخبار, חדשות, समाचार, ข่าว, ข่าวประชาสัมพันธ์, Tin tức, Berita,
    お知らせ, ニュース, ニュースリリース, プレスリリース, 新着情報, トピックス, 報道発表資料, 보도자료, 공지사항, 소식, 새소식, 뉴스, 시정소식, 언론보도
"""
# What they are called in Chinese, where the title under them is another line.
_CHINESE_NAMES = """
    通知公告 公告通知 通知 公告 公示公告 公告公示 公示 新闻 新闻中心 新闻动态 新闻资讯 新闻公告 综合新闻 学院新闻 学校新闻 校园新闻 校内新闻
    院内新闻 医院新闻 公司新闻 企业新闻 集团新闻 图片新闻 部门新闻 要闻 学校要闻 学院要闻 时政要闻 集团要闻 工作动态 学院动态 学术动态 科研动态 党建动态 基层动态
    最新动态 动态 行业动态 学术活动 学术讲座 学术报告 学术交流 学术预告 讲座预告 媒体报道 媒体聚焦 媒体关注 政务公开 信息公开 政策法规 政策文件 规章制度 招标公告
    招标信息 招聘信息 人才招聘 招生信息 党建工作 党群工作 安全管理 科研进展 科研成果 公告栏 信息发布 信息动态 工作简报 详情 详细内容 新闻详情 文章详情 信息详情
    新闻内容 内容详情 详细信息 正文 文章内容 首页 网站首页
"""
_CHINESE_COLUMNS = frozenset(_CHINESE_NAMES.split())
# With the house's short name before it: 某院新闻.
_COLUMN_OF_HOUSE = re.compile("[\u4e00-\u9fff]{1,5}(?:新闻网?|要闻|动态|新闻中心|通知公告)")
_COLUMNS = frozenset(name.strip().casefold() for name in _COLUMN_NAMES.split(","))
_NOT_HERE = frozenset(
    ("nav", "footer", "comment", "related", "form", "logo", "player", BOILERPLATE)
)
_HEADING_SCORE = {0: 0, 1: 40, 2: 32, 3: 26, 4: 20, 5: 16, 6: 10}
_MAX_TITLE = 300
_PAIR = 2
_TITLE_LABELS = frozenset(
    [
        "제목",
        "件名",
        "題名",
        "題目",
        "タイトル",
        "标题",
        "標題",
        "title",
        "titel",
        "titre",
        "título",
        "titolo",
    ]
)
_LARGE = re.compile(
    r"font-size\s*:\s*(?:(?:1[89]|[2-5]\d)(?:\.\d+)?\s?px|(?:1[4-9]|[2-4]\d)(?:\.\d+)?\s?pt|x+-large)",
    re.IGNORECASE,
)
_SET_WITHIN = 3  # elements, each in the other, that may set the size of a line
_DATUM = 3  # words
_LITTLE, _BEGINNING = 5, 20  # letters that are no title, characters in which more of them stand
_HAN = re.compile(r"[\u3040-\u9fff]")
_LETTERS = re.compile(r"[^\W\d_]")
_HOME = frozenset(("/", "./", "../", "#", "index.htm", "index.html", "/index.htm", "/index.html"))


def may_be_title(line: Line) -> bool:
    """Whether a line could be a title at all: short, seen, no control, no meta line."""
    if line.kind != "text" or line.hidden or line.noise in _NOT_HERE:
        return False
    size = len(line.text)
    if not _LETTERS.search(line.text):
        return False
    endless = line.heading and size >= MAX_CLAIM
    if size < 2 or (size > _MAX_TITLE and not endless) or _is_no_title(line.text):
        return False
    return not any(label.role in ("published", "source", "views") for label in line.labels)


def _is_no_title(text: str) -> bool:
    return bool(_NOT_TITLE.match(text) or _COUNTER.fullmatch(text) or text.casefold() in _COLUMNS)


def is_column(text: str) -> bool:
    """Whether a text is what a list of news is called in Chinese."""
    name = text.replace(" ", "")
    return name in _CHINESE_COLUMNS or _COLUMN_OF_HOUSE.fullmatch(name) is not None


def signs_of(line: Line) -> float:
    """How much a line looks like a title, whatever is declared."""
    return line.answer(_sum_of_signs)


def _sum_of_signs(line: Line) -> float:
    return _HEADING_SCORE[line.heading] + sum(points for sign, points in _SIGNS if sign(line))


def is_called_title(element: HtmlElement | None) -> bool:
    """Whether an element calls itself a title."""
    if element is None:
        return False
    return _is_of_title(element.get("class") or "") or _is_of_title(element.get("id") or "")


@lru_cache(maxsize=4096)
def _is_of_title(name: str) -> bool:
    return _CLASS_HINT.search(name) is not None


def _is_centred(line: Line) -> bool:
    element = line.element
    return line.bold or element.tag == "center" or element.get("align") == "center"


def _is_large(line: Line) -> bool:
    """Whether a line is set bold, and larger than a text, by an element that all of it is in."""
    if line.heading or line.links or not line.bold:
        return False
    element = line.element
    for _ in range(_SET_WITHIN):
        if _LARGE.search(element.get("style") or ""):
            return True
        if len(element) != 1 or (element.text or "").strip():
            return False
        element = element[0]
    return False


def _links_home(line: Line) -> bool:
    """Whether the line is the link to the home page: a site's name in its header."""
    links = line.anchors if line.links else []
    return len(links) == 1 and (links[0].get("href") or "/").strip() in _HOME


def _is_told(line: Line) -> bool:
    """Whether the cell before a line's own says that it is the title: 제목, 件名."""
    if line.row is None:
        return False
    before = next(line.element.itersiblings("td", "th", preceding=True), None)
    return before is not None and squash(str(before.text_content())) in _TITLE_LABELS


def _is_datum(line: Line) -> bool:
    """Whether a line is the value of a cell beside it: of an index table, K1234567-8/2020-07."""
    if line.row is None or len(line.row) < _PAIR or _is_told(line):
        return False
    if len(line.text.split()) > _DATUM:
        return False  # a title beside a menu, where tables lay out the page
    if not _HAN.search(line.text):
        return line.element.getprevious() is not None
    before = next(line.element.itersiblings("td", "th", preceding=True), None)
    return before is not None and role_of(str(before.text_content())) is not None  # 部门： | 某处


def _says_little(line: Line) -> bool:
    """Whether a line has next to no letters, which its beginning tells of most."""
    beginning = line.text[:_BEGINNING]
    return len(squash(beginning)) < _LITTLE and len(squash(line.text)) < _LITTLE


# What a line shows of itself, and how much that speaks for or against a title. The weights were
# set on 290 labelled pages; what counts is their order, not their size.
_SIGNS: tuple[tuple[Callable[[Line], bool], float], ...] = (
    (lambda line: is_called_title(line.element), 18),
    (lambda line: is_called_title(line.element.getparent()), 8),
    (_is_centred, 6),
    (_is_large, 14),
    (lambda line: line.links * 10 > len(line.text) * 8, -45),
    (_links_home, -60),
    (_says_little, -40),
    (lambda line: len(line.text) > 90, -25),
    (lambda line: "。" in line.text, -40),
    (lambda line: line.text.startswith(("（", "(")) and line.text.endswith(("）", ")")), -40),
    (lambda line: line.text.startswith(("——", "--")), -30),
    (lambda line: line.text.count("|") + line.text.count("｜") > 1, -40),
    (_is_datum, -40),
    (_is_told, 40),
    (lambda line: "entry-title" in (line.element.get("class") or ""), 50),
)
