"""Is this page an article at all? Walls, logins, error pages and empty shells, told by their signs.

An article is what it says it is: it prints a date, or the title that its row in the list has. What
does neither and says little is looked at as what a server puts in an article's place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from newscrawl.extract.article.dating import NOT_PRINTED
from newscrawl.extract.document import Document
from newscrawl.extract.notices import GONE, TRACES, Notice, notice_in, says_it_is_gone, width
from newscrawl.extract.walls import asks_password, challenge_in, keeps_out, login_forms
from newscrawl.items import Article, Outcome
from newscrawl.text.whitespace import squash

Verdict = tuple[Outcome, bool, str]

_SHORT = 400  # characters of a body that may be what a server puts in an article's place
_SCAN = 60_000  # characters of a page's source that are looked at for a wall
_LITTLE = 30  # characters of a body that is none
_SENTENCE, _NOTICE = 80, 240  # bytes in GBK that a page may say beside its title
_PIECES = 400  # pieces of text of a page without a body that are read
_BARE = frozenset(("line", "boxes", "line-apart"))  # dates that may be the calendar's of the site
# Nobody sees these; and a link says what stands elsewhere.
_UNREAD = frozenset(("script", "style", "noscript", "option", "textarea", "a"))
_TELLING = 4  # letters of a row's title that are looked for
_BEGINNING = 12  # letters of a row's title that are compared
_HEADLINE = re.compile(
    r"^关于.{4,}的|(?:通知|公告|公示|通报|说明|规定|办法|方案|意见|解答|启事|声明)(?:\W|$)"
)
_HAN = re.compile(r"[\u3040-\u9fff\uac00-\ud7a3]{2,}")
_LETTERS = re.compile(r"[^\W\d_\u3040-\u9fff\uac00-\ud7a3]{4,}")
_HEADINGS = ("h1", "h2", "h3")
_FRAME_TITLES = frozenset((None, "title-tag", "listing"))
_DAY = 10  # characters of an ISO day
_ENDS = {
    Notice.BLOCKED: (Outcome.BLOCKED, "challenge page"),
    Notice.RESTRICTED: (Outcome.RESTRICTED, "says"),
    Notice.GONE: (Outcome.SOFT_404, "says"),
    Notice.BROKEN: (Outcome.HTTP_5XX, "error page"),
}


class _Look:
    """What speaks for a page being the article that was asked for."""

    def __init__(self, document: Document, article: Article) -> None:
        self.document = document
        self.article = article
        self.promised = squash((article.listing and article.listing.title) or "")[:_BEGINNING]

    @cached_property
    def size(self) -> int:
        """How much room its text takes."""
        return width(self.article.body)

    @cached_property
    def dated(self) -> bool:
        """Whether the page itself prints its date: row and address have one even when it is gone.

        The day of the fetch is the server's clock, where neither row nor writer speak for the page.
        """
        date, row = self.article.date_published, self.article.listing
        if not date or self._dated_by in NOT_PRINTED:
            return False
        today = date[:_DAY] == (self.article.fetch.at or "")[:_DAY]
        return not today or self.known or self.signed or bool(row and row.date == date[:_DAY])

    @cached_property
    def sure(self) -> bool:
        """Whether its head is an article's: a date with a label or beside what is known, a writer."""
        if self.dated and self._dated_by not in _BARE:
            return True
        return not self.strange and (self.dated or (self.signed and self.headed))

    @property
    def signed(self) -> bool:
        """Whether somebody is printed who wrote it."""
        return bool(self.article.authors or self.article.source)

    @property
    def headed(self) -> bool:
        """Whether the page prints its title."""
        return self.article.provenance["title"].rule not in _FRAME_TITLES

    @property
    def _dated_by(self) -> str | None:
        return self.article.provenance["date_published"].rule

    @cached_property
    def strange(self) -> bool:
        """Whether the title of its row stands nowhere in the page. Without a row, nobody knows."""
        if len(self.promised) < _TELLING:
            return False
        return self.promised not in squash(self.document.root.text_content())

    @cached_property
    def known(self) -> bool:
        """Whether the page prints the title of its row: a short one in the title's place."""
        if len(self.promised) >= _TELLING:
            return not self.strange
        return (self.article.provenance["title"].rule or "").endswith("+listing")

    @cached_property
    def nameless(self) -> bool:
        """Whether no row led here, and the page calls itself something in its frame alone.

        What a site publishes has a headline in the page; what a server says has often none.
        """
        return not (self.promised or self.signed or self.headed or self._heading)

    @property
    def faceless(self) -> bool:
        """Whether nothing but its text may be an article's: no title, day, writer or row's title."""
        return self.strange and not (self.dated or self.signed or self.headed)

    @property
    def _heading(self) -> bool:
        """Whether a heading of the page says what its frame says."""
        frame = squash(self.document.title or "")
        # Headings that never close hold one another, and all of the page: what is longer than what
        # the frame says is not in it.
        most = 4 * len(self.document.title or "")
        texts = (one.text_content() for one in self.document.root.iter(*_HEADINGS))
        heads = (squash(text) for text in texts if len(text.strip()) <= most)
        return any(len(head) > 1 and head in frame for head in heads)

    @property
    def doubt(self) -> str:
        """Why a page that is kept may be a message all the same: its headline alone speaks for it."""
        alone = not (self.promised or self.dated or self.signed) and self.size <= _NOTICE
        return "no row, no date and no writer: it may be a message of the server" if alone else ""

    def notice(self) -> tuple[Notice, str] | None:
        """What its text says, or its titles; all of the page where no text was found."""
        own = self.article.body.split("\n")
        if self.known:  # what its title says, its row said too: it is what the article is about
            return self.off_topic(notice_in(own))
        little = len(self.article.body) < _LITTLE
        rest = self._pieces(_PIECES) if little else ()
        return notice_in(own) or notice_in(rest) or notice_in(self.titles)

    @cached_property
    def speaks(self) -> bool:
        """Whether it has a text, and not only that of a form to log in."""
        forms = squash(" ".join(login_forms(self.document)))
        return any(
            said and said not in forms for said in map(squash, self.article.body.split("\n"))
        )

    def off_topic(self, found: tuple[Notice, str] | None) -> tuple[Notice, str] | None:
        """A notice that has no word of the headline: an article on logins speaks of logins."""
        topic = _words(self.article.title or "")
        return found if found and topic.isdisjoint(_words(found[1])) else None

    @property
    def titles(self) -> tuple[str, ...]:
        """How the page calls itself, but for headlines: no server's message is an announcement."""
        own = self.article.provenance["title"].rule != "listing"
        both = (self.article.title or "" if own else ""), self.document.title or ""
        return () if any(map(_HEADLINE.search, both)) else both

    def _pieces(self, most: int) -> Iterator[str]:
        for element in self.document.root.iter():
            if isinstance(element.tag, str) and element.tag not in _UNREAD and element.text:
                yield element.text
                most -= 1
            if element.tail:
                yield element.tail
                most -= 1
            if most < 0:
                return


