"""Lines with which an article is over or that lead to another one. Tables of data, with reasons."""

from __future__ import annotations

import re

from newscrawl.extract.lines import Line
from newscrawl.extract.notices import width
from newscrawl.text.openings import Opening
from newscrawl.text.related_words import end_of_related

# What a site's statement speaks of, other than a school's 特别声明：近日有人冒用我校名义.
_OF_RIGHTS = "(?=.{0,100}(?:转载|版权|观点|立场|侵权|来源|不代表|平台|删除|本[文站网号]|该文|文中|图文|稿件|转自))"
# A line that starts like this ends the article when it stands behind the main text.
_END_LEAD = r"[\s\[【(（<《>»«‹←·•■◆●▪▼▽▲↓↑*#|:：-]{0,80}"
_END = Opening(
    _END_LEAD,
    r"""(?:阅读)?上一?[篇条个则页]|(?:阅读)?下一?[篇条个则页](?!纸)|[上下]一(?:文章|新闻|主题)|[前后][一1][篇条]|前一篇|后一篇|上篇|下篇
    | 返回\S{2,6}[，,]?查看更多|(?:更多|相关)(?:链接|阅读|新闻|文章|报道|信息|内容|推荐|资讯|专题|稿件|附件下载|图集|视频)|延伸阅读|推荐阅读|推荐新闻|热门(?:新闻|文章|推荐|图集|评论)|猜你喜欢|为您推荐|大家都在看|最新(?:评论|新闻|文章)|(?:最新(?:公告|通知|通告|信息|资讯|发布|消息)|通知公告|公告公示|公示公告|新闻公告|站内公告)$|相关(?:文件|解读|政策(?:文件|解读)?)\s*(?:[:：]|$)
    | 作者最新文章|最新动态$|精彩推荐|热点新闻|新闻排行|点击排行|网友评论|发表评论|(?:您?需要|请)?先?登[录陆]后?.{0,4}(?:发表|参与)?评论|我要评论|我来说两句|我要发言|文明上网|已有\d*条评论|\d+\s*条?评论
    | 扫一扫|扫描二维码|扫码(?:阅读|关注|分享)|微信扫|用微信扫|分享(?:到|至|让|本文|文章|给)|分享$|转发到|一键分享
    | 打印本[页文稿]|打印(?:$|\s*[|｜】\]])|关闭(?:窗口|本页|页面)|关闭(?:$|\s*[】\]])|返回(?:首页|列表|顶部|上页|上一?[级页]|目录)|收藏本页|加入收藏|我要收藏|我要打印|纠错|我要纠错|网站纠错|页面功能
    | (?:原创)?版权(?:所有(?![者人])|声明|与免责|归|禁止|属于)|转载申请|(?:如需|如要|若要|欢迎)?转载(?:请?(?:务必)?(?:注明|联系)|请[与和])|未经(?:授权|许可)|以上内容(?:（包括|仅|为|由)|你可能会?喜欢|您可能感兴趣|免责声明|声明[:：]"""
    + _OF_RIGHTS
    + r"""\s*(?:本|凡|转)|凡(?:本[网站报台社刊公]|注明|标注|标明|署名|来源)|主办(?:单位)?[:：]|承办(?:单位)?[:：]|Copyright|©|网站标识码
    | 友情链接|网站地图|联系我们$|关于我们$|隐私|技术支持[:：]|(?:正文|本文)已?结束(?:$|[】\]，,。])|阅读剩余全文|打开(?:APP|客户端)|下载客户端
    | 文章关键词|相关(?:热词|标签|搜索)(?:搜索)?\s*[:：]|关键[词字]\s*[:：]|标签\s*[:：]|Tags?\s*[:：]|所属分类|责任编辑|责编\s*[:：/]
    | 发送给(?:朋友|好友)|推荐给(?:朋友|好友)|返回(?-i:[\u4e00-\u9fff]){1,8}首页|(?:上|下)一?章(?:$|\s)|此前报道\s*[:：]|共找到\s*[\d,]+\s*[个条篇]|(?:手机|移动端)(?:扫码|扫一扫|阅读|查看)|打开微信
    | 往期(?:推荐|回顾|精选|精彩|热文|热点|内容|文章)|[-–—·\s]*(?-i:(?:THE\s)?END)(?:[\s·–—-]*$)|订阅《[^》]{1,16}》|(?:您?看完|读完)(?:此文|本文|这篇)|Notice:\s+The\scontent\sabove
    | (?:全部|所有|最新)跟帖\s*[:：]?$|(?:全部|所有|热门|精彩|最热|最新|网友)?评论(?:列表|区)?\s*[:：]?\s*(?:[(（]\d+[)）]|\d+)?$|(?:Comments?|Feedback)$
    | (?:Comments|Commentaires|Comentarios|Comentários|Commenti|Kommentare|Kommentarer|Kommentit|Komentarze|Komentáře|Komentari|Комментарии|Коментарі|Коментари|Σχόλια|Yorumlar|التعليقات|تعليقات|תגובות|댓글|コメント|Bình\sluận|Reacties|Hozzászólások|Comentarii)\s?(?:[:(]\s?\d*\)?)?$
    | (?:Jetzt\s)?[Ww]eiterlesen(?:\smit\b|$)|Already\sa\ssubscriber|Subscribe\sto\s(?:read|continue|keep)|(?:To\s)?continue\sreading(?:\W|$)|Cet\sarticle\sest\sréservé|Il\svous\sreste\s\d|(?:La\s)?[Ss]uite\s(?:de\scet\sarticle\s)?(?:est\s)?réservée
    | (?:Este\s)?(?:[Aa]rtículo|[Cc]ontenido)\s(?:solo|sólo|exclusivo)\spara|Questo\sarticolo\sè\sriservato|Dit\sartikel\sis\s(?:exclusief|alleen)|Vill\sdu\släsa\s(?:mer|hela)|Allerede\sabonnent|Redan\sprenumerant|Już\s(?:masz|jesteś)\s(?:konto|subskrybentem)
    | Support\s(?:independent|quality|local|our)\s(?:\w+\s)?journalism|Stay\sinformed\swith\b
    | (?:Found|Spotted|See)\san?\s(?:error|mistake|typo)|Fehler\s(?:gefunden|entdeckt)|Signaler\sune\serreur|¿?(?:Has\s(?:visto|encontrado|detectado)|Encontr(?:aste|ou)|Viu)\sun?\s?m?\s?erro|Hai\s(?:trovato|notato)\sun\serrore|Fout\sgezien
    | (?:Såg|Ser|Hittade)\sdu\s(?:något|ett|några)\sfel|Fant\sdu\sen\sfeil|(?:Har\sdu\s)?(?:[Oo]pdaget|[Ff]undet|[Hh]ittat)\s(?:en|ett)\sfe(?:jl|l)|Huomasitko\svirheen|Zauważy(?:łeś|łaś)\sbłąd|Nalez(?:li|l)\sjste\schybu|Našli\sste\schybu|(?:Нашли|Заметили|Помітили|Знайшли)\s(?:ошибку|помилку)
    | \[?\s?ⓒ|저작권자|무단\s?(?:전재|복제)
    | Trackback\b|本文通告引用
    | (?:Previous|Next)\s(?:article|post|news|story|item|page)(?:\W|$)|(?:Vorherige|N[äa]chste|Vorige)[rs]?\s(?:Artikel|Beitrag|Meldung|Nachricht|News)(?:\W|$)
    | (?:Article|Actualité|Billet)\s(?:précédente?|suivante?)|(?:Noticia|Entrada|Art[íi]culo|Not[íi]cia|Artigo)\s(?:anterior|siguiente|seguinte)
    | (?:Articolo|Notizia)\s(?:precedente|successiv[oa])|(?:Предыдущ|Следующ)(?:ая|ий|ее)\s(?:новость|статья|запись|материал)|(?:記事)?(?:一覧|トップ|前のページ)[へに]戻る|목록(?:으로|보기|$)|[前次]の(?:記事|ニュース|お知らせ)|(?:이전|다음)\s?(?:글|기사)
    | (?:(?:Diese\s)?Seite|(?:Diesen\s)?(?:Artikel|Beitrag))\steilen(?:\W|$)|Partager\s(?:cet|cette|sur|l['’])|Compartir\s(?:en|est[ae])(?:\W|$)|Поделиться(?:\W|$)|(?:この記事を)?シェア(?:する|$)
    | Share\sthis|(?:Previous|Prev|Next)(?:\s(?:article|post|page|news|item|one))?\s*[:：]|Back\sto\s(?:the\s|all\s)?(?:list|top|news|overview)|(?:Возврат|Назад|Вернуться)\sк\sспис|Zurück(?:\szu[rm]?\s|$)|Retour(?:\s(?:à|aux?)\s(?:la\s)?(?:liste|actualités|page)|$)|Volver\sa(?:l|\sla)?\s
    """,
)
# Who keeps a site, in its foot, or holds a lecture, in the notice of it.
_HOSTS = re.compile(_END_LEAD + r"(?:主办|承办|协办)(?:单位)?\s*[:：]")
# The same of lines that may begin with anything: 某ICP备, 某栏目 更多>>, 某文 已有3条评论.
_END_WITHIN = re.compile(
    _END_LEAD
    + r"(?:[\u4e00-\u9fff]?[iI][cC][pP]备|[\u4e00-\u9fff]公网安备"
    + r"|\S{2,10}\s{0,3}(?:更多|[mM][oO][rR][eE])\s?[>》»›]{1,3}\s*$"
    + r"|(?:\S.{0,80})?已有\s*\d+\s*[条件篇]评论)"
)
_ARROWS = (">", "》", "»", "›")

