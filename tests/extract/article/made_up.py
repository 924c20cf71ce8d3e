"""Made-up article pages whose text is known: containers x surroundings x lengths, by seed."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

Parts = Sequence[str]

_WHO = [
    "研究室",
    "综合处",
    "试验站",
    "图书馆",
    "后勤处",
    "人事处",
    "学术委员会",
    "观测组",
    "实习队",
    "团委",
]
_DID = [
    "召开碰头会",
    "完成年度检修",
    "交付两台样机",
    "举办读书会",
    "迎来首批访客",
    "启用新的报告厅",
    "组织安全演练",
]
_SO = (
    "与会人员逐项核对了清单",
    "大家就下一步的分工交换了意见",
    "现场答疑持续了一个半小时",
    "有关数据将在月底前汇总上报",
    "参加活动的共有四十余人",
    "专家组认为方案可行、进度合理",
    "后续工作由牵头部门负责落实",
)
_HEADS = ["海右院", "北塘所", "青石站", "东岭中心", "西洲馆"]


def sentence(rng: random.Random, size: int) -> str:
    """A paragraph of about `size` characters that ends like one."""
    text = f"{rng.randint(1, 12)}月{rng.randint(1, 28)}日，{rng.choice(_HEADS)}{rng.choice(_WHO)}"
    text += rng.choice(_DID)
    while len(text) < size:
        text += rng.choice("，。；") + rng.choice(_SO)
    return text + "。"


def heading(rng: random.Random) -> str:
    """A title."""
    return f"{rng.choice(_HEADS)}{rng.choice(_WHO)}{rng.choice(_DID)}"


def _p(texts: Parts) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def _indented(texts: Parts) -> str:
    return "".join(f'<p style="text-indent:2em">　　{text}</p>' for text in texts)


def _word(texts: Parts) -> str:
    """Word's markup: a span for each run of letters, empty name-spaced elements."""
    runs = (
        text
        if "<" in text
        else f'<span style="font-family:仿宋">{text[: len(text) // 2]}</span>'
        f'<span lang="EN-US">{text[len(text) // 2 :]}<o:p></o:p></span>'
        for text in texts
    )
    return "".join(f'<p class="MsoNormal">{run}</p>' for run in runs)


def _breaks(texts: Parts) -> str:
    return "<br><br>".join(f"　　{text}" for text in texts)


# A container's kind -> how it holds its paragraphs; {} stands for what the template puts into it.
CONTAINERS: dict[str, Callable[[Parts], str]] = {
    "vsb": lambda texts: (
        '<div id="vsb_content_2"><div class="v_news_content">' + _indented(texts) + "</div></div>"
    ),
    "webplus": lambda texts: '<div class="wp_articlecontent">' + _word(texts) + "</div>",
    "trs": lambda texts: (
        "<div class=TRS_Editor><style>.TRS_Editor P{color:#000}</style>"
        + _indented(texts)
        + "</div>"
    ),
    "ucap": lambda texts: "<ucapcontent>" + _p(texts) + "</ucapcontent>",
    "wechat": lambda texts: (
        '<div class="rich_media_content" id="js_content">'
        + "".join(f"<section><section><span>{t}</span></section></section>" for t in texts)
        + "</div>"
    ),
    "zoom": lambda texts: '<div id="zoom">' + _breaks(texts) + "</div>",
    "content": lambda texts: '<div class="content">' + _p(texts) + "</div>",
    "breaks": lambda texts: '<div class="nr">' + _breaks(texts) + "</div>",
    "divs": lambda texts: (
        "<div class='xl_main'>" + "".join(f"<div>{text}</div>" for text in texts) + "</div>"
    ),
    "word": lambda texts: "<div class='txt'>" + _word(texts) + "</div>",
    "cell": lambda texts: (
        "<table width=700><tr><td class=nr>" + _breaks(texts) + "</td></tr></table>"
    ),
    "tables": lambda texts: (
        "<table><tr><td><table><tr><td>" + _p(texts) + "</td></tr></table></td></tr></table>"
    ),
    "custom": lambda texts: "<cms-text><cms-part>" + _p(texts) + "</cms-part></cms-text>",
    "spans": lambda texts: (
        "<div class='neirong'><span>" + "</span><br/><span>".join(texts) + "</span></div>"
    ),
    "sections": lambda texts: (
        "<section class='main-con'>"
        + "".join(f"<section><p>{text}</p></section>" for text in texts)
        + "</section>"
    ),
}


