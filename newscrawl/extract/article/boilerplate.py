"""Lines that stand in or beside an article and are not its text. Tables of data, with reasons."""

from __future__ import annotations

import re
from functools import lru_cache

from newscrawl.extract.article.end_marks import asks_reader
from newscrawl.extract.article.offers import is_offer
from newscrawl.extract.lines import BEGINNING, Line
from newscrawl.text.label_tables import LABELS, LabelRole
from newscrawl.text.labels import BOUNDARY
from newscrawl.text.openings import Opening
from newscrawl.text.patterns import any_of
from newscrawl.text.signatures import read_signature
from newscrawl.text.traditional import simplified

# 今天是2024年3月12日，全市的中小学今天开学。
_TWO_PARTS = re.compile(r"[^，。：:（(]{4,}，[^：:]{6,}[。！]\s*")
# A line that is never text of the article, wherever it stands. Whole line.
_NEVER_LEAD, _NEVER_TAIL = r"[\s\[【(（<《>»·•■◆●▪▼▽▲↓↑→←*#|-]{0,80}", r"[\s\]】)）<>|。.▼▲-]*"
_NEVER = Opening(
    _NEVER_LEAD,
    r"""\#{2,}|(?-i:ENDS)|Comments?\s?[:(]?\s?\d{1,5}\)?|[←‹«]\s?(?:Back|Return|Zurück|Retour|Volver|Torna|Indietro|Voltar|Tillbaka|Tilbake|Tilbage|Terug|Takaisin|Powrót|Zpět|Späť|Vissza|Natrag|Nazaj|Înapoi|Geri|Πίσω|Назад|Вернуться)\b[^»]{0,40}
    | Back\sto\s(?:top|list|home|overview|(?:all\s|the\s)?news(?:\s\w+)?)
    | (?:编校|终审|初审|复审|审校|核发|值班总监|值班主任|监制|录入|选稿|排版|制作|一审|二审|三审|签发|核稿)\s*[:：/／|｜丨].{0,60}
    | (?:本文)?(?:来源|稿源|文章来源|信息来源|稿件来源|素材来源|本文来源于|(?:供稿|来稿|投稿|报送)(?:单位|部门|科室))\s*[:：].{0,60}
    | (?:发布|更新|发稿|录入|添加|上传)(?:时间|日期)\s*[:：].{0,60}
    | (?:浏览|点击|阅读|访问)(?:次数|量|数|率)?\s*[:：(（]\s*\d*\s*次?[)）]?.{0,20}
    | \+\d{1,3}|End\sof\s.{1,20}|(?:跳过|略过).{1,12}(?:并|，)?继续阅读.{0,8}|请?继续往下阅?读.{0,8}|点击播报本文.{0,12}
    | (?:(?:投稿|来稿)[邮信]箱\s*[:：]?\s*[\w.-]{1,40}@[\w.-]{1,40}[\s，,；;|｜]{1,4})?(?:(?:本[报台刊网]|新闻|读者|记者|报料|爆料|商务)(?:新闻)?(?:热线|报料|爆料|邮箱|信箱|电话)\s*[:：]?\s*(?:[\d()（）/、\s-]{6,40}|[\w.-]{1,40}@[\w.-]{1,40})(?:\s?[报爆]料有奖)?[\s，,；;|｜]{0,4}){1,3}
    | (?:点赞|收藏|评论|转发|分享|阅读|浏览)(?:次数|量|数)
    | 相关(?:字词|标签|热词|词条)\s*[:：﹕].{0,60}|(?:本文导航|进入专题)\s*[:：].{0,60}|您对本文的评分\s*[:：].{0,20}
    | 原(?:文)?标题\s*[:：].{0,200}|原题\s*[:：].{0,200}
    | (?:【?字[体号]】?|文字大小|选择字号)\s*[:：]?.{0,30}|[大中小特TA+\-\s\[\]【】|]{2,14}|A[+-]|小字号|(?:放大|缩小)字体
    | (?:打印|关闭|收藏|分享|返回|顶部|评论|推荐|纠错|投诉|举报|复制链接|语音播报|顶一下|踩一下)(?:[\s|｜\]】\[【、/]*(?:本页|窗口|页面|打印|关闭|收藏|分享|返回|顶部|评论|推荐|纠错|大|中|小))*
    | 首页\s*\|?\s*上一页.{0,40}|(?:\[\d+\]\s*){2,}|当前位置.{0,80}|您(?:现在|当前)?的?(?:所在)?位置.{0,80}
    | 点击(?:此处|这里|图片|[上下大]图|可以?复制|阅读|播放|进入|查看|加载).{0,30}|展开全文|点击展开.{0,10}|(?:点击)?(?:阅读|查看)[原全]文|图片加载中.*|视频加载中.*|加载中.*
    | (?:一键)?(?:分享|转发)(?:(?:到|至)\s*[:：]?|\s*[:：])|(?:分享|复制|收藏|提交|操作)成功|(?:影片|视频|音频|图片)[载加]入中.*|关注(?:该|本)?公众号|返?回(?:上一?页|列表|首页|目录)|(?:友善)?列印|转寄(?:友人|好友)?
    | 查看(?:原图|大图|高清图).{0,12}|更多.{0,50}(?:请|敬请|欢迎)(?:关注|访问|登[录陆]|下载).{0,50}|本[帖贴文]由.{1,40}(?:发表|发布|上传).{0,80}|[(（]?本文发表于.{0,40}已被(?:阅读|浏览)\s*\d+\s*次[)）]?|[×✕✖]
    | ——?\s?《[^》]{2,30}》.{0,24}|[（(]?(?:摘自|原载|原载于|转自|转载自|选自|载自|刊于)\s*[:：]?\s*[《“].{2,60}
    | 您是(?:本文|本页|本站)?第?\s*\d+\s*[个位].{0,8}|[(（]?(?:本文|本页)?已?被?(?:阅读|浏览|点击|访问)(?:了|过)?\s*[:：]?\s*\d+\s*次[)）]?
    | (?:刚刚|今天|昨天|前天|\d{1,3}\s*(?:秒|分钟|个?小时|天|周|个?月|年)前)(?:\s*\d{1,2}[:：]\d{2})?
    | (?:欢迎.{0,12})?(?:今天|今日|现在|当前(?:时间|日期)|北京时间)(?:是|为)?\s*[:：]?\s*(?:公元)?(?:19|20)\d\d\s?[-年./]\s?\d{1,2}\s?[-月./]\s?\d{1,2}\s?日?.{0,24}
    | (?:对不起|抱歉|很遗憾)[，,]?您的浏览器.{0,12}不支持.{0,40}|Your\sbrowser\sdoes\snot\ssupport.{0,60}
    | 分[隔割]线\s*[-—–=_*~]{3,}|(?:IP属地|发布地)\s*[:：]?\s*(?-i:[\u4e00-\u9fff]){2,3}|更多(?:内容|信息)?[>》»…]*
    | (?:来自|发布于|[∙·•])\s?(?:北京|天津|河北|山西|内蒙古|辽宁|吉林|黑龙江|上海|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|重庆|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆|香港|澳门|台湾)
    | 声明\s*[:：](?=.{0,100}(?:转载|版权|观点|立场|侵权|来源|不代表|平台|删除|本[文站网]|该文)).{0,200}|(?:[本该](?:文|文章)(?:的?(?:内容|观点))?)?(?:仅代表|不代表)(?:作者|本站|本网).{0,100}|特别声明(?=.{0,100}(?:转载|版权|观点|立场|侵权|来源|不代表|平台|删除|本[文站网]|该文)).{0,300}|(?:特别|温馨|友情)提[示醒]\s*[:：].{0,40}(?:转载|仅代表|来源于(?:网络|互联网|公开)|版权|本网无关).{0,100}|(?:更多精彩|欢迎关注|关注我们|长按二维码|识别二维码).{0,80}
    | (?:Kategorien?|Categor(?:y|ies)|Catégories?|Rubri(?:k|que)|Categor[ií]as?|Рубрик[аи]|カテゴリー?|카테고리|Tags?|Schlagw[oö]rte?r?)\s?[:：].{0,60}
    | This\ssite\sis\sprotected\sby\sreCAPTCHA.*
    | (?:(?:Executive|Responsible|Web)\s)?Editors?\s?[:：].{0,60}|(?:Edited|Reviewed|Proofread)\sby\s?[:：].{0,60}
    | (?:Advertisement|ADVERTISEMENT|Anzeige|Publicité|Publicidad|Werbung|Print|Share|Email|Tweet|Facebook|Twitter|WhatsApp|LinkedIn|Copy\slink|Comments?|Sign\sup.{0,60}|Subscribe.{0,60})
    | (?:Advertisement|Annonce|Reklame|Annons|Mainos|Advertentie|Pubblicità|Publicidade|Реклама|広告|광고)(?:\s[·|•—-]\s.{0,30})?
    | (?:有料)?会員(?:になると|登録すると|限定の).{0,40}(?:記事|お読み|ご覧).{0,20}
    | SCROLL\sTO\sCONTINUE.{0,30}|(?:Story|Article)\scontinues\s(?:below|after).{0,40}|La\ssuite\saprès\s.{0,30}|(?:Artikel|Text)\swird\snach.{0,40}fortgesetzt|(?:De\s)?tekst\s(?:gaat|loopt)\s(?:verder|door).{0,50}|Lees\sverder\sonder.{0,30}
    | Artikel(?:n|en)?\s(?:fortsätter|fortsetter|fortsætter).{0,40}|Artikk?elen\sfortsetter.{0,40}|(?:Juttu|Artikkeli)\sjatkuu.{0,40}|Mainos\späättyy|Dalsz(?:a|y)\s(?:część|ciąg)\s.{0,60}|Продолжение\s(?:ниже|после\sрекламы).{0,30}|Продовження\sпісля\sреклами.{0,20}|Continua\s(?:a\sleggere|dopo).{0,40}|Sigue\sleyendo.{0,20}|Continua\sdepois\sda.{0,30}
    | انتهای\sپیام/?|[-–—]\s?(?:Ends|ENDS|30)\s?[-–—]
    | (?:Published|Posted)\s.{0,20}\b(?:19|20)\d\d\b\s[•·|].{0,80}|Externe[nr]?\sInhalte?.{0,30}
    | (?:(?:Facebook|Twitter|X|WhatsApp)['’]t?[ade]{1,2}\s[Pp]aylaş\s?){1,4}
    | (?:Jaa|Dalintis|Zdieľať|Podijeli|Podeli|Dalīties|Jaga|Comparteix|Del|Dela|Deel|Paylaş|Udostępnij|Sdílet|Megosztás|Distribuie|Сподели|Поширити|Κοινοποίηση|Chia\ssẻ|Bagikan|مشاركة|شارك|שתפו?|แชร์)(?:\s\w{2,12}){0,2}\s?:?(?:\s(?:Facebook|Twitter|X|LinkedIn|WhatsApp|Telegram|Email)){0,6}
    | (?:Partager|Compartir|Condividi|Teilen|Delen|Share)(?:\s\w{2,12}){1,3}\s?:(?:\s(?:Facebook|Twitter|X|LinkedIn|WhatsApp|Telegram|E-?mail|Mastodon|Bluesky)){1,6}
    | (?:(?:Partager|Commenter|Commentaires|Discussion|Imprimer|Teilen|Drucken|Kommentare|Merken|Compartir|Imprimir|Comentarios|Condividi|Stampa|Commenti|Delen|Dela|Поделиться|Печать|Комментарии|シェア|ツイート|공유|댓글|인쇄)(?:\s|$)){1,4}
    | (?:Skip|Jump)\sto\s.{3,40}|Accéder\s(?:au|à|aux)\s.{3,40}|Aller\sau\s(?:contenu|menu).{0,20}|Zum\s(?:Inhalt|Menü)\b.{0,20}|Ir\sal\scontenido.{0,20}
    | (?:QQ空间|QQ好友|新浪微博|腾讯微博|微信好友|微信|微博|朋友圈|人人网|豆瓣|网易云音乐|Qzone|X)(?:\s(?:QQ空间|QQ好友|新浪微博|腾讯微博|微信|微博|人人网|更多|0))*
    """,
    _NEVER_TAIL,
)
# The same of lines that may begin with anything: 某某部编辑：某人.
_NEVER_WITHIN = re.compile(
    _NEVER_LEAD
    + r"(?:责任|[^\s编责主校审]{0,4})(?:编辑|编缉|责编|主编|编审|校对|审核|审读)\s*[:：/／|｜丨].{0,60}"
    + _NEVER_TAIL
)
# What tells by its end: 更多精彩尽在某某客户端, 某报官方账号, 某网广告合作，请点击这里.
_OFFER = re.compile(
    r".{0,40}[尽都就]在\S{0,16}(?:APP|客户端)|.{0,30}官方[账帐]号|\S{0,8}广告合作.{0,12}"
)
_OFFERED = frozenset(("PP", "户端", "账号", "帐号", "这里"))
# The words of the controls that a template prints around a text; a line of nothing else is one.
_PRINTED = """页面功能 添加评论 固定链接 引用通告 写入日志 我来说两句 留言 我要留言 我要评论 发表评论 查看评论 网友评论 评论 跟帖 回复 我要“揪”错 揪错 纠错 我要纠错 举报 投诉 推荐 收藏 我要收藏 加入收藏 收藏本文 收藏本页
    分享 分享到 转发 打印 打印本页 打印本文 打印此页 打印文章 我要打印 关闭 关闭窗口 关闭本页 关闭此页 关闭页面 返回 返回顶部 返回列表 返回上页 顶部 复制链接 语音播报 朗读
    邀请 打赏 赞赏 顶 顶一下 踩一下 好评 差评 鲜花 握手 雷人 鸡蛋 路过 支持 反对 感动 震惊 难过 愤怒 开心 高兴 搞笑 新奇 无聊 羡慕 同情 利好 利空 收听
    字体 字号 大 中 小 大号 中号 小号 默认 超大 特大 放大 缩小 放大字体 缩小字体 点赞 赞 踩 关注 已关注 订阅 取消 展开 收起 播放 暂停 下载 保存 发送 邮件 发送邮件 上一页 下一页 首页 尾页
    发送给朋友 推荐给朋友 双击滚屏 视力保护色 T A
    关注者 被浏览 关注问题 写回答 上一张 下一张 原图 查看原图 全屏 全屏观看 自动播放 反馈 Print Close Back Top Share Tweet 阅读 浏览 在看
    微信 微信好友 朋友圈 微博 新浪微博 腾讯微博 QQ QQ空间 QQ好友 Qzone 人人网 豆瓣 贴吧 易信 更多 手机阅读 手机看 扫一扫"""
