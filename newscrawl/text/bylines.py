"""Bylines as languages other than Chinese print them: By A and B, Von A, 김민수 기자."""

from __future__ import annotations

import re
from dataclasses import dataclass

from newscrawl.text.given_names import GIVEN_NAMES
from newscrawl.text.japanese_names import is_japanese_name
from newscrawl.text.people import is_job, split_people

# What stands before a day, behind names in an element of their own: Text: A Publicerad 14 juni.
_DATED = r"""published updated last\supdated posted publié publicado publicada publicat pubblicato
    veröffentlicht aktualisiert publicerad publicerat uppdaterad publisert oppdatert publiceret
    udgivet opdateret julkaistu päivitetty geplaatst gepubliceerd bijgewerkt opublikowano
    publikováno objavljeno actualizado atualizado aggiornato опубликовано обновлено опубліковано"""
_WEEKDAY = r"(?:[^\W\d_]{2,12}\.?,?\s)?"
_MONTH_OR_DAY = (
    rf"\d|(?i:{'|'.join(_DATED.split())})\b|on\s"
    rf"|(?:le|am|el|il|den|em|op|at|à|um|kl\.?)\s{_WEEKDAY}\d"
)
_CAPITALS = "A-ZÀ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŲŹŻŽȘȚƠƯΆ-ΏΑ-ΫА-ЯЁІЇЄҐЎ"
# "By A", "Submitted by A" (Drupal), "Written by A" (Joomla), as languages with letters print it.
_WORDS_OF_BY = (
    r"(?:Submitted|Written|Posted|Published|Created|Reported|Compiled|Story|Report|Words|Text|Interview)\s[Bb]y|(?:[Bb]y|BY)(?:\s(?:[\w'’-]+\s){0,3}(?:reporter|correspondent|editor|writer|columnist)s?(?=\s[A-Z]))?",
    r"(?:Verfasst|Geschrieben|Erstellt|Eingetragen|Veröffentlicht)\svon|(?:Ein\s)?(?:Beitrag|Artikel|Bericht)\svon|[Vv]on",
    r"(?:Rédigé|[ÉE]crit|Soumis|Créé|Publié|Propos\srecueillis)\spar|[Pp]ar",
    r"(?:Escrito|Enviado|Publicado|Creado|Criado)\spor|[Pp]or",
    r"(?:[Ss]critto|[Cc]reato|[Ii]nviato|[Pp]ubblicato)\sda|(?:[Aa]\scura\s)?[Dd]i",
    r"(?:Geplaatst|Ingediend|Geschreven)\sdoor|[Dd]oor|(?:Skrevet|Skrivet|Publisert)\sa[vf]|A[vf]",
    r"(?:Scris|Publicat|Postat)\sde|Írta|Napsala?|Piš[eu]|Przez|Oleh|Ditulis\soleh|Bởi",
    r"Words(?=\s?:)|Autor(?:in)?(?:\s?[/*:]\s?(?:Autor|in))?|Auteure?|Text[eo]?|Teksti?|Testo|Текст|Szöveg",
)
_BY_WORD = re.compile(rf"^(?:{'|'.join(_WORDS_OF_BY)})\s*:?\s+")
# The names are those up to a bar, a date or a label: "By A and B | 22 May".
_BY = re.compile(
    rf"{_BY_WORD.pattern}(?P<names>[{_CAPITALS}\u3400-\u9fff][^|·•;\d:@]{{1,100}}?)"
    rf"\s*(?:$|[|·•;@]|\s/\s|\s[—–-]\s|,?\s+(?={_MONTH_OR_DAY}|[{_CAPITALS}][^\W\d_]+\s*:|\S+@))"
)
# بقلم أحمد علي, كتب - أحمد علي, מאת דנה לוי, โดย สมชาย รักไทย: scripts without capitals.
_CASELESS = re.compile(
    r"^(?:(?:بقلم|به قلم|نوشته|מאת|โดย)\s*[:–-]?\s+|(?:كتبت?|إعداد|تقرير)\s*[:–-]\s*)"
    r"(?P<names>[^|·•;\d:@،.]{3,60}?)\s*:?\s*(?:$|[|·•;])"
)
# Publié le 16 mars 2023 par Anne Keller, Veröffentlicht am 16.03.2023 von Anna Keller
_DATED_BY = re.compile(
    r"^(?:Publi[ée]|Mis en ligne|Veröffentlicht|Erstellt|Posted|Published|Submitted|Created"
    r"|Publicado|Pubblicato)\b"
    r"[^|]{0,40}\d[^|]{0,20}?\s(?:[Pp]ar|[Vv]on|[Bb]y|[Pp]or|da|di)\s+"
    r"(?P<names>[A-ZÀ-Þ][^|·•;\d:@]{1,80}?)\s*(?:$|[|·•;@])"
)
# 김민수 기자, 김민수 특파원; 기자 김민수
_KOREAN = re.compile(
    r"(?P<name>[가-힣]{2,4})\s?(?:선임|수습|인턴|객원|전문)?\s?(?:기자|특파원|논설위원|통신원)(?![가-힣])"
    r"|(?:^|\s)(?:기자|글|취재|글·사진|사진·글|작성자|글쓴이)(?:\s?[:=]\s?|\s)(?P<behind>[가-힣]{2,4})(?![가-힣])"
)
# 田中一郎記者, 文・田中一郎
_JAPANESE = re.compile(
    r"(?:^|[\s（(【])(?P<name>[\u3040-\u30ff\u3400-\u9fff]{2,6}?)\s?(?:記者|編集委員|特派員|論説委員|通信員)(?:$|[\s）)】])"
    r"|^[（(【]?(?:文|取材|取材・文|文・写真|執筆)\s?[・／/\s＝=]\s?(?P<behind>[\u3040-\u30ff\u3400-\u9fff]{2,8})(?=[）)】]?$|\s(?:写真|撮影|編集|構成))"
)
# What each of the two has, looked for first: hardly a line has any.
_HANGUL, _WORKER = re.compile("[가-힣]"), re.compile("[者員文取執]")
# Anna Keller a.keller@paper.example
_MAILED = re.compile(
    rf"^(?P<name>[{_CAPITALS}][^@|,:\d]{{3,40}}?)\s*[(<\[]?\s*[\w.+-]{{1,40}}@[\w-]{{1,40}}(?:\.[\w-]{{1,20}})+[)>\]]?$"
)
# Anna Keller and Jan de Vries: capitals, and two words or three each.
_WORD = rf"[{_CAPITALS}][^\W\d_]*(?:[.'’-][^\W\d_]+)*\.?"
_PARTICLE = "de|da|di|del|van|von|der|den|la|le|el|bin|al|V[ao]n|D[ae]|Der|Den|Della"
_NAME = rf"{_WORD}(?:\s(?:{_PARTICLE})){{0,2}}(?:\s{_WORD}){{1,2}}"
_AND = r"and|und|et|y|e|i|a|och|og|en|ja|és|ve|dan|và|și|şi|un|ir|и|та|і|й|και"
_ALONE = re.compile(rf"{_NAME}(?:(?:,|\s?/|\s&|\s(?:{_AND})\b|;)\s*{_NAME}){{0,3}}")
# Words that no person is called by: heads of sections, kinds of text, houses.
_NO_NAME = re.compile(
    r"\b(?:the|news|press|release|department|university|college|institute|academy|office|home|contact|research|school"
    r"|cent(?:er|re)|story|media|events?|campus|world|politics|sports?|business|science|health|opinion|read|more|share"
    r"|photos?|videos?|images?|getty|reuters|breaking|latest|top|live|updates?|today|weather|culture|life|style|city|state"
    r"|hall|street|group|team|staff|company|bank|council|ministry|government|minister|president|community|society|student"
    r"|faculty|laborator(?:y|ies)|lab|library|review|post|times|daily|journal|herald|tribune|agency|service|united|north"
    r"|south|east|west|new|best|how|why|what|your|our|all|about|january|february|march|april|june|july|august|september"
    r"|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|min|minutes?|foto|nachrichten"
    r"|noticias|actualit\w+|redaktion|redacci\w+|follow)\b",
    re.IGNORECASE,
)
# Anna B. Keller, Example University: a guest, whose own house is named with him.
_HOUSE = re.compile(
    r"\b(?:Universit\w+|Institut\w*|College|Academy|Akademie|Hochschule|Laborator(?:y|ies)|Hospital)\b"
)
# Του Νίκου Παπαδάκη: the article alone says it, and so nothing but names may follow.
# De Ion Marin, Na Asha Juma, Nga Arben Hoxha: words so short that nothing else may follow, either.
_ARTICLE_BY = re.compile(
    rf"^(?:Του|Της|Των|De|Na|Ni|Nga|Deur|Per)\s(?P<names>{_ALONE.pattern})(?=$|\s*[|·•,]|\s\w+\s?:|\s\d)"
)
# What is written in somebody's own name, as its title calls it.
_OWN_TEXT = (
    r"(?:blog(?:\spost)?|columns?|comment(?:ary)?|diary|editorial|essay|greetings?|guest\spost|letter|message|(?:field\s)?notes?"
    r"|op-ed|opinion|reflections?|statement|viewpoint|brief|gastbeitrag|grußwort|kolumne|kommentar|meinung|standpunkt"
    r"|billet|chronique|lettre|tribune|artículo|carta|columna|mensaje|opinión|artigo|coluna|mensagem|opinião"
    r"|editoriale|lettera|messaggio|opinione|opinie)"
)
# Before a name and behind it: Letter from the rector, A; Opinion | A; A – Notes; A's field notes.
_SPEAKER_BEHIND = re.compile(
    rf"(?:^|,\s|\b{_OWN_TEXT}\s)(?:by|from|von|vom|de|da|di|par|por|van)\s(?:\S{{1,20}}\s){{0,3}}$"
    rf"|\b{_OWN_TEXT}\s?[:|–—-]\s?$"
)
_SPEAKS = re.compile(r"\s?[:|–—]|\s-\s")
_HAS_WRITTEN = re.compile(rf"['’]s?\s(?:[\w-]{{1,20}}\s)?{_OWN_TEXT}\b")
_INITIAL = re.compile(r"\s[A-Z]\.\s")
_FAR_EAST = "\u2e80"  # the scripts from here on set no such word before a name
_LONGEST = 200  # characters of a line that may be a byline
_SIGNATURE = 60  # characters of a line that holds nothing but who wrote