# A line that ends like this does, too: the name of the house stands before it.
_RIGHTS = (
    "版权所有",
    "不得转载",
    "保留所有权利",
    "保留一切权利",
    "ights reserved",
    "ights Reserved",
)

_STATEMENT = re.compile(
    r"[\s\[【“\"'「*]*(?:(?:原创)?(?:版权|免责|广告|风险|版权与免责)声明\s*[:：]"
    rf"|(?:郑重|特别)声明\s*[:：]{_OF_RIGHTS}"
    r"|本(?:网站?|[报刊站社台])之?(?:所有|一切)?(?:文字|内容|图片|文章|稿件|作品)[^。]{0,24}(?:授权|许可)"
    r"|(?:本文|文章|作品|本作品|以上(?:内容|文章|图片)?)(?:的)?(?:著作权|版权)(?:归|属|由)"
    r"|[此本该](?:内容|文章?|作品|稿件|报道)(?:为|系|由)[^，。]{1,16}(?:原创|独家)[^。]{0,24}(?:著作权|版权|未经|转载)"
    r"|[^，。]{1,10}(?:原创|独家)(?:文章|内容|稿件|作品)[，,]未经[^，。]{2,10}[，,]?(?:严禁|不得|禁止|请勿|谢绝)[^，。]{0,6}(?:转载|复制|使用|摘编)"
    r"|(?:本(?:内容|文|作品|稿件|报道))?未经[^，。]{0,8}(?:授权|许可|同意|允许)[，,]?(?:严禁|不得|禁止|请勿|谢绝)"
    r"|(?:本文|文章|该文|以上)[^。]{0,24}不代表[^，。]{1,16}(?:立场|观点)"
    r"|风险提示\s*[:：][^。]{0,40}(?:仅代表|立场无关)"
    r"|(?:风险提示\s*[:：]\s*)?(?:以上|本文|文中|上述)(?:所有)?(?:内容|信息|观点|数据|资讯)?(?:[^。，]{0,12}|仅供参考，)(?:仅供参考|不构成[^。]{0,6}(?:投资|操作)))"
)