_CONTROLS = frozenset(_PRINTED.split())
# 【评论】【大 中 小】【打印】: of three and more one may be called as nowhere else.
_IN_BOXES = re.compile(r"(?:[【\[][^】\]]{1,12}[】\]]\s*){3,}")
_BOXES = re.compile(r"[【】\[\]]")
_PAGES = re.compile(r"共?第?\d{1,3}页|\d{1,3}/\d{1,3}页?")
_PICTURE_OF = re.compile(r"[（(]?\d{1,3}\s?/\s?\d{1,3}[)）]?")  # 1/6, under a picture of a set
_BETWEEN = re.compile(r"[\s|｜/·•【】\[\]()（）<>《》〖〗:：,，、+＋-]+")
_COUNT = re.compile(r"[\d.]{1,9}[%万千wWkK]?\+?")
# 0人参与 12评论; 128 人赞同了该文章
_TALLIES = re.compile(
    r"(?:(?:\d{1,9}|[\d.]{1,9}[万千wWkK])\+?\s?[人次条个]{0,2}(?:参与|评论|跟帖|阅读|浏览|观看|点赞|赞同?|喜欢|收藏|分享|转发|关注|回复)"
    r"(?:了?[该本这][篇个]?(?:文章|回答|问题))?[\s|·]*){1,6}"
)
# 「#暴雨 #道路」: what a page is filed under, where no link says so.
_HASHED = re.compile(r"(?:[#＃][^\s#＃，。！？]{2,14}\s*){1,12}")
_FOOTER = re.compile(
    any_of(
        *(
            "版权所有",
            "Copyright",
            r"All\s*Rights?\s*Reserved",
            "ICP[备证]",
            "公网安备",
            "网站标识码",
        ),
        *("位访客", "位访问者", "访问总量", "通[讯信]地址[:：]"),
        *("主办单位", "技术支持[:：]", "邮政?编码?[:：]", "建议使用"),
        "最佳分辨率",
        # 未经许可不得进入 is an order.
        "未经许可不得.{0,10}(?:转载|转发|复制|摘编|镜像|引用|使用$)",
        *(
            "互联网新闻信息服务许可",
            "违法和不良信息举报",
            "客服电话",
            "招聘信息",
            "广告服务",
            "法律声明",
        ),
    )
)
# 1024*768以上分辨率: the screen that a site is made for; 高分辨率影像 is science.
_SCREEN = re.compile(r"\d{3,4}\s?[*×xX]\s?\d{3,4}")
_OPENING = "（(【[〔"
_CLOSED = re.compile(r"[（(【\[〔][^（()）【】\[\]〔〕]{2,40}[)）】\]〕]")
_RUNNING = re.compile(r"[^，。：:]{6}.*，.{6}.*。")  # of a sentence in two parts
_FILED_UNDER = (
    "标签 文章标签 分类 分类专栏 所属分类 栏目 所属栏目 频道 文章分类 Tags Category Categories"
)
_FILED = frozenset(_FILED_UNDER.split())
_FAR_EAST = "\u2e80"  # Chinese and Japanese labels come behind all others
# 文稿：某甲 责编：某乙 审核：某丙. What the first label begins with tells most lines apart.
_SENTENCE = re.compile(r"[。！？]")
_EDITORS = frozenset(("editor", "reviewer"))
_MAKERS = _EDITORS | {"author", "correspondent", "photographer", "publisher", "source", "stop"}
_MAKING: tuple[LabelRole, ...] = ("editor", "reviewer", "author", "correspondent", "photographer")
_CREDITED = frozenset(name[0] for role in _MAKING for name in LABELS[role].split())
# Who stands over editors: sets of labels keep the lines of his that the words above do not hold.
_OVER = frozenset(("监制", "总监制"))
_PARTED = re.compile(r"[:：/／|｜丨\s]")
_LONGEST_CREDITS, _SHORT_CREDITS = 120, 40  # characters of such a line, and of one with one name
_COMES_AGAIN = 40  # characters of a line that may be a template's, on each of a site's pages
_MOST_CONTROLS = 20  # controls on a line
_STOPS = ("。", "！", "？", "；")  # what no control ends with
_GLUED = 40  # characters of a line of links that may be controls without blanks


