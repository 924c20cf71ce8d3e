"""Scripts, telling characters and small words of languages, as data."""

from __future__ import annotations

import re

# Simplified and traditional form in turn. Forms that the other side uses too (后 里 台 于) are out.
_PAIRS = (
    "们們来來时時国國为為这這个個会會对對说說过過还還学學动動发發产產业業东東两兩严嚴临臨举舉义義乐樂"
    "习習书書买買争爭亚亞亲親亿億仅僅从從仪儀价價众眾优優伟偉传傳伤傷党黨兰蘭关關兴興养養军軍农農决決"
    "况況冻凍净淨减減凤鳳刘劉则則刚剛创創办辦务務劳勞势勢医醫区區华華单單卖賣卫衛厂廠厅廳历歷压壓县縣"
    "双雙变變号號叶葉听聽员員响響问問团團园園围圍图圖圆圓圣聖场場块塊坚堅报報处處备備复復头頭夺奪奖獎"
    "妇婦妈媽孙孫宁寧宝寶实實审審宪憲宫宮导導寿壽将將尔爾层層属屬岁歲岛島币幣师師帮幫带帶广廣庆慶应應"
    "库庫废廢开開异異张張弹彈归歸录錄总總恶惡惯慣战戰户戶扩擴扬揚执執护護担擔拥擁择擇挥揮换換据據损損"
    "摄攝敌敵数數断斷无無旧舊显顯晓曉机機杂雜权權条條极極构構标標树樹样樣桥橋检檢楼樓欢歡欧歐残殘毕畢"
    "气氣汇匯汉漢汤湯沟溝没沒泽澤洁潔济濟测測浓濃涛濤润潤涨漲渐漸温溫湾灣湿濕满滿灭滅灵靈炼煉热熱爱愛"
    "状狀独獨献獻环環现現电電画畫疗療监監盖蓋盘盤矿礦码碼础礎确確离離种種积積称稱稳穩穷窮竞競笔筆签簽"
    "简簡粮糧类類紧緊纪紀约約红紅级級纯純纳納纷紛纸紙线線练練组組细細织織终終经經结結给給络絡统統继繼"
    "绩績维維综綜绿綠编編缘緣缩縮网網罗羅罚罰联聯职職肃肅脑腦节節艺藝苏蘇荐薦药藥获獲营營虑慮虽雖补補"
    "装裝见見规規视視览覽觉覺计計认認讨討让讓训訓议議记記讲講许許论論设設访訪证證评評识識诉訴词詞译譯"
    "试試话話详詳语語误誤请請诸諸读讀课課调調谈談谢謝谓謂责責败敗货貨质質贡貢财財费費资資赛賽赵趙轨軌"
    "转轉轮輪软軟轻輕载載较較辑輯输輸边邊达達迁遷运運进進远遠连連选選递遞适適遗遺邮郵邻鄰郑鄭释釋针針"
    "钟鐘钢鋼钱錢铁鐵银銀链鏈销銷锋鋒错錯键鍵镇鎮长長门門闭閉间間闻聞阅閱队隊阳陽阴陰阵陣阶階际際陆陸"
    "陈陳险險随隨难難韩韓页頁项項顺順须須顾顧预預领領频頻题題颜顏额額风風飞飛饭飯馆館马馬驻駐验驗鱼魚"
    "鸟鳥龙龍齐齊齿齒"
)
SIMPLIFIED, TRADITIONAL = _PAIRS[::2], _PAIRS[1::2]
# Simplified forms that Japan writes as well.
SHINJITAI = frozenset("来国会学党双号区医寿属数断旧条楼残湿温献状独画称宝担乱")
# Regions that print traditional characters.
TRADITIONAL_TAGS = frozenset({"hant", "tw", "hk", "mo"})

HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
KANA = "\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff\uff66-\uff9f"
HANGUL = "\u1100-\u11ff\u3131-\u318e\uac00-\ud7af"
LATIN = "A-Za-z\u00aa\u00ba\u00c0-\u024f\u1e00-\u1eff"

