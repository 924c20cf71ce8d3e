"""Traditional characters read as simplified ones: the tables of words are written in those.

Only for comparing with words: what a page prints is kept as it is printed.
"""

from __future__ import annotations

import re

from newscrawl.text.language_tables import SIMPLIFIED, TRADITIONAL

# What the pairs that tell the scripts apart have not got: surnames, words of templates, and forms
# of which the simplified side is a word of its own. Simplified and traditional form in turn.
_MORE = (
    "吴吳杨楊冯馮邓鄧萧蕭吕呂卢盧谭譚贾賈邹鄒赖賴龚龔万萬黄黃庄莊庞龐聂聶乔喬阎閻涂塗饶饒邝鄺骆駱贺賀麦麥娄婁窦竇闵閔钟鍾岳嶽游遊芦蘆鲍鮑缪繆鲁魯鲜鮮谷穀丰豐点點击擊浏瀏声聲扫掃订訂顶頂贴貼签籤账賬启啟赞讚赞贊云雲"
    "夹夾夸誇写寫采採制製布佈于於后後里裡台臺准準周週卷捲松鬆面麵干幹范範向嚮并並只隻复複系係吁籲迹跡托託杰傑碍礙馈饋询詢档檔锁鎖栏欄拟擬励勵"
    "续續别別鸡雞纠糾赏賞贵貴讯訊该該隐隱缉緝陕陝辽遼违違暂暫读讀丛叢乌烏邬鄔储儲蒋蔣蓝藍荣榮诺諾谌諶车車韦韋阙闕厉厲宾賓巩鞏栾欒荆荊迟遲晋晉蔺藺阚闞闫閆郏郟纲綱"
)
_FOLD = str.maketrans(TRADITIONAL + _MORE[1::2], SIMPLIFIED + _MORE[::2])
_TRADITIONAL = re.compile(f"[{TRADITIONAL}{_MORE[1::2]}]")
_FORMS: dict[str, str] = {}
for _form, _plain in zip(TRADITIONAL + _MORE[1::2], SIMPLIFIED + _MORE[::2], strict=True):
    _FORMS[_plain] = _FORMS.get(_plain, "") + _form


def simplified(text: str) -> str:
    """A text with its traditional characters as simplified ones, each in its place."""
    # Most texts have none, and to see that takes a tenth of what folding does.
    return text.translate(_FOLD) if _TRADITIONAL.search(text) else text


def either_script(characters: str) -> str:
    """Characters and their traditional forms: a set that asks before a text is simplified."""
    return characters + "".join(_FORMS.get(one, "") for one in characters)
