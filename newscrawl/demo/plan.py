"""The articles and rows of one made-up institute, before a family prints them.

Article number i depends on the seed and on i alone, so an institute with more articles is the same
institute some weeks later.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from newscrawl.demo.model import Byline, Entry, Piece, Plan, Story
from newscrawl.demo.wording import Writer, bank
from newscrawl.items import Role

FIRST_DAY = datetime(2023, 3, 6, tzinfo=UTC)
DAYS_APART = 9
EXTERNAL = (
    "https://mp.weixin.example.org/s/Qb7nT2{:04d}kVd",
    "https://news.example.org/2024/{:04d}/detail.html",
)
Parts = tuple[tuple[str, ...], list[Piece], list[tuple[Role, str]], tuple[str, ...]]


def plan(family: str, seed: int, names: tuple[str, str], articles: int, *, faults: bool) -> Plan:
    """`articles` stories, newest first, and the rows of their list with what else stands in it."""
    stories = [story(family, seed, names[1], index) for index in reversed(range(articles))]
    return Plan(
        family=family,
        seed=seed,
        name=names[0],
        short=names[1],
        stories=tuple(stories),
        entries=tuple(_entries(f"{family}:{seed}", names[1], stories, faults=faults)),
        faults=faults,
    )


def without(before: Plan, gone: Collection[int]) -> Plan:
    """The same plan after the stories with these indices were taken down."""
    kept = tuple(one for one in before.stories if one.index not in gone)
    rows = tuple(row for row in before.entries if not row.story or row.story.index not in gone)
    return replace(before, stories=kept, entries=rows)


def story(family: str, seed: int, short: str, index: int) -> Story:
    """Article number `index`, counted from the oldest."""
    key = f"{family}:{seed}:{index}"
    day = FIRST_DAY + timedelta(days=index * DAYS_APART)
    writer = Writer(key, short, day.date())
    day += timedelta(
        days=writer.random.randrange(DAYS_APART), seconds=writer.random.randrange(28800, 64800)
    )
    writer.day = day.date()
    shape = SHAPES[index % len(SHAPES)]
    kind = "notice" if shape is _notice else writer.kind()
    subtitles, pieces, people, files = shape(writer, kind)
    byline = _byline(writer, index, has_credits=bool(people))
    return Story(
        index=index,
        title=writer.title(kind),
        published=day.strftime("%Y-%m-%dT%H:%M:%S"),
        lines=tuple(pieces),
        subtitles=subtitles,
        credits=tuple(people),
        files=files,
        byline=byline,
    )


def _byline(writer: Writer, index: int, *, has_credits: bool) -> Byline:
    """Whatever could stand in a meta line; a family prints the labels that it has."""
    authors: tuple[str, ...] = ()
    if not has_credits and index % 4:
        authors = (writer.pick("departments"),) if index % 4 == 1 else writer.people(1 + index % 2)
    sources = ("", writer.pick("departments"), writer.institute, writer.pick("outlets"), "本站原创")
    return Byline(
        authors=authors,
        source=sources[index % len(sources)],
        publisher=writer.person(),
        photographer=writer.person() if index % 6 == 1 else None,
        editor=writer.person(),
        views=str(writer.random.randrange(40, 4000)) if index % 3 else "",
    )


def _text(text: str) -> Piece:
    return Piece(kind="paragraph", text=text)


def _paragraphs(writer: Writer, kind: str, low: int, high: int) -> list[Piece]:
    more = (writer.paragraph() for _ in range(writer.random.randrange(low, high)))
    return [_text(writer.lead(kind)), *map(_text, more), _text(writer.sentence("closings"))]


def _plain(writer: Writer, kind: str) -> Parts:
    return (), _paragraphs(writer, kind, 1, 6), [], ()


def _subtitled(writer: Writer, kind: str) -> Parts:
    slogans = writer.random.sample(bank()["slogans"], 4)
    lines = (" ".join(slogans[:2]), " ".join(slogans[2:]))
    heads = [Piece(kind="subtitle", text=line) for line in lines]
    return lines, heads + _paragraphs(writer, kind, 4, 9), [], ()


def _photo(writer: Writer, kind: str) -> Parts:
    photographer = writer.person()
    body = _paragraphs(writer, kind, 2, 5)
    shot = Piece(kind="image", path="1")
    line = f"{writer.fill(writer.pick('captions'))}（{photographer} 摄）"
    body[1:1] = [shot, Piece(kind="caption", text=line)]
    return (), body, [("photographer", photographer)], ()


def _one_line(writer: Writer, kind: str) -> Parts:
    del kind
    return (), [_text(writer.sentence("one_line"))], [], ()


def _table(writer: Writer, kind: str) -> Parts:
    rows = [tuple(bank()["table_heads"])]
    for n in range(1, writer.random.randrange(4, 8)):
        cells = (str(n), writer.pick("devices"), str(writer.random.randrange(1, 40)))
        rows.append((*cells, writer.person()))
    body = _paragraphs(writer, kind, 1, 4)
    body.insert(2, Piece(kind="table", rows=tuple(rows)))
    return (), body, [], ()


def _long(writer: Writer, kind: str) -> Parts:
    body = _paragraphs(writer, kind, 2, 4)
    for heading in writer.random.sample(bank()["headings"], 3):
        body.append(Piece(kind="heading", text=heading))
        body += [_text(writer.paragraph()) for _ in range(writer.random.randrange(2, 6))]
    editor = writer.person()
    body.append(Piece(kind="staff", text=f"（责任编辑：{editor}）"))
    return (), body, [("editor", editor)], ()


def _notice(writer: Writer, kind: str) -> Parts:
    body = [_text(writer.lead(kind))]
    items = writer.sentences("items", writer.random.randrange(3, 7))
    body += [_text(f"{n}.{item}") for n, item in enumerate(items, 1)]
    day = f"{writer.day.year}年{writer.day.month}月{writer.day.day}日"
    body += [
        Piece(kind="sign", text=writer.pick("departments")),
        Piece(kind="sign", text=day),
    ]
    name = writer.title(kind)
    files = (f"附件1：{name}.docx", "附件2：汇总表.xlsx")[: writer.random.randrange(1, 3)]
    return (), body, [], tuple(one.replace("“", "").replace("”", "") for one in files)


def _reporter(writer: Writer, kind: str) -> Parts:
    body = _paragraphs(writer, kind, 2, 7)
    reporter, correspondent = writer.people(2)
    tail = f"{body[-1].text}（记者 {reporter} 通讯员 {correspondent}）"
    body[-1] = _text(tail)
    return (), body, [("author", reporter), ("correspondent", correspondent)], ()


def _credits(writer: Writer, kind: str) -> Parts:
    body = _paragraphs(writer, kind, 2, 5)
    author, photographer = writer.people(2)
    body.append(_text(f"文/{author} 图/{photographer}"))
    body.insert(1, Piece(kind="image", path="1"))
    return (), body, [("author", author), ("photographer", photographer)], ()


def _listed(writer: Writer, kind: str) -> Parts:
    body = _paragraphs(writer, kind, 1, 4)
    items = tuple((item,) for item in writer.sentences("items", 3))
    body.insert(2, Piece(kind="list", rows=items))
    return (), body, [], ()


SHAPES: tuple[Callable[[Writer, str], Parts], ...] = (
    _plain,
    _notice,
    _subtitled,
    _reporter,
    _photo,
    _table,
    _long,
    _credits,
    _one_line,
    _listed,
)


def _entries(key: str, short: str, stories: list[Story], *, faults: bool) -> list[Entry]:
    """Newest first; link-outs, a file and what is broken stand between the articles."""
    rows: list[Entry] = []
    for one in stories:
        day = one.published[:10]
        rows += _between(Writer(f"{key}:{one.index}:row", short, _day(one)), one, faults=faults)
        rows.append(Entry(kind="article", title=one.title, day=day, story=one))
    pins = [row for row in rows if row.story and row.story.index in {3, 12}]
    top = [
        Entry(kind="article", title=row.title, day=row.day, story=row.story, pinned=True)
        for row in pins
    ]
    return top + rows


def _between(writer: Writer, one: Story, *, faults: bool) -> list[Entry]:
    day, n = one.published[:10], one.index
    title = writer.title("research")
    if n in {5, 17}:
        href = EXTERNAL[n % 2 if n == 5 else 0].format(n * 37)
        return [Entry(kind="external", title=f"【媒体关注】{title}", day=day, href=href)]
    if n == 9:
        return [Entry(kind="attachment", title=f"{title}统计表", day=day)]
    if n == 14 and faults:
        return [Entry(kind="broken", title=title, day=day)]
    if n == 20 and faults:
        return [Entry(kind="bad_link", title=title, day=day, href="javascript:void(0)")]
    return []


def _day(one: Story) -> datetime:
    return datetime.fromisoformat(one.published)