def _links(rng: random.Random, count: int) -> str:
    return "".join(
        f'<li><a href="/info/{rng.randint(1, 99)}/{rng.randint(1000, 9999)}.htm">{heading(rng)}</a>'
        f"<span>2023-0{rng.randint(1, 9)}-1{rng.randint(0, 9)}</span></li>"
        for _ in range(count)
    )


def _hot(rng: random.Random) -> str:
    return f'<div class="rd"><h3>热点新闻</h3><ul>{_links(rng, 8)}</ul></div>'


def _digest(rng: random.Random) -> str:
    """Neighbours with their first sentences: far more text than a short post has."""
    items = "".join(
        f'<div class="item"><h4><a href="/b/{n}.htm">{heading(rng)}</a></h4>'
        f"<p>{sentence(rng, 90)}……</p></div>"
        for n in range(4)
    )
    return f'<div class="col-side"><div class="hd">推荐阅读</div>{items}</div>'


def _cards(rng: random.Random) -> str:
    """The same without a word over them, in a list."""
    items = "".join(
        f'<li><a href="/b/{n}.htm"><img src="/s/{n}.jpg"></a><a href="/b/{n}.htm">{heading(rng)}</a>'
        f"<p>{sentence(rng, 70)}</p></li>"
        for n in range(5)
    )
    return f'<ul class="piclist">{items}</ul>'


def _about(rng: random.Random) -> str:
    """What the institute says of itself, on every page."""
    return f"<div class='intro'><h3>单位简介</h3><p>{sentence(rng, 120)}</p></div>"


def _comments(rng: random.Random) -> str:
    items = "".join(f"<li><b>网友{n}</b><p>{sentence(rng, 40)}</p></li>" for n in range(5))
    return f'<div id="comments"><h3>网友评论</h3><ul>{items}</ul></div>'


_AROUND: dict[str, Callable[[random.Random], str]] = {
    "neighbours": lambda rng: (
        f'<p>上一篇：<a href="/1.htm">{heading(rng)}</a></p>'
        f'<p>下一篇：<a href="/2.htm">{heading(rng)}</a></p>'
    ),
    "neighbours in a list": lambda rng: (
        f'<ul><li>上一条：<a href="/1.htm">{heading(rng)}</a></li>'
        f'<li>下一条：<a href="/2.htm">{heading(rng)}</a></li></ul>'
    ),
    "controls": lambda _: '<div>【<a href="#">打印</a>】【<a href="#">关闭</a>】</div>',
    "window": lambda _: '<div><a href="javascript:window.close()">【关闭窗口】</a></div>',
    "share": lambda _: (
        '<div class="bdsharebuttonbox"><a>QQ空间</a> <a>新浪微博</a> <a>微信</a></div>'
    ),
    "share words": lambda _: "<div>分享到：<a>微信</a><a>微博</a></div>",
    "code": lambda _: '<div><img src="/ewm.png"><p>扫一扫在手机打开当前页</p></div>',
    "related": lambda rng: f"<div><h4>相关新闻</h4><ul>{_links(rng, 5)}</ul></div>",
    "hot": _hot,
    "digest": _digest,
    "cards": _cards,
    "about": _about,
    "comments": _comments,
    "two links": lambda rng: f"<div><b>延伸阅读</b><ul>{_links(rng, 2)}</ul></div>",
    "form": lambda _: (
        "<form><div>我要评论</div><textarea></textarea><p>文明上网，理性发言</p><input></form>"
    ),
    "login": lambda _: (
        "<div class='login'>用户名：<input> 密码：<input> <a href='/r'>注册</a></div>"
    ),
    "back": lambda _: '<div class="fh"><a href="/xw/">返回列表</a> <a href="#">返回顶部</a></div>',
    "editor": lambda _: "<p>（责任编辑：翁怀远）</p>",
    "editors": lambda _: "<div>编辑：翁怀远 审核：鲁一鸣</div>",
    "copyright": lambda _: "<p>版权声明：本网注明来源的作品，未经授权不得转载。</p>",
    "counter": lambda _: "<div>点击次数：<span id='hits'>128</span></div>",
    "source": lambda _: "<p>来源：海右日报</p>",
}
# These stand between the byline and the text.
_BETWEEN = {
    "": "",
    "size": "<div>字号：<a>大</a> <a>中</a> <a>小</a></div>",
    "share row": "<div>分享到：<a>微信</a> <a>微博</a> <a>QQ空间</a></div>",
    "code box": "<div class='ewm'><img src='/ewm.png'>扫一扫，手机阅读</div>",
    "print row": "<div><a>打印</a> <a>收藏</a> <a>关闭</a></div>",
    "rule": "<hr>",
}
# These stand inside the container, behind the text, on many a page.
_INSIDE = ("neighbours", "controls", "share", "code", "related", "editor", "copyright", "source")
_BYLINES = (
    "发布时间：2023-02-13 来源：综合处 点击数：12",
    "作者：翁怀远 发布时间：2023年02月13日 浏览次数：",
    "2023-02-13 09:05 来源：综合处",
    "【发布日期：2023-02-13】 【作者：】 【字体：大 中 小】",
    "日期：2023-02-13",
    "<span>2023-02-13</span>",
    "",
)
# How title and byline are set; the byline may have a table of its own.
_TOPS = (
    "<h1>{title}</h1><div class='info'>{byline}</div>",
    "<h2>{title}</h2><p>{byline}</p>",
    "<div class='tit'>{title}</div><div>{byline}</div>",
    "<div class='top'><h3>{title}</h3><span>{byline}</span></div>",
    "<p align=center><b>{title}</b></p><p align=center>{byline}</p>",
    "<table><tr><td align=center>{title}</td></tr></table><table><tr><td>{byline}</td></tr></table>",
)
LENGTHS: dict[str, Callable[[random.Random], list[str]]] = {
    "a line": lambda rng: [sentence(rng, 18)],
    "three lines": lambda rng: [sentence(rng, 30) for _ in range(3)],
    "long": lambda rng: [sentence(rng, rng.randint(60, 200)) for _ in range(8)],
    "a notice": lambda rng: [
        "各部门：",
        sentence(rng, 60),
        "一、报名办法",
        sentence(rng, 40),
        "二、注意事项",
        sentence(rng, 40),
        "海右院综合处",
        "2023年2月13日",
    ],
    "bare words": lambda rng: [
        f"联系人 {rng.choice(_HEADS)}{rng.choice(_WHO)}",
        "电话 000-1234",
        sentence(rng, 20)[:-1],
    ],
    "files": lambda rng: [
        sentence(rng, 40),
        *(f'<a href="/u/{n}.docx">附件{n}：{heading(rng)}表.docx</a>' for n in (1, 2, 3)),
    ],
    "a picture": lambda _: ['<img src="/upload/1.jpg">'],
    "nothing": lambda _: [],
}