def is_never_text(line: Line) -> bool:
    """Whether the whole line is a control, a counter, a credit or a source, not text."""
    asked = line.kind == "text" and len(line.text) <= BEGINNING and not line.plain
    return asked and line.answer(_is_no_text)


def _is_no_text(line: Line) -> bool:
    if "/" in line.text and line.row is None and _PICTURE_OF.fullmatch(line.text):
        return True
    says_nothing = _says_nothing_once if len(line.text) <= _COMES_AGAIN else _says_nothing
    if (
        says_nothing(line.text, line.beginning)
        or _is_advert(line)
        or _is_filed(line)
        or _are_credits(line)
    ):
        return True
    # <a>收藏</a><a>分享</a>: no blank parts the controls, but each has an element of its own.
    apart = len(line.text) <= _GLUED and BOUNDARY in line.raw
    if not apart:
        return False
    pieces = " ".join(line.marked.replace(BOUNDARY, " ").split())
    return _says_nothing_once(pieces, simplified(pieces))


def _says_nothing(text: str, plain: str) -> bool:
    """The same of a text alone, and in simplified characters."""
    if _opens_a_text(plain):
        return False
    never = _NEVER.fullmatch(text) or (plain != text and _NEVER.fullmatch(plain))
    if not never and ("编" in plain or "审" in plain or "校对" in plain):
        never = _NEVER_WITHIN.fullmatch(plain)
    never = never or (plain[-2:] in _OFFERED and _OFFER.fullmatch(plain))
    if never:
        return _TWO_PARTS.fullmatch(plain) is None or asks_reader(plain)
    return are_controls(plain) or is_offer(plain)


