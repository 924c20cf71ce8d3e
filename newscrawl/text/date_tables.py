"""Words and characters that printed dates are made of, as data.

Every table is keyed by the lower-case printed form.
"""

from __future__ import annotations

from newscrawl.text.date_names import WEEK

# One character for one, so that a place in the folded text is a place in the text.
_DASHES = "‐‑‒–—―−－﹣﹘─"
_BLANKS = "\t\n\r\x0b\x0c\x85\xa0\u1680\u202f\u205f\u3000\u2028\u2029" + "".join(
    map(chr, range(0x2000, 0x200B))
)
# Zero full-width, Arabic, Persian, Devanagari, Bengali, Gurmukhi, Gujarati, Thai, Lao,
# Burmese, Khmer.
_DIGIT_ROWS = (
    0xFF10,
    0x0660,
    0x06F0,
    0x0966,
    0x09E6,
    0x0A66,
    0x0AE6,
    0x0E50,
    0x0ED0,
    0x1040,
    0x17E0,
)
FOLD: dict[int, str] = {
    **{ord(one): "-" for one in _DASHES},
    **{ord(one): " " for one in _BLANKS},
    **{ord(one): ":" for one in "：︰﹕∶"},
    **{row + n: str(n) for row in _DIGIT_ROWS for n in range(10)},
    ord("／"): "/",
    ord("．"): ".",
    ord("（"): "(",
    ord("）"): ")",
    ord("，"): ",",
    ord("،"): ",",
    0x200E: " ",  # marks of direction, which Arabic and Hebrew pages set beside numbers
    0x200F: " ",
}

CHINESE_DIGITS = {
    one: str(value)
    for value, same in enumerate(
        ("〇○零OoОо0Ο", "一1", "二2", "三3", "四4", "五5", "六6", "七7", "八8", "九9")
    )
    for one in same
}

# Years before year 1 of an era. Only named eras: a bare 112年 may be any count.
ERAS = {"民國": 1911, "民国": 1911, "令和": 2018, "平成": 1988, "昭和": 1925}

# Hours to add to a clock of twelve. 凌晨12:30 is half past midnight, 下午12:30 past noon.
# Dots and blanks (a. m.) are left out of what is looked up here.
_MORNING = "凌晨 am 오전 午前 πμ ص صباحا صباحًا صباحاً"
_AFTERNOON = "下午 晚上 晚间 傍晚 午后 pm 오후 午後 晚 μμ م مساء مساءً مساءا بعدازظهر عصر ch"
MORNING, AFTERNOON = frozenset(_MORNING.split()), frozenset(_AFTERNOON.split())

# Offsets in minutes. CST is both China's and Chicago's and IST India's and Israel's: not here,
# so that the site's own zone is taken.
ZONES = {
    "z": 0, "utc": 0, "gmt": 0, "wet": 0, "bst": 60, "cet": 60, "cest": 120, "eet": 120,
    "eest": 180, "msk": 180, "hkt": 480, "北京时间": 480, "jst": 540, "kst": 540, "aest": 600,
    "aedt": 660, "est": -300, "edt": -240, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480,
    "pdt": -420,
}  # fmt: skip

# Days back from today.
DAY_WORDS = {
    "刚刚": 0, "刚才": 0, "剛剛": 0, "今天": 0, "今日": 0, "昨天": 1, "昨日": 1, "前天": 2,
    "just now": 0, "today": 0, "yesterday": 1,
}  # fmt: skip
# Seconds in a unit. Weeks, months and years name no day, so they are no dates.
UNITS = {
    "秒": 1, "秒钟": 1, "分": 60, "分钟": 60, "分鐘": 60, "小时": 3600, "小時": 3600, "天": 86400,
    "日": 86400, "second": 1, "seconds": 1, "sec": 1, "secs": 1, "minute": 60, "minutes": 60,
    "min": 60, "mins": 60, "hour": 3600, "hours": 3600, "hr": 3600, "hrs": 3600, "day": 86400,
    "days": 86400,
}  # fmt: skip

# What may stand before the date in a field that is a date and nothing else.
_LEAD = (
    f"{WEEK} on at the le el il am den der em du de del dated date published posted updated"
    " release released time publié veröffentlicht publicado pubblicato ngày 于 於 发布于 发表于"
    " 更新于 时间 日期 发布时间 发布日期 发表时间 更新时间"
    " mon tue tues wed thu thur thurs fri sat sun mo di mi do fr sa so"
    " julkaisuajankohta julkaistu publicerad publicerat publisert udgivet geplaatst gepubliceerd"
    " opublikowano dodano publikováno közzétéve publicat опубликовано опубліковано публикувано"
    " objavljeno publicēts paskelbta avaldatud birt п יום بتاريخ يوم প্রকাশ প্রকাশিত प्रकाशित"
    " thứ hai ba tư năm sáu bảy chủ nhật"
    " 周一 周二 周三 周四 周五 周六 周日 周天 发稿时间 上传时间"
    " 添加时间 创建时间 加入时间 录入时间 提交时间 发文日期 成文日期"
    " 公开日期 生成日期 更新日期 最后更新 修改时间 発行日 公開日"
    " lun mar mer jeu ven sam dim mié jue vie sáb dom seg ter qua qui sex gio wo vr za zo"
    " pon wt śr czw pt sob nd po út st čt pá so ne uto sri čet pet sub ned tor tir ons fre lør søn"
    " mån tis lör sön ma ti ke to pe la su paz pzt sal çar per cum cmt sen sel rab kam jum sab"
    " пн вт ср чт пт сб вс нд"
    " à um om kl klo klokken kell alle ore ora hora às as las les at u ob o godz saat pukul jam lúc"
    " в у о об στις الساعة ساعت בשעה เวลา uhr г года р року r години seit online stand vom ថ្ងៃទី"
    " 更新日 掲載日 投稿日 작성일 등록일"
)
LEAD_WORDS = frozenset(_LEAD.split())

# An update without more stands at the beginning, behind a sign, a year or an hour: a Product update
# is news of something.
_UPDATE = (
    r"(?:last|latest)\supdate"
    r"|(?:(?<!\w[\s-])|(?<=\b20\d\d\s)|(?<=:\d\d\s)|(?<=\d\suhr\s)|(?<=\d\s[ap]m\s))update"
)
# Before the day of a last change, where the day of publication may stand beside it.
CHANGED = (
    rf"mise?\sà\sjour|modifi[ée]e?|(?:last\s)?(?:updated|modified|revised|edited)|{_UPDATE}|(?:zuletzt\s)?(?:aktualisiert|geändert)|stand"
    r"|actualizad[oa]|modificad[oa]|última\s(?:actualización|modificación|modificação|atualização)|aggiornat[oa]|modificat[oa]|ultim[oa]\s(?:aggiornamento|modifica)"
    r"|atualizad[oa]|alterad[oa]|bijgewerkt|gewijzigd|обновлен[оа]|изменен[оа]|обновлено|оновлено|zaktualizowan[oay]|aktualizacja|aktualizováno"
    r"|güncelle(?:me|ndi)|güncelleme\starihi|oppdatert|opdateret|uppdaterad|päivitetty|frissítve|actualizat|ažurirano|diperbarui|cập\snhật"
)