# A sentence that a template prints: it asks its reader for something, or says whose a text is.
_SENTENCE_END = re.compile(r"(?<!\.)[.!。！][”」』）)\"'»]*\s*$")
_LABELS_END = ":：|｜>》»/】]"
_GOES_ON = 12  # characters of a sentence behind such words, those of Chinese twice
_ASKED = re.compile(
    r"请|欢迎|尽在|(?:^|[，,])关注|关注(?:我们|公众)|扫[一码描]|二维码|登录|客户端|公众号|微信|微博|朋友圈|转载|复制|摘编|镜像|抄袭|刊登|翻印|引用"
    r"|版权(?!问题|归属)|声明|授权|免责|本[网站页]|朋友|没有了|感谢|长按|以下内容|了解更多|更多(?:详情|图)|人参与|条评论|发言|观点|立场|以上内容|[?？©]|APP|rights|journalism|subscri|abonn|réserv"
    r"|riservat|exclusi|prenumer|subskryb|(?:19|20)\d\d\s|\b(?:us|your?|our)\b",
    re.IGNORECASE,
)

# What no template prints between a byline and its text, as it does controls and share words.
_FOLLOWS = re.compile(
    r"""^[\s\[【(（<《>»·•■◆●▪*#|:：-]*(?:
      上一?[篇条个则]|下一?[篇条个则]|[前后][一1][篇条]|前一篇|后一篇
    | (?:更多|相关|热门|热点|最新|推荐|精彩|今日)(?:链接|阅读|新闻|文章|报道|信息|内容|推荐|资讯|专题|稿件|图集|视频|评论|排行|动态)|延伸阅读|新闻排行|点击排行|阅读排行|猜你喜欢|为您推荐|大家都在看
    | 网友评论|全部评论|文明上网|(?:已有)?\s*\d+\s*条评论|(?<=[(（])\s*(?:责任编辑|责编)|(?:原创)?版权(?:所有(?![者人])|声明)|免责声明|(?-i:[\u4e00-\u9fff])?ICP备|友情链接|(?:正文|本文|全文)(?:已)?结束
    )""",
    re.VERBOSE | re.IGNORECASE,
)