# Script: (characters, its language unless declared otherwise, the others that use it).
SCRIPTS: tuple[tuple[str, str, str], ...] = (
    ("\u0400-\u052f", "ru", "uk bg sr mk be kk ky tg mn tt ba cv ab os ce"),
    ("\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc", "ar", "fa ur ps ug ku sd ckb"),
    ("\u0590-\u05ff", "he", "yi"),
    ("\u0370-\u03ff\u1f00-\u1fff", "el", ""),
    ("\u0e01-\u0e5b", "th", ""),
    ("\u0900-\u097f", "hi", "mr ne sa"),
    ("\u0980-\u09ff", "bn", "as"),
    ("\u0a00-\u0a7f", "pa", ""),
    ("\u0a80-\u0aff", "gu", ""),
    ("\u0b00-\u0b7f", "or", ""),
    ("\u0b80-\u0bff", "ta", ""),
    ("\u0c00-\u0c7f", "te", ""),
    ("\u0c80-\u0cff", "kn", ""),
    ("\u0d00-\u0d7f", "ml", ""),
    ("\u0d80-\u0dff", "si", ""),
    ("\u0e80-\u0eff", "lo", ""),
    ("\u0f00-\u0fff", "bo", "dz"),
    ("\u1000-\u109f", "my", ""),
    ("\u10a0-\u10ff\u1c90-\u1cbf", "ka", ""),
    ("\u0530-\u058f", "hy", ""),
    ("\u1200-\u137f", "am", "ti"),
    ("\u1780-\u17ff", "km", ""),
    ("\u1800-\u18af", "mn", ""),
)
# Letters that tell languages of one script apart; the first whose letters are there often wins.
TELLING: dict[str, tuple[tuple[str, str], ...]] = {
    "ru": (("kk", "әғқңұһ"), ("uk", "їєґі"), ("be", "ў"), ("sr", "ђћџјљњ"), ("mk", "ѓќѕ")),
    "ar": (("ur", "ٹڈڑںے"), ("ug", "ەۇۈې"), ("fa", "پچژگکی")),
}
# One such letter in this many is often.
TELLING_SHARE = 100

# Words that a sentence of the language can hardly do without.
_SMALL_WORDS = {
    "en": "the of and to in is that for was on with are by from has have this which at be",
    "de": "der die das und ist den von mit für auf nicht ein eine im dem des sich auch als wird",
    "fr": "le la les et des du une est dans pour que qui sur pas au avec ce sont plus par",
    "es": "el la los las de que y en un una por con para del se es como más pero su",
    "it": "il di che la per un una del della con non sono gli nel alla dei è si le anche",
    "pt": "o os as de que e do da em um uma para com não por dos no na mais ao",
    "nl": "de het een van en in is dat op te voor met zijn niet aan door ook bij naar er",
    "af": "die van en in is wat het nie te met vir op om dat hy sy aan word deur ook",
    "sw": "ya wa na kwa ni katika la za kuwa hiyo cha yake huo hii baada watu mwa",
    "sv": "och att det som en på är av för med till den har inte ett om de från var vid",
    "da": "og at det som en på er af for med til den har ikke et om de fra var ved blev",
    "nb": "og at det som en på er av for med til den har ikke et om de fra var ved ble",
    "fi": "ja on ei että se oli hän mutta ovat joka kun myös mukaan kuin niin sen tai ole jo",
    "pl": "i w na z się nie do że jest to o jak po za od przez dla są oraz który",
    "cs": "a v na se je že s do o ve po za který jsou pro jako by ale od také",
    "sk": "a v na sa je že s do o vo po za ktorý sú pre ako by ale od aj",
    "hu": "a az és hogy nem is egy van volt meg csak már de ez mint el még ki szerint",
    "ro": "și în de la cu pe care din nu a este sunt pentru că mai fost prin au sau o",
    "tr": "ve bir bu da de için ile olarak olan daha çok gibi kadar sonra en ne ama değil",
    "id": "yang dan di dengan untuk dari ini itu pada dalam tidak akan ke oleh juga telah adalah",
    "vi": "của và là các trong có được cho với không những một người này đã để khi từ",
    "ca": "el la els les de i que en un una per amb del és al ha dels com més ser",
    "et": "ja on ei et see oli ta kui ka mis aga oma selle ning või veel siis",
    "lt": "ir yra kad į su iš kaip bet tai ne už buvo apie dėl nuo jo po dar",
    "lv": "un ir ka par no ar uz kas bet tas nav gan arī pēc kā ko līdz tika",
    "hr": "i je u na se da su za s od o kako koji što ali ne bi će iz",
    "sl": "in je v na se da so za s od o ki kot pa bi ne tudi ali po iz",
}
SMALL_WORDS = {language: frozenset(words.split()) for language, words in _SMALL_WORDS.items()}
# The other way round: the languages that have a small word.
LANGUAGES_OF = {
    word: tuple(language for language, small in SMALL_WORDS.items() if word in small)
    for word in frozenset().union(*SMALL_WORDS.values())
}

# Languages written in Latin letters that a page may declare (ISO 639-1, and some of 639-3).
_LATIN_LANGUAGES = (
    "af ak an ast ay az bi bm br bs ca ch co cs cy da de ee en eo es et eu ff fi fil fj fo fr fy"
    " ga gd gl gn gv ha haw ho hr ht hu hz ia id ie ig ik io is it jv ki kj kl kr ku kw la lb lg"
    " li ln lt lu lv mg mh mi ms mt na nb nd nds ng nl nn no nr nv ny oc om pl pt qu rm rn ro rw"
    " sc se sg sk sl sm sn so sq sr ss st su sv sw tk tl tn to tr ts tw ty uz ve vi vo wa wo xh"
    " yo za zu"
)
LATIN_LANGUAGES = frozenset(_LATIN_LANGUAGES.split())

TAG = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*", re.IGNORECASE)
