"""What lists call the way on to older posts, and the way back, in the languages they were met in.

Seen on pagers of institutes, universities, towns and papers; the sentences for older posts are
those of WordPress and its like in each language.
"""

from __future__ import annotations

import re

_NEXT = {
    "zh": (
        r"下\s*一?\s*[页頁]",
        r"后\s*一?\s*[页頁]",
        r"向后(?:翻页)?",
        r"(?:早期|较早的?|更早的?|以前的?|較早的?|較舊的?|旧|舊)文章",
    ),
    "en": (r"next(?:\s+page)?", r"older(?:\s+(?:posts|entries|news|articles|items|stories))?"),
    "es, pt, it, fr": (
        r"(?:p[aá]gina\s+|page\s+)?(?:siguientes?|suivante?s?|successiv[ao]|seguinte|pr[oó]xim[ao])",
        r"(?:entradas|noticias|publicaciones)\s+(?:m[aá]s\s+antiguas|anteriores)|m[aá]s\s+antigu[ao]s",
        r"(?:posts|not[ií]cias|artigos)\s+(?:mais\s+antig[ao]s|anteriores)|mais\s+antig[ao]s",
        r"(?:articles|actualit[ée]s|billets)?\s*plus\s+anciens?(?:nes)?|anciens\s+articles",
        r"(?:articoli|notizie)\s+(?:meno\s+recenti|pi[uù]\s+vecchi[e]?|precedenti)|avanti",
    ),
    "de, nl": (
        r"weiter|nächste(?:\s+seite)?|vorwärts",
        r"ältere(?:\s+(?:beiträge|meldungen|artikel|einträge|nachrichten|news))?",
        r"volgende(?:\s+pagina)?|oudere(?:\s+berichten)?",
    ),
    "sv, da, no, fi": (
        r"nästa(?:\s+sida)?|neste(?:\s+side)?|næste(?:\s+side)?|seuraava(?:\s+sivu)?",
        r"äldre(?:\s+(?:inlägg|nyheter))?|ældre(?:\s+(?:indlæg|nyheder))?",
        r"eldre(?:\s+(?:innlegg|saker|nyheter))?|vanhemmat(?:\s+artikkelit)?",
    ),
    "pl, cs, sk, hu, ro": (
        r"następn[ay](?:\s+strona)?|dalej|starsze(?:\s+wpisy)?",
        r"další(?:\s+(?:strana|stránka))?|následující|ďalš(?:ia|ie)|starší(?:\s+příspěvky)?|staršie",
        r"következő(?:\s+oldal)?|régebbi(?:\s+(?:bejegyzések|hírek))?",
        r"următo(?:area|rul|r)(?:\s+pagin[ăa])?|(?:articole\s+)?mai\s+vechi",
    ),
    "ru, uk, bg": (
        r"далее|следующ(?:ая|ие)(?:\s+страница)?|след\.?|вперёд|вперед",
        r"(?:более\s+)?(?:старые|ранние)\s+(?:записи|новости)",
        r"далі|наступна(?:\s+сторінка)?|старіші(?:\s+записи)?|следваща|по-стари",
    ),
    "el, tr": (
        r"επόμεν[ηο](?:\s+σελίδα)?|παλαι[όο]τερα",
        r"sonraki(?:\s+sayfa)?|ileri|eski\s+yazılar",
    ),
    "ja, ko": (
        r"次へ|次の?(?:ページ|頁|\d{1,3}件)へ?|(?:以前|過去)の(?:記事|投稿|お知らせ)",
        r"다음(?:\s?페이지)?|이전\s글",
    ),
    "vi, th, id": (
        r"(?:trang\s+)?(?:sau|tiếp(?:\s+theo)?)|cũ\s+hơn",
        r"(?:หน้า)?ถัดไป",
        r"selanjutnya|berikutnya|seterusnya",
    ),
    "ar, fa, he": (r"(?:الصفحة\s+)?التالي(?:ة)?", r"(?:صفحه\s+)?بعدی", r"(?:לעמוד\s+)?הבאה?"),
}
_NEWER = (
    *(r"上\s*一?\s*[页頁]|较新|較新|newer|prev", r"neuere|nieuwere|nyare|nyere|uudemmat"),
    *(
        r"plus\s+récent|más\s+recientes|mais\s+recentes|più\s+recenti",
        r"nowsze|novější|более новые",
    ),
)
_OPENS, _CLOSES = r"^[\s\[（(<|«‹←]*", r"[\s\])）>»›→|.]*$"

NEXT = re.compile(
    f"{_OPENS}(?:{'|'.join(one for words in _NEXT.values() for one in words)}){_CLOSES}",
    re.IGNORECASE,
)
NEWER = re.compile("|".join(_NEWER), re.IGNORECASE)
LONGEST = 30  # characters of such a name
