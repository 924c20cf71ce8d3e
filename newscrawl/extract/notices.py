"""What a server says in the place of an article, told by how such sentences are built.

The tables name what the sentence is about and what has become of it, not whole spellings. Articles
write about such things, too: the caller decides how much text may stand around the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from enum import StrEnum
from functools import cached_property

_LONGEST = 90  # bytes in GBK: 45 characters of Chinese, 90 letters


class Notice(StrEnum):
    """What is said."""

    BLOCKED = "blocked"
    RESTRICTED = "restricted"
    GONE = "gone"
    BROKEN = "broken"


class _Any:
    """What any of some patterns matches; compiled for the first page that is held against it.

    Pages with much text are not: most checks of a list, and many crawls, never need one.
    """

    def __init__(self, *patterns: str) -> None:
        self._patterns = patterns

    @cached_property
    def search(self) -> Callable[[str], re.Match[str] | None]:
        """As a pattern has it."""
        return self._compiled.search

    @cached_property
    def match(self) -> Callable[[str], re.Match[str] | None]:
        """As a pattern has it."""
        return self._compiled.match

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile("|".join(self._patterns), re.IGNORECASE)


_THING = (
    "(?:页面?|网页|信息|文章|内容|资源|文档|稿件|新闻|文件|栏目|网址|链接|记录|帖子|商品|主题|数据(?!库)|"
    "頁面|網頁|資訊|內容|資源|檔案)"
)
_REMOVED = (
    "删除|移除|移走|移动|迁移|撤销|撤回|撤稿|撤下|下线|下架|关闭|改名|更名|刪除|移動|關閉|隐藏|屏蔽"
)
_PAGE = r"\b(?:page|article|content|file|url|resource|item|post|document|story|location)\b"
# Products for protection: their own words and those of the sites they stand before.
_BLOCKED = _Any(
    r"(?:访问|请求|操作)[^。！？\n]{0,16}(?:拦截|阻断|被拒绝|被禁止|已?被封|黑名单)",
    r"(?:访问|请求|操作|点击)(?:过于|太过?|次数过)?(?:频繁|多|快)[^。\n]{0,4}(?:请|$|，)",
    r"频率(?:过|太)高|不合法参数|网站防火墙|异常流量|网络环境[^。\n]{0,4}异常|疑似[^。\n]{0,6}攻击",
    r"(?:滑动|拖动|点击|完成|智能|安全|人机|访问|行为)[^。\n]{0,10}验证|人机识别|浏览器安全检查",
    r"(?:验证|确认|证明)[^。\n]{0,6}(?:真人|不是机器人|是人类)",
    r"已?被[^。\n]{0,6}(?:云锁|创宇盾|安全狗|防火墙|护卫神|云盾|网防)[^。\n]{0,4}(?:拦截|阻止)?",
    r"IP[^。\n]{0,12}(?:禁止|封禁|封锁|限制|黑名单)|输入验证码[^。\n]{0,6}(?:继续|访问|以)",
    r"\b(?:you|ip)\b[^.\n]{0,20}\bblocked\b|access (?:to this page )?(?:has been )?denied",
    r"request(?:ed url)? (?:was |has been )?(?:rejected|blocked|unsuccessful)|incapsula|ray id",
    r"verify (?:that )?you(?: a|[’']?)re (?:a )?human|checking your browser|unusual traffic",
    r"pardon our interruption|are you a robot|made us think you were a bot|just a moment\.\.\.",
    r"attention required!|human verification|enable javascript and cookies|too many requests",
    r"requires? javascript to work|ddos protection|security (?:check|verification)",
)
# Logins, members' and campus pages.
RESTRICTED = _Any(
    r"(?:非|仅限?|只[允能限]许?|限)[^。！？\n]{0,8}(?:校[园内]|内网|院内|所内|单位内|内部)[^。\n]{0,6}"
    r"(?:访问|地址|用户|浏览|查看|人员|开放|阅读)",
    r"仅限(?:校内|内网)|信息仅限|只允许校内|内部网络访问|请使用校园网|只对[^。\n]{0,4}(?:内网|校内|会员)",
    r"仅(?:对|供|限)[^。\n]{0,4}(?:会员|内部人员|注册用户)|IP[^。\n]{0,12}不在|IP并非",
    r"(?:游客|普通用户|非会员|未登录用户)[^。\n]{0,6}(?:无法|不能|无权)",
    r"校外(?:访问|用户)请|请进行统一身份认证|统一身份认证(?:平台|系统|$)",
    r"(?:请|需要?|须|您还没有|尚未)(?:先|立即)?[^。\n]{0,2}登[录陆]|登[录陆]后(?:再|才|方可|可)?"
    r"[^。\n]{0,2}(?:访问|查看|阅读|浏览|继续)|登录(?:已)?(?:超时|失效|过期)",
    r"(?:没有|无|暂无)(?:访问|查看|浏览|阅读)?权限?(?:访问|查看|浏览|阅读)|(?:没有|无)访问权限|"
    r"(?:没有|无)权限|权限不足|(?:扫码|微信|验证码|短信)[^。\n]{0,6}登录",
    r"must (?:be logged|log|sign)[ -]?in|please (?:log|sign)[ -]?in|(?:log|sign)[ -]?in required",
    r"(?:log|sign) ?in to (?:continue|view|read|access)|members only|(?:^|\W)login required",
    r"already a (?:subscriber|member)|restricted to [^.\n]{0,24}(?:members|staff|students|subscribers)",
    r"(?:choose|select) your (?:home )?(?:institution|organi[sz]ation)",
)
GONE = _Any(
    rf"{_THING}[^。！？!?\n]{{0,14}}(?:不存在|不见了|不見了|走丢|跑丢|丢失|找不到|失效|过期|暂不可用|"
    rf"(?:暂不|未)(?:公开|发布)|(?:正在|未经?|待)审核|暂时(?:不可用|无法)|无法(?:访问|显示|打开)|(?:被|已)[^。！？!?\n]{{0,10}}(?:{_REMOVED})|"
    r"(?:飞|去)(?:走|了?火星))",
    rf"(?:找不到|未找到|没有找到|没找到|无法找到|未能找到|查无)[^。！？!?\n]{{0,10}}{_THING}",
    r"您访问的(?:页面|网页)[^。\n]{0,4}(?:丢|没)",
    rf"{_PAGE}[^.!?\n]{{0,60}}(?:n[o’']t (?:be )?(?:found|exist|available|located)|not available|"
    r"does not exist|no longer (?:available|exists?)|(?:been|was|be) (?:re)?moved|"
    r"(?:been|was) deleted|unavailable)",
    rf"{_PAGE}[^.!?\n]{{0,30}}(?:has expired|been taken (?:off|down|offline))",
    r"\b(?:can[’']?t|can ?not|could(?:n[’']t| not)|unable to|did(?:n[’']t| not)) (?:be |seem to )?"
    rf"(?:find|found|locate)\b[^.\n]{{0,40}}{_PAGE}",
    r"nothing (?:was )?(?:found|here)|\bnot be found|(?:page|file) not found|^not found\W*$",
    r"error\s*404|404\s*(?:not\s*found|错误|页面|[-,，.。–|])|http\s*404|^\W*404\W*$",
)
# A sentence that says it of the page it stands on, not of others that it writes about.
_OF_ITSELF = _Any(
    rf"^\W{{0,3}}(?:(?:对不起|很?抱歉|sorry)\W{{0,3}})?(?:[您你][^。，,\n]{{1,8}}的|[此该本]|这[篇条个]|当前)"
    rf"{_THING}[^。！!?\n]*\W*$",
    rf"^\W{{0,3}}(?:sorry\W{{0,3}})?(?:this|the) (?:requested )?{_PAGE}[^.!?\n]*\W*$",
)
# What programs print when they break. Traces are told by these words wherever they stand.
TRACES = _Any(
    r"Server Error in '|Stack trace:|HTTP Status [45]\d\d|java\.lang\.\w+Exception",
    r"Traceback \(most recent call last\)|Microsoft OLE DB|ODBC Drivers error|ADODB\.\w+ ",
    r"Fatal error:.{0,80}on line|Uncaught \w+:|SQLSTATE\[|Warning:? mysqli?|mysqli?_\w+\(\)",
    r"org\.(?:springframework|apache|hibernate)\.|Whitelabel Error Page|ThinkPHP|VBScript ",
    r"nginx/\d|Apache Tomcat/|Apache/\d|Microsoft-IIS/",
)
BROKEN = _Any(
    r"Internal Server Error|Bad Gateway|Gateway Time-?out|Service (?:Temporarily )?Unavailable",
    r"数据库(?:连接|查询)?(?:失败|错误|出错|异常)|(?:系统|程序|服务器?|页面)(?:内部|发生|出现|运行)?的?"
    r"(?:错误|异常|出错|繁忙|忙)|运行时错误|出错[了啦]",
    r"(?:网站|系统|平台|站点)[^。\n]{0,8}(?:维护|升级|建设|改版)中|(?:正在|停机)[^。\n]{0,6}维护|"
    r"网站(?:正在)?(?:升级|维护)[^。\n]{0,6}(?:稍后|请)",
    r"database (?:connection|error)|too many connections|under(?:going)?[^.\n]{0,20} maintenance",
    r"an error (?:has )?occurred|something went wrong|unavailable for [^.\n]{0,20}maintenance",
    r"this is the default [^.\n]{0,20}page|under construction|coming soon\W*$|be (?:back|right back) (?:soon|shortly)",
    r"account (?:has been |is )?suspended|domain [^.\n]{0,40}\bfor sale",
    r"^Index of /|welcome to (?:nginx|apache|centos|openresty)|it works!|站点创建成功",
    r"没有找到[^。\n]{0,4}站点|域名[^。\n]{0,6}(?:出售|转让|过期)|domain (?:name )?is for sale",
    r"(?:站点|网站|空间)[^。\n]{0,4}(?:已?(?:暂停|停止|到期|过期|欠费))|未[^。\n]{0,24}备案|续费",
    r"浏览器[^。\n]{0,6}(?:版本)?(?:过低|太低|太旧)|升级[^。\n]{0,4}浏览器|(?:正在|页面)[^。\n]{0,4}跳转|"
    r"(?:开启|启用|打开)[^。\n]{0,2}JavaScript|"
    r"^(?:正在)?加载中|^loading\b|enable javascript|javascript enabled|check back soon",
)
# The same four in other languages: what the sentence is about, and what has become of it.
_ELSEWHERE = {
    Notice.BLOCKED: _Any(
        r"(?:ein Mensch|kein Roboter) (?:sind|bist)|(?:sind|bist) (?:Sie|du) (?:ein Mensch|kein Roboter)|Zugriff (?:verweigert|gesperrt)",
        r"n[’']êtes pas un robot|êtes (?:bien )?humain|accès (?:refusé|bloqué)",
        r"no (?:es|eres|soy) un robot|acceso (?:denegado|bloqueado)|não é um robô|acesso negado",
        r"non sei un robot|accesso negato|не робот|доступ\W{1,3}(?:запрещ|ограничен|заблокирован)",
        r"ロボットでは|アクセスが?(?:拒否|制限|集中)|로봇이 아님|로봇이 아닙|(?:접근|접속)[이가]? ?(?:거부|차단)",
    ),
    Notice.RESTRICTED: _Any(
        r"(?:melden Sie sich|bitte (?:einloggen|anmelden)|Anmeldung erforderlich)|"
        r"nur für (?:Mitglieder|Abonnenten|angemeldete)",
        r"connectez[- ]vous|veuillez vous (?:connecter|identifier)|réservée? aux (?:membres|abonnés)",
        r"inici(?:e|ar) sesión|(?:solo|sólo) para (?:miembros|usuarios registrados|suscriptores)",
        r"faça (?:o )?login|(?:apenas|somente) para (?:membros|assinantes)|effettua(?:re)? il login",
        r"авторизуйтесь|(?:требуется|необходима) авторизация|войдите (?:в|на|под)|"
        r"только для (?:зарегистрированных|авторизованных|членов)",
        r"ログイン(?:して|が必要)|会員(?:限定|専用)|로그인(?:이 필요|하세요|해 ?주|하셔야| 후)|회원 ?(?:전용|만)",
    ),
    Notice.GONE: _Any(
        r"\b(?:Seite|Artikel|Inhalt|Beitrag|Dokument)e?\b[^.!?\n]{0,50}(?:nicht (?:gefunden|vorhanden|"
        r"verfügbar|mehr)|existiert|gelöscht|entfernt|verschoben)|nichts gefunden",
        r"\b(?:page|article|contenu|document|actualité)\b[^.!?\n]{0,50}(?:introuvable|pas trouvée?|"
        r"n[’']existe (?:pas|plus)|n[’']est (?:pas|plus) disponible|été (?:supprimé|déplacé|retiré))",
        r"\b(?:página|artículo|contenido|documento|noticia)\b[^.!?\n]{0,50}(?:no (?:existe|encontrad|se "
        r"(?:ha |pudo )?encontr|(?:está|se encuentra) disponible)|ya no|eliminad|(?:sido|fue) (?:movid|"
        r"retirad|borrad))",
        r"\b(?:página|artigo|conteúdo|notícia)\b[^.!?\n]{0,50}(?:não (?:existe|(?:foi |pôde ser )?encontrad|"
        r"está (?:mais )?disponível)|removid|excluíd)",
        r"\b(?:pagina|articolo|contenuto|documento)\b[^.!?\n]{0,50}(?:non (?:è stat[ao] )?(?:trovat|esiste|"
        r"(?:è )?(?:più )?disponibil)|rimoss|spostat|eliminat|niet (?:gevonden|bestaat|beschikbaar)|"
        r"bestaat niet)",
        r"\bsidan\b[^.!?\n]{0,40}(?:hittades inte|finns (?:inte|ej))|\bstron\w{1,2}\b[^.!?\n]{0,40}nie "
        r"(?:został|istnieje|znalez)",
        r"(?:страниц|стать|материал|документ|запис|новост|объект)\w{0,4}\b[^.!?\n]{0,50}(?:не (?:найден|"
        r"существует|доступн)|удал[её]н|перемещ[её]н|отсутствует)|ничего не найдено",
        r"(?:ページ|記事|コンテンツ|ファイル|ＵＲＬ|URL)[^。\n]{0,30}(?:見つかりま|存在しま|ありません|削除|移動|終了)",
        r"(?:페이지|게시물|게시글|문서|콘텐츠|기사|자료)[^.\n]{0,30}(?:찾을 수 없|존재하지 않|삭제|없습니다|이동)",
        r"\bstránk\w{1,2}\b[^.\n]{0,40}(?:nenalezen|neexist|nebyl)|\bsi(?:den|da) [^.\n]{0,40}(?:ikke|finnes)|"
        r"\bsivua [^.\n]{0,30}(?:ei |löydy)|az? oldal nem |sayfa [^.\n]{0,30}bulunama|сторінк\w [^.\n]{0,30}не ",
        r"(?:không tìm thấy|không tồn tại)|halaman [^.\n]{0,40}tidak (?:ditemukan|tersedia)|"
        r"الصفحة[^.\n]{0,40}غير موجود",
    ),
    Notice.BROKEN: _Any(
        r"Fehler (?:ist )?aufgetreten|erreur (?:interne )?(?:s[’']est produite|est survenue)|"
        r"(?:ha (?:ocurrido|producido)|ocurrió|producido) un error|ocorreu um erro|verificato un errore",
        r"произошла ошибка|ошибка сервера|エラーが発生|メンテナンス中|오류가 발생|점검 ?중",
    ),
}
_KINDS = (
    (Notice.BLOCKED, _BLOCKED),
    (Notice.RESTRICTED, RESTRICTED),
    (Notice.GONE, GONE),
    (Notice.BROKEN, BROKEN),
    (Notice.BROKEN, TRACES),
    *_ELSEWHERE.items(),
)
_SENTENCES = re.compile(r"(?<=[。！？!?])|(?<=\.)\s")


def notice_in(lines: Iterable[str]) -> tuple[Notice, str] | None:
    """The first notice among sentences that are short, and the words that say so."""
    sentences = (one.strip() for line in lines for one in _SENTENCES.split(line))
    short = [one for one in sentences if 0 < width(one) <= _LONGEST]
    for kind, pattern in _KINDS:
        for line in short:
            if found := pattern.search(line):
                return kind, found[0]
    return None


def says_it_is_gone(text: str) -> bool:
    """Whether a text is one sentence, and that says that what should stand here is gone."""
    return bool(_OF_ITSELF.match(text) and GONE.search(text))


def width(text: str) -> int:
    """How much room a text takes: a character of Chinese twice that of a letter."""
    return len(text.encode("gbk", "replace"))