# Over what readers say, behind a text: 网友评论 (3), 2 Comments, Commentaires.
_REPLIES = re.compile(
    r"[\s\[【]*(?:(?:全部|所有|热门|精彩|最热|最新|网友|查看|用户|读者)?评论(?:列表|区)?|网友留言|(?:所有|全部|最新)?跟帖|已有\s?\d{1,6}\s?条评论)\s*[】\]]?\s*[(（]?\s?\d{0,6}\s?条?[)）]?\s*[:：]?\s*"
    r"|(?:\d{1,6}\s|Leave\sa\s)?(?:Comments?|Kommentare?r?|Commentaires?|Comentarios?|Comentários?|Commenti|Reacties|Komentarze|Komentáře|Комментарии|Коментарі|Yorumlar|コメント|댓글)\s?[:(]?\s?\d{0,6}\)?",
    re.IGNORECASE,
)

# Before a link to another article that an editor, or a template, sets between two paragraphs.
_AWAY = re.compile(
    r"[\s\[【>》·•■◆●▪*#|:：-]*(?:延伸|相关|推荐|拓展|扩展|关联|此前|更多|猜你)(?:阅读|链接|报道|新闻|文章|喜欢|推荐)"
)

_POINTERS = "►▶▷★☞➤→"
_FILE = re.compile(r"附件|下载|下載|\.(?:docx?|xlsx?|pdf|zip|rar)\b")
_ANNOUNCED = 80  # characters in which other articles are announced
_ENDS_IN = 80  # characters at the beginning of a line that say that an article ends with it
_SAYS = 60  # characters in which a statement says that it is one


