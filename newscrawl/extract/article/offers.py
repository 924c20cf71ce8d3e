"""Lines with which papers, portals and accounts ask their readers for something: scan, open, follow.

Told by how they are built: a deed, what it is done to, and perhaps what for; nothing else stands on
the line, which is short.
"""

from __future__ import annotations

import re

from newscrawl.text.openings import Opening

_APP = r"(?:app|客户端|小程序|公众号)"
_USES = r"(?:查看|阅读|观看|收看|收听|体验|掌握|获取|了解|接收|浏览|参与|享受|畅读|发现|打开|关注|下载|分享|转发|进入|加入|添加|评论|留言|看|听|读)"
_FOR = rf"(?:[，,、\s]*(?:即可|立即|第一时间|随时|免费|更多|一起|可以?|在线|来)*+{_USES}|[，,\s]*(?:更多|阅读|精彩|随时))"
_LEAD, _TAIL = (
    r"[\s\[【(（<《>»·•■◆●▪▲▼↑↓*#|“\"'「:：—-]{0,80}",
    r"[\s\]】)）>|。.!！~～”\"」👆👇]*",
)
_OFFER = Opening(
    _LEAD,
    rf"""
      # 微信扫一扫，关注某报; 扫码看更多; 长按识别二维码
      (?:欢迎|敬请|请|长按|点击|打开|使?用|通过|手机|微信|支付宝|浏览器|抖音|[，,\s])*+
      (?:扫一扫|扫码|扫描|识别|扫(?=[上下左右]))(?:[上下左右]?[方侧图边]|图中|文末|此|本|该|二维码|小程序|图片|码|[“”"，,\s])*+(?:$|的?{_FOR}.{{0,24}})
      # 打开某某APP查看更多
    | (?:立即|点击|点我|马上|前往|赶快|快来|现在|欢迎|请)*+(?:打开|下载|安装|用|使用|升级)(?:最新版?)?[^\s，。,]{{0,14}}{_APP}(?:$|{_FOR}.{{0,24}}|[，,][^，。,]{{2,14}})
    | (?:APP|客户端)内?(?:免费|随时|快速){_USES}.{{0,12}}
      # 点击上方蓝字关注我们; 戳下方名片
    | (?:[↑↓→←▲▼👆👇]|请|欢迎)*+(?:点击|戳|轻触|点)(?:[上下左右][方侧面边角]+|文末|顶部|这里)?[“"「『]?(?:[^“”\s]{{2,12}}[”\"」]\s?(?:即可|立即)?(?=关注)|)(?:蓝字|蓝色|名片|卡片|头像|小程序|关注|阅读原文).{{0,20}}
      # 听新闻 02:31
    | (?:听(?:新闻|全文|文章|资讯|报道)|(?:语音|AI|全文|智能)?(?:朗读|播报|播读))(?:全文|文章)?\s*(?:\d{{1,2}}:\d\d)?(?:\s?/\s?\d{{1,2}}:\d\d)?
      # 关注我们的脸书专页
    | (?:Like|关注|追踪|加入|订阅)我们的?.{{0,8}}(?:面簿|面书|脸书|Facebook|Instagram|Telegram|WhatsApp|YouTube|频道|专页).{{0,24}}
    | 请您来播报\s?收听|下载[^\s，。,]{{1,6}}新闻
    | 您(?:当前|现在|所)?(?:使用|用)?的?浏览器.{{0,16}}不支持.{{0,40}}
    | (?:本文|原文|文章|转载)?(?:链接|网址|地址|永久链接)(?:地址)?\s*[:：]\s*https?://(?!\S{{0,40}}(?:doi\b|/10\.\d{{4}}))\S{{1,200}}
    | (?:加载|展开|查看|浏览|看)更多(?:评论|内容|新闻|影片|视频|图片)?|没有更多(?:了|内容)?|已经到底了?
    """,
    _TAIL,
)
# 某某APP, which stands under its code
_NAMED_APP = re.compile(_LEAD + r"[\u4e00-\u9fffA-Za-z]{2,8}\s?[aA][pP][pP]" + _TAIL)
# 点个“在看”，让更多人看到; 现在看新闻 点我下载APP
_ASKS = re.compile(
    r"""(?:.{0,14}[，,])?(?:别忘了?|记得|请|就|欢迎|顺手|给我们|为我们|[，,\s])*+(?:点一?[个亮下]|加个|点(?=[“"「]))\s?[“"「]?(?:在看|赞|关注|星标|小心心).{0,24}
    | .{0,40}(?:点我|点此|点这里)(?:下载|查看|看|订阅|加入|了解|阅读).{0,16}""",
    re.VERBOSE | re.IGNORECASE,
)
_LONGEST = 60  # characters of an offer, but of a link
_ADDRESS = 240


def is_offer(text: str) -> bool:
    """Whether a line (in simplified characters) is nothing but such a request."""
    if len(text) > _LONGEST and not ("http" in text and len(text) <= _ADDRESS):
        return False
    asks = "点" in text and _ASKS.fullmatch(text)
    named = "app" in text.lower() and _NAMED_APP.fullmatch(text)
    return bool(asks or named) or _OFFER.fullmatch(text) is not None