@dataclass(frozen=True, slots=True)
class By:
    """Who is named in a byline, as printed, and where it ends."""

    names: str
    end: int


def read_by(text: str) -> By | None:
    """The names of a byline in any of these ways; None where the line is something else."""
    if len(text) > _LONGEST:
        return None
    short = len(text) <= _SIGNATURE
    if text[:1] < _FAR_EAST:
        ways = (way.match(text) for way in (_BY, _DATED_BY, _CASELESS, _ARTICLE_BY))
        if by := next(filter(None, ways), None):
            cut = " " not in by["names"] and text[by.end() : by.end() + 1].isalpha()
            return None if cut and ":" in text else By(by["names"], by.end())
        mailed = _MAILED.match(text) if short else None
        if mailed and names_alone(mailed["name"], signed=True):
            return By(mailed["name"], mailed.end())
    for pattern, told in ((_KOREAN, _HANGUL), (_JAPANESE, _WORKER)) if short else ():
        if told.search(text) and (signed := list(pattern.finditer(text))):
            return By(", ".join(one["name"] or one["behind"] for one in signed), signed[-1].end())
    return None


def begins_by(text: str) -> bool:
    """Whether a text begins with the word that a language sets before who wrote."""
    if text[:1] >= _FAR_EAST:
        return False
    return any(way.match(text) for way in (_BY_WORD, _CASELESS, _ARTICLE_BY))