def ends_article(line: Line) -> bool:
    """Whether the article is over here, if its main text has been seen."""
    return line.kind == "text" and line.answer(_is_end)


def _is_end(line: Line) -> bool:
    beginning, plain = line.text[:_ENDS_IN], line.beginning[:_ENDS_IN]
    if _STATEMENT.match(plain) or plain.endswith(_RIGHTS) or _begins_end(line, plain):
        return True
    # 次の記事 is none of its words when it is simplified.
    return plain != beginning and _begins_end(line, beginning)


def _begins_end(line: Line, text: str) -> bool:
    if found := _END.match(text):
        return not _goes_on(line, found.end())
    told = "备" in text or "评论" in text or text.rstrip().endswith(_ARROWS)
    return told and _END_WITHIN.match(text) is not None


def begins_like_end(line: Line) -> bool:
    """Whether a line begins as such lines do, though a sentence may go on from the words."""
    return line.kind == "text" and _END.match(line.beginning[:_ENDS_IN]) is not None


def _goes_on(line: Line, end: int) -> bool:
    """Whether what a line begins with is the beginning of a sentence: 下个月，相关文章发表于.

    A label has a colon or a link behind it; what asks its reader for something, or says whose a
    text is, is a template's, though it be a sentence.
    """
    text, rest = line.text, line.text[end:]
    if line.links or text[end - 1] in _LABELS_END or rest[:1] in _LABELS_END:
        return False
    # 下一条 某所举行运动会。 names the next one, 凡标注来源为某报的… says whose a text is.
    said = text[:end]
    if (rest[:1].isspace() and not said[-1].isascii()) or ("凡" in said and "来源" not in said):
        return False
    told = width(rest) >= _GOES_ON and _SENTENCE_END.search(text) is not None
    return told and not asks_reader(line.beginning)


def is_of_event(line: Line, text: Line) -> bool:
    """Whether a line names who holds what a text beside it announces: no foot of the site."""
    if not _HOSTS.match(line.beginning[:_ENDS_IN]):
        return False
    own, other = line.element, text.element
    return own is other or (own.tag == other.tag and own.getparent() is other.getparent())


def is_statement(line: Line) -> bool:
    """Whether a line says whose a text is, or who does not answer for it: no text, however long."""
    return line.kind == "text" and bool(_STATEMENT.match(line.beginning[:_SAYS]))


def only_follows(line: Line) -> bool:
    """Whether the article above is over with a line, wherever it stands."""
    if line.kind != "text" or not _FOLLOWS.match(line.beginning[:_ENDS_IN]):
        return False
    # 本文为博主原创: blogs say so over a post as well.
    return not (is_statement(line) and "本文" in line.text)


def heads_replies(line: Line) -> bool:
    """Whether a line stands over what readers say of an article."""
    return line.kind == "text" and _REPLIES.fullmatch(line.beginning[:_ANNOUNCED]) is not None


def is_related_heading(line: Line) -> bool:
    """Whether a line announces links to other articles: alone, or with the link on it."""
    if line.kind != "text" or (not line.links and len(line.text) > _ANNOUNCED):
        return False  # what follows on such words is no link
    end = end_of_related(line.text[:_ANNOUNCED])
    if end is None:
        return False
    rest = len(line.text) - end
    return rest <= 0 or line.links >= 0.8 * rest


def leads_away(line: Line) -> bool:
    """Whether a line is a link to another article, and says so: 延伸阅读：, or ► and a title."""
    if line.links * 2 <= len(line.text):
        return False
    if line.text[0] in _POINTERS and line.links * 10 >= len(line.text) * 8:
        return not _FILE.search(line.text)
    return bool(_AWAY.match(line.beginning[:20]))


def asks_reader(text: str) -> bool:
    """Whether a text asks its reader for something, or says whose it is, as templates do."""
    return _ASKED.search(text) is not None