_says_nothing_once = lru_cache(maxsize=4096)(_says_nothing)


def _opens_a_text(plain: str) -> bool:
    """Whether a sentence follows on what stands in a bracket: （来源：某报）近日."""
    if not plain or plain[0] not in _OPENING:
        return False
    found = _CLOSED.match(plain)
    return found is not None and _RUNNING.search(plain, found.end()) is not None


def are_controls(text: str) -> bool:
    """Whether a text is two controls or more, or one with its count, or numbers of pages."""
    if len(text) > 4 * _MOST_CONTROLS or text.endswith(_STOPS):
        return False
    if _IN_BOXES.fullmatch(text):
        boxes = [one.split() for one in _BOXES.split(text) if one.strip()]
        return sum(_CONTROLS.issuperset(one) for one in boxes) * 2 >= len(boxes)
    if text[:1].isdigit() and _TALLIES.fullmatch(text):
        return True
    pieces = [word for word in _BETWEEN.split(text) if word]
    named = False
    for word in pieces:  # of most lines the first one is no control
        if word in _CONTROLS:
            named = True
        elif not (_COUNT.fullmatch(word) or _PAGES.fullmatch(word)):
            return False
    return named and len(pieces) > 1


def is_control(line: Line) -> bool:
    """Whether a line is the word of one control: beside others of its kind it is no text."""
    return line.kind == "text" and simplified(line.text.strip("[]【】 ")) in _CONTROLS


