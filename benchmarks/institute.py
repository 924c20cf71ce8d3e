"""A made-up institute on disk, pages of 30 to 50 KB, every second one in GBK, and its truth.

`/all/` lists every article, `/few/` every tenth (for contenders that would take an hour),
`/none/` none (for the cost of starting up). Written page by page: the process that measures must
stay small, because a child's peak memory is never less than its parent's at its start.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from pathlib import Path

PER_PAGE = 20
FEW = 10  # every tenth article is on the short list
NAME = "东湖极地工程研究所"
SITE_FILE = """\
institute = "{name}"
domains = ["127.0.0.1"]

[article]
title = "h1.arti-title"
byline = "div.arti-metas"
body = "div.wp-text"
breadcrumb = "div.position"
"""

_SUBJECTS = (
    "课题组 研究团队 重点实验室 青年科技人员 工程中心 联合考察队 所学术委员会 观测站".split()
)
_VERBS = "完成了 验证了 系统讨论了 提出了 顺利启动了 建立了 改进了 公布了".split()
_OBJECTS = (
    "新一代低温材料的疲劳试验 高纬度海冰厚度的反演方法 深冰芯钻取装备的样机 极区通信中继的组网方案 "
    "冻土路基沉降的长期观测 低温电池组的循环寿命模型 科考站能源系统的优化运行 冰下湖取样的无菌流程"
).split()
_ENDS = (
    "为后续的外场工作打下了基础 得到了与会专家的肯定 相关数据已向合作单位开放 误差较上一轮下降了三成 "
    "计划在明年春天进入第二阶段 现场连续运行超过四百小时 成果将用于新站的建设 参与人员来自九个单位"
).split()
_TITLES = (
    "召开年度总结会 取得重要进展 举行揭牌仪式 赴基层开展调研 通过项目验收 发布观测报告".split()
)
_SURNAMES = "赵钱孙李周吴郑王冯陈蒋沈韩杨朱秦许何吕施"
_GIVEN = "明华建国志强丽文海涛雪松晓峰静怡思远博宁雨桐子航"
_SOURCES = "科研处 党委办公室 综合办公室 极地工程中心 国际合作处".split()
_COLUMNS = "首页 所况介绍 机构设置 科研成果 人才队伍 研究生教育 国际交流 党群园地 科学传播 信息公开".split()


@dataclass(frozen=True, slots=True)
class Told:
    """What a right record of one article says; `body` has one paragraph a line."""

    path: str
    title: str
    author: str
    source: str
    date: str
    body: str


def write(folder: Path, articles: int, seed: int = 1) -> list[Told]:
    """Write the institute; returns the truth, newest first, as it is in `truth.jsonl` too."""
    told = tell(articles, seed)
    for one, number in zip(told, range(articles, 0, -1), strict=True):
        encoding = "gbk" if number % 2 else "utf-8"
        _put(folder, one.path, article_page(one, encoding, number).encode(encoding))
    for name, rows in (("all", told), ("few", told[::FEW]), ("none", [])):
        for path, html in listing_pages(f"/{name}/", rows):
            _put(folder, path, html.encode())
    lines = "".join(json.dumps(asdict(one), ensure_ascii=False) + "\n" for one in told)
    (folder / "truth.jsonl").write_text(lines, "utf-8")
    return told


def tell(articles: int, seed: int = 1) -> list[Told]:
    """The truth alone, newest first."""
    return [_article(number, seed) for number in range(articles, 0, -1)]


def _put(folder: Path, path: str, body: bytes) -> None:
    file = folder / path.lstrip("/")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(body)


def _article(number: int, seed: int) -> Told:
    dice = random.Random(f"{seed}/{number}")
    day = date(2010, 1, 1) + timedelta(days=number)
    author = dice.choice(_SURNAMES) + "".join(dice.sample(_GIVEN, dice.choice((1, 2))))
    paragraphs = [
        "".join(_sentence(dice) for _ in range(dice.randint(2, 6)))
        for _ in range(dice.randint(10, 34))
    ]
    return Told(
        path=f"/{day:%Y}/{day:%m%d}/c{number % 40}a{number + 10_000}/page.htm",
        title=f"{dice.choice(_SUBJECTS)}{dice.choice(_TITLES)}（第{number}号）",
        author=author,
        source=dice.choice(_SOURCES),
        date=day.isoformat(),
        body="\n".join(paragraphs),
    )


def _sentence(dice: random.Random) -> str:
    count = dice.randint(2, 96)
    return (
        f"{dice.choice(_SUBJECTS)}{dice.choice(_VERBS)}{dice.choice(_OBJECTS)}，"
        f"历时{count}天，{dice.choice(_ENDS)}。"
    )


def listing_pages(base: str, rows: Sequence[Told]) -> Iterator[tuple[str, str]]:
    """(path, page) of a list; the first page is `base` itself."""
    pages = [rows[at : at + PER_PAGE] for at in range(0, len(rows), PER_PAGE)] or [[]]
    for number, page in enumerate(pages, 1):
        items = "".join(
            f'<li class="news n{i}"><span class="news_title"><a href="{one.path}" '
            f'title="{one.title}">{one.title}</a></span>'
            f'<span class="news_meta">{one.date}</span></li>\n'
            for i, one in enumerate(page, 1)
        )
        onward = f'<a class="next" href="{base}list{number + 1}.htm">下一页</a>'
        yield (
            f"{base}index.htm" if number == 1 else f"{base}list{number}.htm",
            _frame(
                f"新闻动态-{NAME}",
                f'<ul class="news_list list2">{items}</ul><div class="wp_paging">'
                f"第<em>{number}</em>/<em>{len(pages)}</em>页 "
                f"{onward if number < len(pages) else ''}</div>",
                "utf-8",
                number,
            ),
        )


def article_page(one: Told, encoding: str, number: int) -> str:
    """The page of one article."""
    paragraphs = "\n".join(
        f'<p style="text-indent:2em;line-height:1.75em;"><span style="font-size:16px;'
        f'font-family:宋体;">　　{text}</span></p>'
        for text in one.body.split("\n")
    )
    return _frame(
        f"{one.title}-{NAME}",
        f'<div class="position">当前位置：<a href="/">首页</a> &gt; <a href="/all/">新闻动态</a></div>'
        f'<div class="article"><h1 class="arti-title">{one.title}</h1><div class="arti-metas">'
        f'<span class="arti-update">发布时间：{one.date}</span> <span class="arti-source">来源：'
        f'{one.source}</span> <span class="arti-author">作者：{one.author}</span> '
        f'<span class="arti-views">浏览次数：<span class="count">{number}</span></span></div>'
        f'<div class="entry"><div class="wp-text">{paragraphs}</div></div></div>',
        encoding,
        number,
    )


def _frame(title: str, main: str, encoding: str, number: int) -> str:
    """Style, script, menus, side column and footer, as heavy as a real institute's."""
    dice = random.Random(number)
    menu = "".join(
        f'<li class="menu-item i{i}"><a class="menu-link" href="/column{i}/" target="_self">'
        f"{name}</a><ul>"
        + "".join(
            f'<li class="sub-item i{i}-{j}"><a href="/column{i}/{j}.htm">{name}之{j}</a></li>'
            for j in range(1, 7)
        )
        + "</ul></li>"
        for i, name in enumerate(_COLUMNS, 1)
    )
    side = "".join(
        f'<li><a href="/special/{n}/main.htm" title="{n}">{dice.choice(_OBJECTS)}专题{n}</a></li>'
        for n in range(12)
    )
    style = "".join(
        f".w{n} .inner-{n}{{margin:{n}px auto;padding:0 {n}px;background:#f{n % 10}f;}}"
        for n in range(70)
    )
    script = "".join(f"var cfg{n}={{id:{n},name:'w{n}',auto:true,time:{n}00}};" for n in range(90))
    return (
        f'<!DOCTYPE html><html><head><meta charset="{encoding}"><title>{title}</title>'
        f'<meta name="keywords" content="{NAME}"><style>{style}</style><script>{script}</script>'
        f'</head><body><div class="header"><a href="/"><img src="/logo.png" alt="{NAME}"></a>'
        f'</div><div class="nav"><ul class="wp-menu">{menu}</ul></div><div class="container">'
        f'<div class="main">{main}</div><div class="side"><h3>专题专栏</h3><ul>{side}</ul></div>'
        f'</div><div class="footer"><p>版权所有：{NAME} 地址：东湖市极地路1号 邮编：430000</p>'
        f"</div><script>{script}</script></body></html>"
    )