def _words(text: str) -> set[str]:
    """Words of letters, and each two characters side by side where no blanks part words."""
    pairs = (run[i : i + 2] for run in _HAN.findall(text) for i in range(len(run) - 1))
    return {*pairs, *(word.lower() for word in _LETTERS.findall(text))}


def judge(document: Document, article: Article) -> Verdict:
    """How the page ended, whether its record is an article to keep, and one line of reason."""
    look = _Look(document, article)
    if len(article.body) < _SHORT and (instead := _instead(look)):
        return instead
    if len(article.body.strip()) < _LITTLE:
        return _empty(look)
    if article.title is None and article.date_published is None:
        return Outcome.NOT_ARTICLE, False, "no title and no date"
    return Outcome.NEW, True, look.doubt


def _instead(look: _Look) -> Verdict | None:
    """What stands in the article's place."""
    if look.document.root.find(".//frameset") is not None:
        return Outcome.NOT_ARTICLE, False, "a frameset, no page"
    if look.sure:
        return _closed(look)
    return _wall(look) or _said(look) or _stranger(look)


def _closed(look: _Look) -> Verdict | None:
    """The head of an article, and in its text's place: gone, not for everybody, or a broken program."""
    body = look.article.body
    if look.size > _SENTENCE:
        return None
    lines = body.split("\n")
    if trace := next(filter(None, map(TRACES.match, lines)), None):
        return _told(Notice.BROKEN, trace[0])
    found = look.off_topic(notice_in(lines))
    if not found:
        return None
    if found[0] is Notice.RESTRICTED and not GONE.search(body):
        return _told(*found)
    # Who lists what servers say writes of it.
    return _told(*found) if says_it_is_gone(body) else None


def _wall(look: _Look) -> Verdict | None:
    if look.known and look.speaks:
        return None
    challenge = challenge_in(look.document.decoded.text[:_SCAN])
    if challenge:
        return Outcome.BLOCKED, False, f"challenge page ({challenge})"
    if keeps_out(look.document) or asks_password(look.document):
        return Outcome.RESTRICTED, False, "asks to log in"
    return None


def _said(look: _Look) -> Verdict | None:
    most = _SENTENCE if look.dated or look.known else _NOTICE
    most = 2 * _SHORT if look.faceless else most
    if look.size <= most and (found := look.notice()):
        return _told(*found)
    if not look.dated and (trace := TRACES.search(look.article.body)):
        return _told(Notice.BROKEN, trace[0])
    if not look.dated and not look.known and (found := notice_in(look.titles)):
        return _told(*found)
    return None


def _stranger(look: _Look) -> Verdict | None:
    if look.dated or look.size > _NOTICE or not (look.strange or look.nameless):
        return None
    if not look.article.body.strip() and not look.article.images:
        return None  # a shell: its text comes by a script
    title = "the title of its row" if look.strange else "a headline"
    return Outcome.NOT_ARTICLE, False, f"it has neither {title} nor a date"


def _told(kind: Notice, words: str) -> Verdict:
    outcome, what = _ENDS[kind]
    return outcome, False, f"{what}: {words[:80]}"


def _empty(look: _Look) -> Verdict:
    article = look.article
    if article.title is None:
        return Outcome.NOT_ARTICLE, False, "no title and no text"
    if any(one.media_type == "application/pdf" for one in article.attachments):
        return Outcome.PDF_ONLY, True, "the text is a PDF"
    if article.body.strip() or article.images or article.attachments:
        return Outcome.NEW, True, "hardly any text"
    if look.dated or article.source or article.authors:
        return Outcome.EMPTY_BODY, True, "title and byline, but no text"
    return Outcome.EMPTY_BODY, False, "no text in the page (filled in by a script?)"
