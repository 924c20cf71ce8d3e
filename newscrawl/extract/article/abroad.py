"""What papers and press offices abroad set among and under paragraphs: announcements, credits."""

from __future__ import annotations

import re
from itertools import islice

from newscrawl.extract.article.end_marks import is_related_heading
from newscrawl.extract.article.meta_line import is_credit
from newscrawl.extract.article.named_elements import author_and_origin, is_set_right
from newscrawl.extract.lines import Line, PageLines
from newscrawl.text.bylines import names_alone, read_by
from newscrawl.text.labels import BOUNDARY
from newscrawl.text.whitespace import squash

_LINK = 0.9  # share of a line that is one link
_MOST = 6  # links under an announcement
_ASK = 240  # characters of a line that asks to be followed
_MOSTLY = 0.6  # share of links in a line that names a network and is nothing else
_SIGNED = 60  # characters of a line that signs a text
_LETTERS, _SHORT = "\u0590", 40  # where scripts without capitals begin; a signature in one
_LARGE = re.compile(r"pull|(?:^|[\s_-])quotes?(?:$|[\s_-])", re.IGNORECASE)
_QUOTED = 14  # letters of a quotation that is no accident twice
_CREDITS = 3  # lines of credits under a text
_NETWORK = re.compile(
    r"WhatsApp|Telegram|Google\s?(?:News|Haberler|Discover)|Facebook|Twitter|Instagram|YouTube|TikTok|Viber|Bluesky"
    r"|LinkedIn|Newsletter|newsletter|Nyhetsbrev|nyhedsbrev|Телеграм|Вайбер|Google Новост|Дзен|ВКонтакте|Фейсбук|טלגרם"
    r"|וואטסאפ|تيليجرام|تلغرام|واتساب|تلگرام|텔레그램|카카오"
)
# A deed that is asked for, as the first word or two of a line.
_ASKS = re.compile(
    r"""[\W_]{0,6}(?:
      (?:You\scan\s)?(?:also\s)?(?:follow\s(?:us|our|the|@|\w+\son)|subscribe|sign\sup|join\s(?:us|our|the)|like\sus|get\sthe|download\sour|click\shere)
    | Folgen?\s(?:Sie|uns|du)|Abonnieren?|Jetzt\s(?:abonnieren|folgen|anmelden)|(?:Hier|Melden\sSie\ssich).{0,20}Newsletter
    | Suivez|Abonnez|Rejoignez|Inscrivez|Recevez|Retrouvez|Sígue(?:nos)?|Sigue|(?:Puedes|Podés)\sseguir|Suscríb|Únete|Unite|Apúntate|Recibe
    | Siga|Inscreva|Participe|Entre\sno|Assine|Receba|Acompanhe|Clique\saqui|Segui(?:ci)?\s|Iscriviti|Unisciti|Ricevi|Seguiu|Subscriu
    | Volg|Abonneer|Schrijf\sje|Meld\sje|Ontvang|Följ|Prenumerera|Følg|Abonner|Tilmeld|Meld\sdeg|Seuraa|Tilaa|Fylgdu
    | Obserwuj|Śledź|Dołącz|Zapisz|Subskrybuj|Sledujte|Odebírejte|Přihlaste|Prihláste|Kövess|Iratkozz|Csatlakozz|Urmăre|Abonea|Aboneaz
    | Pratite|Zapratite|Pridružite|Priključite|Spremljajte|Пратите|Подписывай|Подпиш|Подписаться|Следите|Следи|Присоединя|Читайте\sнас|Підпис|Приєдн|Долуч|Стежте
    | Последвайте|Абонира|Следвайте|Ακολουθ|Εγγραφ|Γίνετε|Takip|Abone|Katıl|Bizi
    | تابع|اشترك|انضم|ما\sرا|به\sما|עקבו|הצטרפו|Ikuti|Gabung|Bergabung|Dapatkan|Langganan|Theo\sdõi|ติดตาม|フォロー|구독|팔로우
    )""",
    re.VERBOSE | re.IGNORECASE,
)


def without_asides(page: PageLines, numbers: tuple[int, ...]) -> tuple[int, ...]:
    """Without announcements of other articles, the links under them, and calls to follow."""
    kept: list[int] = []
    links = 0
    for number in numbers:
        line = page.lines[number]
        if line.kind != "text":
            kept.append(number)
            continue
        if links and _is_link(line):
            links -= 1
            continue
        links = _MOST if _announces(page, number) else 0
        if not (links or asks_to_follow(line)):
            kept.append(number)
    return tuple(kept)


def _is_link(line: Line) -> bool:
    return line.links >= _LINK * len(line.text)


def _announces(page: PageLines, number: int) -> bool:
    """Whether a line says that links to other articles follow, and one does."""
    line = page.lines[number]
    below = page.lines[number + 1] if number + 1 < len(page.lines) else None
    return is_related_heading(line) and below is not None and _is_link(below)


def asks_to_follow(line: Line) -> bool:
    """Whether a line asks its reader to follow the house somewhere else, with a link to it."""
    text = line.text
    if not line.links or len(text) > _ASK or not _NETWORK.search(text):
        return False
    return line.links >= _MOSTLY * len(text) or bool(_ASKS.match(text))


def without_repeats(page: PageLines, numbers: tuple[int, ...]) -> tuple[int, ...]:
    """Without quotations set large among paragraphs that say it as well."""
    quoted = [n for n in numbers if page.lines[n].quote and _is_set_large(page.lines[n])]
    if not quoted:
        return numbers
    keys = {n: squash(page.lines[n].text) for n in numbers}
    said = "\n".join(key for n, key in keys.items() if n not in quoted)
    again = {n for n in quoted if len(keys[n]) >= _QUOTED and keys[n] in said}
    return tuple(n for n in numbers if n not in again)


def _is_set_large(line: Line) -> bool:
    """Whether a quotation stands in an element that a template has a name for."""
    around = (line.element, *islice(line.element.iterancestors(), 2))
    return any(_LARGE.search(one.get("class") or "") for one in around)


def without_credits(page: PageLines, numbers: tuple[int, ...]) -> tuple[int, ...]:
    """Without the lines under a text that say who wrote it and who took the pictures."""
    last = len(numbers)
    least = max(1, last - _CREDITS)
    while last > least and _is_credit(page.lines[numbers[last - 1]]):
        last -= 1
    return numbers[:last]


def _is_credit(line: Line) -> bool:
    if line.kind != "text" or line.heading or line.quote or line.row is not None:
        return False
    if is_credit(line):
        return True
    if len(line.text) > _SIGNED:
        return False
    if is_set_right(line.element) and names_alone(line.text.partition(",")[0], signed=True):
        return True
    # <span>Erik Sand</span><span>erik@paper.example</span>: no blank need part the two.
    by = read_by(" ".join(line.marked.replace(BOUNDARY, " ").split()))
    if by is None:
        return bool(author_and_origin(line.element)[0])
    # No capitals tell names in other scripts: 김민수 기자 with an address, and nothing more.
    alone = line.text[0] > _LETTERS and len(line.text) <= _SHORT
    return alone or bool(names_alone(by.names, signed=True))