@dataclass(frozen=True)
class MadeUp:
    """A page, and what it prints."""

    html: str
    title: str
    body: str
    recipe: str


def make(seed: int, length: str, container: str) -> MadeUp:
    """One page: `length` of text in a `container`, among surroundings that the seed draws."""
    rng = random.Random(f"{seed}/{length}/{container}")
    texts, title = LENGTHS[length](rng), heading(rng)
    held = CONTAINERS[container](texts)
    inside = rng.sample(_INSIDE, rng.randint(0, 2))
    below = rng.sample(sorted(_AROUND.keys() - {"about"}), rng.randint(1, 5))
    # A text beside a post without one cannot be told from its own.
    side = rng.choice(("", "hot", "digest", "cards", "about" if len(texts) > 1 else ""))
    if inside:
        cut = held.rindex("</")
        held = held[:cut] + "".join(_AROUND[name](rng) for name in inside) + held[cut:]
    byline, between = rng.choice(_BYLINES), rng.choice(sorted(_BETWEEN))
    article = (
        rng.choice(_TOPS).format(title=title, byline=byline)
        + _BETWEEN[between]
        + held
        + "".join(_AROUND[name](rng) for name in below)
    )
    aside, before = _AROUND[side](rng) if side else "", rng.random() < 0.5
    html = (
        f'<html><head><meta charset="utf-8"><title>{title}-海右院</title></head><body>'
        f'<div class="header"><ul class="nav">{_links(rng, 6)}</ul></div>'
        f'<div class="dqwz">您的位置：<a href="/">首页</a> &gt; <a href="/xw/">新闻</a></div>'
        f"<div class='wrap'>{aside if before else ''}<div class='left'>{article}</div>"
        f"{'' if before else aside}</div>"
        '<div class="foot">版权所有：海右院 地址：海右路1号 邮编：100000 技术支持：网络室</div>'
        "</body></html>"
    )
    printed = [re.sub("<[^>]*>", "", text) for text in texts]
    recipe = f"{byline} | between {between} | inside {inside} | below {below} | side {side!r}"
    return MadeUp(html, title, "\n\n".join(filter(None, printed)), recipe)