def _is_filed(line: Line) -> bool:
    """Whether a line says under which links the article is filed: 标签： 杂谈 分类： 随笔."""
    if line.text[0] in "#＃":
        linked = line.links * 10 >= len(line.text) * 8
        return linked or _HASHED.fullmatch(line.text) is not None  # #环评 #半导体
    labels = line.labels if line.links else ()
    if not labels or line.marked[: labels[0].start].strip(f" {BOUNDARY}"):
        return False
    # 关键词 stands under an abstract as well.
    return all(
        one.label in _FILED or (one.role == "keywords" and one.label < _FAR_EAST) for one in labels
    )


def _are_credits(line: Line) -> bool:
    """Whether a line names by role, and nothing else, who made the page: an editor among others."""
    opened = line.text[:1] in _OPENING
    if line.text[opened : opened + 1] not in _CREDITED or len(line.text) > _LONGEST_CREDITS:
        return False
    if _SENTENCE.search(line.text) or not _PARTED.search(line.text):
        return False
    labels = line.labels
    if not labels:
        signed = read_signature(line.text)
        return any(one.word not in _OVER and not _EDITORS.isdisjoint(one.hands) for one in signed)
    if labels[0].start > opened or (len(labels) == 1 and len(line.text) > _SHORT_CREDITS):
        return False
    if all(label.label in _OVER for label in labels):
        return False
    roles = {label.role for label in labels}
    # In brackets at a text's end writers stand beside them, as a part of it.
    return roles <= (_EDITORS if opened else _MAKERS) and not roles.isdisjoint(_EDITORS)


def _is_advert(line: Line) -> bool:
    return line.text.startswith(("广告", "廣告")) and line.links >= len(line.text) - len("广告：")


def is_footer(line: Line) -> bool:
    """Whether the line belongs to the site, not to the article."""
    if _FOOTER.search(line.text):
        return True
    return "分辨率" in line.text and _SCREEN.search(line.text) is not None
