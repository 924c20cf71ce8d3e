"""Names as Japanese papers print them beside a date: 中川 竜也, 佐藤健一."""

from __future__ import annotations

import re

# The surnames of about half of the people of Japan (public lists of the most common ones).
_SURNAMES = """
    佐藤 鈴木 高橋 田中 伊藤 渡辺 渡邊 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 斎藤 斉藤 齋藤 清水 山崎 池田 橋本 阿部
    森 石川 山下 中島 前田 藤田 小川 後藤 岡田 長谷川 石井 村上 近藤 坂本 遠藤 青木 藤井 西村 福田 太田 三浦 藤原 松田 岡本 中川 中野
    原田 小野 田村 竹内 金子 和田 中山 石田 上田 森田 小島 柴田 原 宮崎 酒井 工藤 横山 宮本 内田 高木 安藤 谷口 大野 丸山 今井 河野
    藤本 村田 武田 上野 杉山 増田 菅原 平野 大塚 千葉 久保 松井 小山 岩崎 桜井 木下 野口 松尾 野村 菊地 菊池 佐野 大西 杉本 新井 浜田
    古川 市川 水野 小松 島田 山内 西田 菅野 北村 安田 五十嵐 川口 平田 関 川崎 本田 飯田 久保田 吉川 中田 沢田 辻 渡部 服部 岩田 西川
    福島 中西 土屋 秋山 樋口 永井 吉村 川村 東 大橋 小池 石原 馬場 大島 田口 山中 望月 浅野 松下 松村 篠原 荒木 永田 大久保 内藤 松岡
    尾崎 岡崎 須藤 小沢 荒井 本間 星野 矢野 早川 熊谷 黒田 大谷 片山 堀 成田 栗原 児玉 宮田 奥村 川上 荒川 関口 堀内 高野 広瀬 岡村
"""
# What given names end with, and hardly any word behind a place: 千葉 船橋, 山口 支局, 石川 政治.
_ENDS = "郎子美也介太樹一二三香恵奈乃佳希平彦夫雄男志之明弘博幸司紀貴孝裕宏浩哉斗翔里江枝織穂華衣絵輔吾悟朗茂直哲剛隆亮豪"
_BEHIND = re.compile(
    rf"(?:[ \u3000](?!第|女子|男子|紹介)[\u3400-\u9fff]{{0,2}}|(?<=..)[\u3400-\u9fff]?)[{_ENDS}]"
)
_KNOWN = frozenset(_SURNAMES.split())
_LONGEST = 3  # characters of a surname


def is_japanese_name(text: str) -> bool:
    """Whether a text is a common surname and a given name, with a blank between or without."""
    return any(
        text[:size] in _KNOWN and _BEHIND.fullmatch(text, size) for size in range(1, _LONGEST + 1)
    )