def without_by(text: str) -> str:
    """A text without that word before it."""
    signed = _CASELESS.match(text) or _ARTICLE_BY.match(text)
    return signed["names"] if signed else _BY_WORD.sub("", text)


def authors_in(printed: str) -> tuple[str, ...]:
    """The names of a byline; a place or an agency of one word behind full names is none."""
    names = split_people(printed)
    full = tuple(name for name in names if " " in name)
    return full if full and names[0] == full[0] else names


def names_alone(text: str, *, signed: bool = False) -> tuple[str, ...]:
    """The names of a line that holds nothing else, each of two words or three.

    `signed`: the page declares that it has an author, and so such a line is more likely his.
    """
    if text[:1] >= _FAR_EAST:
        return (text,) if is_japanese_name(text) else ()
    name, _, job = text.partition(",")
    text = name if is_job(job.strip()) else text
    if not _ALONE.fullmatch(text) or _NO_NAME.search(text):
        return ()
    # Two words in capitals are a heading as often as a name: one of them must be a known one.
    names = split_people(text)
    known = any(re.split(r"[\s-]", name.lower())[0] in GIVEN_NAMES for name in names)
    return names if known or signed else ()


def is_subject(name: str, title: str) -> bool:
    """Whether a headline speaks of somebody, and does not say that it is he who speaks."""
    before, named, behind = title.lower().partition(name.lower())
    if not named:
        return False
    speaks = not before and _SPEAKS.match(behind)
    return not (speaks or _HAS_WRITTEN.match(behind) or _SPEAKER_BEHIND.search(before))


def guest_in(text: str) -> str | None:
    """The one name before a house's on a line of the two: `Anna B. Keller, Example University`.

    Of the name one word must be a known given name, or an initial: departments stand so as well.
    """
    name, _, house = text.partition(",")
    if len(text) > _LONGEST or not _HOUSE.search(house) or not re.fullmatch(_NAME, name):
        return None
    return name if _INITIAL.search(name) or names_alone(name) else None
