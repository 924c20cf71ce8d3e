"""Words and characters that printed dates are made of, as data.

Every table is keyed by the lower-case printed form.
"""

from __future__ import annotations

# One character for one, so that a place in the folded text is a place in the text.
_DASHES = "‐‑‒–—―−－﹣﹘─"
_BLANKS = "\t\n\r\x0b\x0c\x85\xa0\u1680\u202f\u205f\u3000\u2028\u2029" + "".join(
    map(chr, range(0x2000, 0x200B))
)
# Zero full-width, Arabic, Persian, Devanagari, Bengali, Thai.
_DIGIT_ROWS = (0xFF10, 0x0660, 0x06F0, 0x0966, 0x09E6, 0x0E50)
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

# Twelve names each, as printed in a date (genitive where the language has one).
_MONTH_ROWS = (
    "january february march april may june july august september october november december",
    "jan feb mar apr may jun jul aug sep oct nov dec",
    "jan febr mrz apr mai juni juli aug sept okt nov dez",
    "januar februar märz april mai juni juli august september oktober november dezember",
    "jänner feber mär apr mai jun jul aug sep okt nov dez",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "janv févr mars avr mai juin juil août sept oct nov déc",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "ene feb mar abr may jun jul ago set oct nov dic",
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "jan fev mar abr mai jun jul ago set out nov dez",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "gen feb mar apr mag giu lug ago set ott nov dic",
    "januari februari maart april mei juni juli augustus september oktober november december",
    "januari februari mars april maj juni juli augusti september oktober november december",
    "januar februar mars april maj juni juli august september oktober november desember",
    "jan feb mrt apr mei jun jul aug sep okt nov des",
    "januar februar marts april maj juni juli august september oktober november december",
    "gener febrer març abril maig juny juliol agost setembre octubre novembre desembre",
    (
        "januarja februarja marca aprila maja junija julija avgusta septembra oktobra novembra"
        " decembra"
    ),
    "januari februari maret april mei juni juli agustus september oktober november desember",
    (
        "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta"
        " heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta"
    ),
    (
        "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października"
        " listopada grudnia"
    ),
    "ledna února března dubna května června července srpna září října listopadu prosince",
    "januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra",
    (
        "január február március április május június július augusztus szeptember október"
        " november december"
    ),
    (
        "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie"
        " noiembrie decembrie"
    ),
    "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "янв фев мар апр мая июн июл авг сен окт ноя дек",
    "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    "януари февруари март април май юни юли август септември октомври ноември декември",
    (
        "ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου"
        " οκτωβρίου νοεμβρίου δεκεμβρίου"
    ),
    "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    "جانفي فيفري مارس أفريل ماي جوان جويلية أوت سبتمبر أكتوبر نوفمبر ديسمبر",
    "जनवरी फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर",
    "जनवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितम्बर अक्तूबर नवम्बर दिसम्बर",
    "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม",
    "ม.ค ก.พ มี.ค เม.ย พ.ค มิ.ย ก.ค ส.ค ก.ย ต.ค พ.ย ธ.ค",
    "ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר",
    "בינואר בפברואר במרץ באפריל במאי ביוני ביולי באוגוסט בספטמבר באוקטובר בנובמבר בדצמבר",
)
MONTHS: dict[str, int] = {
    name: number for row in _MONTH_ROWS for number, name in enumerate(row.split(), 1)
}
MONTHS["sept"] = 9
# Those of Syria, Lebanon, Jordan and Iraq, four of which are two words.
_LEVANT = (
    "كانون الثاني, شباط, آذار, نيسان, أيار, حزيران,"
    " تموز, آب, أيلول, تشرين الأول, تشرين الثاني, كانون الأول"
)
MONTHS |= {name: number for number, name in enumerate(_LEVANT.split(", "), 1)}
# Those of the solar Hijri year, which begins in March (Iran).
_SOLAR = "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند"
SOLAR_MONTHS = {name: number for number, name in enumerate(_SOLAR.split(), 1)}

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
    "on at the le el il am den der em du de del dated date published posted updated release"
    " released time publié veröffentlicht publicado pubblicato ngày 于 於 发布于 发表于 更新于"
    " 时间 日期 发布时间 发布日期 发表时间 更新时间"
    " mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday"
    " saturday sunday montag dienstag mittwoch donnerstag freitag samstag sonntag mo di mi do fr"
    " sa so lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves"
    " viernes sábado domingo lunedì martedì mercoledì giovedì venerdì sabato domenica segunda"
    " terça quarta quinta sexta feira maandag dinsdag woensdag donderdag vrijdag zaterdag zondag"
    " понедельник вторник среда четверг пятница суббота воскресенье"
    " julkaisuajankohta julkaistu publicerad publicerat publisert udgivet geplaatst gepubliceerd"
    " opublikowano dodano publikováno közzétéve publicat опубликовано опубліковано публикувано"
    " poniedziałek wtorek środa czwartek piątek sobota niedziela"
    " pondělí úterý čtvrtek pátek neděle"
    " måndag tisdag onsdag torsdag fredag lördag söndag mandag tirsdag lørdag søndag"
    " maanantaina tiistaina keskiviikkona torstaina perjantaina lauantaina sunnuntaina"
    " hétfő kedd szerda csütörtök péntek szombat vasárnap luni marți marţi miercuri joi vineri"
    " sâmbătă duminică pazartesi salı çarşamba perşembe cuma cumartesi pazar"
    " senin selasa rabu kamis"
    " jumat sabtu minggu понеделник вторник сряда четвъртък петък събота неделя понеділок вівторок"
    " четвер п ятниця субота неділя δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή"
    " الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد"
    " شنبه یکشنبه دوشنبه سه‌شنبه چهارشنبه پنجشنبه جمعه ראשון שני שלישי רביעי חמישי שישי שבת יום"
    " thứ hai ba tư năm sáu bảy chủ nhật"
    " 周一 周二 周三 周四 周五 周六 周日 周天 发稿时间 上传时间"
    " 添加时间 创建时间 加入时间 录入时间 提交时间 发文日期 成文日期"
    " 公开日期 生成日期 更新日期 最后更新 修改时间 発行日 公開日"
    " 更新日 掲載日 投稿日 작성일 등록일"
)
LEAD_WORDS = frozenset(_LEAD.split())
