"""Names and words that are none, as data: what the rules of `people` look up."""

from __future__ import annotations

# Printed where a name should be; seen as the CMS's default user or the editor's habit.
_PLACEHOLDERS = """
    admin administrator root user editor test guest webmaster system manager null none
    undefined nan 佚名 未知 匿名 不详 无 暂无 本站 本网 本报 本刊 本台 本社 本站编辑
    本站原创 原创 网站管理员 系统管理员 管理员 超级管理员 站长 网络 互联网 转载 编辑 小编
    作者 记者 通讯员 本刊编辑部 编辑部 综合 综合整理 网站编辑 网编 默认 空 略 待定
"""
PLACEHOLDERS = frozenset(_PLACEHOLDERS.split())

# Printed where a source should be.
_SOURCE_PLACEHOLDERS = """
    本站 本站原创 原创 本网 本网原创 网络 互联网 未知 不详 无 暂无 佚名 admin null none
    undefined 转载 其他 其它 综合 本站讯 本网站 网站 来源 编辑 整理
"""
SOURCE_PLACEHOLDERS = frozenset(_SOURCE_PLACEHOLDERS.split())

# The surnames of about 99 % of the people of China (public census lists), and the compound ones.
SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高梁郑谢宋唐许韩冯邓曹彭曾肖萧田董袁潘蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟"
    "姜崔谭陆范汪廖石金韦贾夏付傅方邹熊白孟秦邱丘江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严赖覃洪武莫孔汤向常温康施文"
    "牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆"
    "蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟"
    "应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌"
    "奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈"
    "伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束檀衣信展阴昝智幸"
    "奉植衡富尧闭由荀汲"
)
_COMPOUND_SURNAMES = """
    欧阳 上官 司马 诸葛 司徒 东方 独孤 南宫 万俟 闻人 夏侯 尉迟 公孙 慕容 令狐 皇甫 宇文
    长孙 端木 轩辕
"""
COMPOUND_SURNAMES = frozenset(_COMPOUND_SURNAMES.split())

# Words that begin like a surname and stand where a name might: heads of sections, kinds of text,
# places, what a house calls its reporters.
_NOT_PEOPLE = """
    关注 关闭 关联 关键词 关于 通知 方案 计划 项目 简介 全文 全文完 安排 时间 成果 成果简介 温馨提示 温馨 应用
    万元 党建 党务 党政 党委 公告 成员 成员名单 成绩 成立 简讯 简报 简历 简要 简章 时评 时政
    时事 时讯 时刻 文件 文化 文章 文学 文字 文图 文献 文艺 文摘 全媒体 全体 全国 全球 全景
    全程 程序 任务 任命 任免 任职 余额 董事 高校 高考 高度 高层 高端 方法 方式 方向 方面
    方针 金融 金属 安全 江苏 江西 江南 江北 海南 海外 海报 海关 海洋 海口 石油 石化 施工
    封面 易错 左右 常识 常委 常见问题 常用 段落 史料 田径 马上 马克思 黄金 黄河 周刊 周报
    周年 周末 林业 林草 何为 宋代 唐代 许可 韩国 曾经 谢谢 叶子 苏州 苏联 沈阳 陆续 范围
    夏季 熊猫 武汉 武警 武装 孔子 向前 向导 向往 严格 严重 温度 温暖 康复 白皮书 白酒 龙头
    雷达 贺信 贺词 贺电 洪水 古代 古典 章程 章节 单位 单独 单项 路线 路径
    车间 解读 解答 解释 解放军 强化 支持 支部 支出 计算 计划书 计量 国家 国际 国内 国务院
    国防 国庆 平台 平安 平等 和谐 和平 项目简介 项目名称 管理 管理员 应急 应届 应对 应邀
    司法 司机 连载 连线 连接 党员 宣传 宣传部 宣布 信息 信息员 信访 信用 展望 展览 展示 初审
    初赛 相关 相关链接 云南 云端 申报 申请 申论 边境 广州 广东 广告 来源 来信 来访 门户 门诊
    明确 于是 由来 幸福 都市 都是 那么 那些 花絮 花卉 阳光 阳历 能源 能力 水利 水平 水电
    经济 经验 台湾 台风 满意 满分 储备 班级 班子 牛年 谈话 谈心 谈判 师生 师资 师德 席位
    权威 权利 权益 别说 干部 干货 干事 强调 索引 索赔 利益 利用 终审 容易 后记 后勤 后台
    蓝图 景点 景区 游客 游记 充分 盛况 盛会 祝贺 祝福 符合 包括 商务 商业 商报 晚报 越来越
    空间 南京 南方 南宁 南昌 柳州 梅州 温州 湖州 广西 陕西 冰雪 冰箱 焦点
    焦点访谈 柴油 蒙古 鲍鱼 房产 房屋 项链 简谱 原标题 原创 原文 原因 池塘 查看 查询 查阅
    向阳 桂林 宁波 宁夏 安徽 安阳 安庆 晋升 晋级 相约 相信 扈从 普通 普及 沙龙 沙漠 荣誉
    阴转晴 阴转多云 阴雨 阴天 雷阵雨 楼主 楼层 甘肃 吉林 常州 常德 和田 平谷 安康 宁德 温馨 贾汪 连云港 元旦 时讯 荣获 商标 仇恨 桑叶 巫师 路透 法新社
"""
NOT_PEOPLE = frozenset(_NOT_PEOPLE.split())
