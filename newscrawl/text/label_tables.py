"""The vocabulary of byline labels, as data: spellings by the role that they play.

Spellings were seen in 315 public site configurations and in stored pages of universities,
academies and ministries; a family that needs another one adds it here, where every page profits.
Chinese is written in simplified characters: a page's traditional ones are read as those.
"""

from __future__ import annotations

from typing import Literal

LabelRole = Literal[
    "source",
    "author",
    "correspondent",
    "photographer",
    "editor",
    "reviewer",
    "publisher",
    "published",
    "modified",
    "views",
    "keywords",
    "summary",
    "stop",
]

# What stands behind a label: a colon of either width, of a vertical text, or the ratio of an input method.
COLONS = ":：︰﹕∶"

LABELS: dict[LabelRole, str] = {
    "source": """来源 信息来源 文章来源 稿件来源 新闻来源 内容来源 资料来源 消息来源 本文来源 来源于 本文来源于 稿件来源于 文章来源于 稿源
        文章出处 出处 转自 转载自 转载 摘自 信息提供 来稿单位 供稿单位 投稿单位 撰稿单位 报送单位 供稿部门 供稿科室 稿件提供 来源单位 信源 来自 转自于 来源网站 来源媒体 来源平台 原文来源 原载 稿件出处 信息出处
        出典 Source Sources Article_Source ArticleSource From Quelle Fuente Fonte Источник Джерело Zdroj Źródło Bron Kaynak Πηγή المصدر Sumber Nguồn 출처 منبع מקור Forrás Sursa Kilde Lähde Källa स्रोत ที่มา""",
    "author": """作者 原作者 本文作者 文章作者 文图作者 撰稿 撰稿人 撰写 撰写人 撰文 文稿 供稿 供稿人 供稿者 执笔 执笔人 文字 文
        文/图 图/文 文、图 文·图 文|图 文图 图文 文案 撰文/摄影 文字/摄影 文字/图片 图文提供 文字提供 图文供稿 采写 采写人 采写/摄影 供稿/摄影 撰稿/摄影 文稿/摄影 采访 报道 记者 本报记者 见习记者 实习记者 供稿、摄影 撰稿、摄影 文、摄影 投稿人 投稿 来稿 来稿人 写稿 写稿人 文字作者 报道员 本网记者 本台记者 本刊记者 楼主 博主 文作者
        笔者 编辑作者 Author Authors Written_by By Reporter Reporters Writer Writers
        Autor Autorin Verfasser Verfasserin Auteur Auteure Autore
        Автор Авторы Автор_текста Текст Подготовил Подготовила 執筆 執筆者 文責 取材 作成者 글쓴이 작성자 기자 글
        Szerző Teksti Tekst Texto Testo Kirjoittaja Skribent Yazar Yazan Muhabir Haber Penulis Tác_giả بقلم كتب كتبت الكاتب נכתב_על_ידי מאת نویسنده
        Redacción Redação Reportagem Autoria Escrito_por Scritto_da A_cura_di Geschreven_door Geschrieben_von Skrevet_av Skrevet_af
        Scris_de Írta Napsal Napsala Opracował Opracowała Toimittaja Συντάκτης Συντάκτρια Συγγραφέας Κείμενο Γράφει Підготував
        Підготувала Автор_публикации Oleh Ditulis_oleh Pewarta كاتب كاتبة إعداد خبرنگار گزارشگر लेखक लेखिका ผู้เขียน เขียนโดย
        ข่าวโดย เรียบเรียงโดย 投稿者 Forfatter Tin_và_ảnh Bài_và_ảnh 取材・文 文・写真 글·사진
        Piše Pišu Napisao Napisala Avtor Avtorica Autors Autorius Autorė Höfundur Autori Shkruar_nga Mwandishi Deur লেখক প্রতিবেদক
        Аутор Авторка Пише Egilea Von Par Door Por
        Words ავტორი Հեղինակ Müəllif Muallif Údar Awdur Texti Skrywer تحریر مصنف ஆசிரியர் రచయిత ലേഖകൻ ಲೇಖಕ લેખક ਲੇਖਕ អ្នកនិពន្ធ ຜູ້ຂຽນ
        Зохиогч Нийтэлсэн Spracoval Spracovala Pripravil Pripravila Zpracoval Zpracovala Připravil Připravila Autor_textu Autor_tekstu
        Przygotował Przygotowała Készítette Szerzők Pripremio Pripremila Parengė Tekstas Sagatavoja Teksts Koostas Подготви Hazırlayan""",
    "correspondent": """通讯员 特约通讯员 学生通讯员 学生记者 校园记者 特约记者 校园通讯员""",
    "photographer": """摄影 摄像 图片 图 摄 供图 配图 图片提供 图片供稿 影像 摄制 摄影者 图片作者 摄影报道 Photo Photos Photo_by Foto Fotos Fotók Kuva Kuvat Fotoğraf تصوير צילום Фото 写真 撮影 사진
        Fotó Címlapkép Nyitókép Fotografija Fotografie Foto_de Kredit Kuvaaja Fotograf Фотография Φωτογραφία Φωτό Ảnh Gambar Fotografía Credit Zdjęcia Zdjęcie Fotky Фотографии Світлина Світлини Foto’s Foto's""",
    "editor": """编 编辑 责任编辑 责编 责任编缉 网络编辑 新媒体编辑 本文编辑 网站编辑 本期编辑 本网编辑 文字编辑 编校
        排版 制作 美编 文编 网编 采编 选稿 编审 录入 录入者 录入人 编辑录入 文章录入 录入员 值班编辑 主编 总编 整理 编排
        Innehållsansvarig Sidansvarig Ansvarlig_redaktør Editor Edited_by Redaktion Rédaction Редактор 編集 편집""",
    "reviewer": """审核 审核人 审稿 审稿人 审校 终审 核稿 核稿人 核发 初审 复审 二审 三审 一审 审签 签发 审定 校对
        校审 责任校对 责校 监制 值班总监 值班主任 审批
        Reviewed_by Medically_reviewed_by Fact-checked_by""",
    "publisher": """发布者 发布人 发布单位 发布部门 发布 上传者 上传人 上传 提交人 提交者 拟稿人 拟稿 发布科室 发稿人 发稿单位 发稿部门 发布单位部门 信息员 信息报送
        公告单位 张贴人
        Published_by Posted_by""",
    "published": """发布时间 发布日期 发布于 本文发布于 本文发表于 发表时间 发表日期 发表于 首次发布 首发时间 首次发布时间 发稿时间 发稿日期 时间 日期 上传时间 上传日期 添加时间
        供稿时间 供稿日期 投稿时间 撰稿时间 撰稿日期 撰写时间 撰写日期 添加日期 创建时间 创建日期 加入时间 录入时间 提交时间 公开日期 公开时间 公布日期 发文时间
        更新于 修改于 编辑于 刊登日期 刊发时间 登载时间 公告时间 公告日期 刊登时间 刊发日期 刊载时间 刊载日期 登载日期 上网时间 上网日期 信息时间 新闻时间 文章时间 文章日期
        日期时间
        Date Published Posted Published_on Posted_on Publication_date Publish_time Released Released_on Release_date Release_time Post_date Publish_date Veröffentlicht Veröffentlicht_am Erstellt_am Datum Publié_le Publicado Pubblicato Fecha
        Опубликовано Дата Дата_публикации 公開日 公開日時 掲載日 投稿日 配信日 発表日 入稿日 등록 등록일 작성일 입력 게시일
        Дата_публікації Опубліковано Data_publikacji Opublikowano Datum_vydání Publikováno Publicerad Publicerat Publisert Udgivet
        Julkaistu Közzétéve Megjelent Giriş Giriş_Tarihi Yayın_Tarihi Yayınlanma Tarih Ημερομηνία Δημοσίευση Ngày_đăng Data_de_publicação
        Publicado_em Pubblicato_il Publicado_el Geplaatst_op Gepubliceerd تاريخ_النشر
        Fecha_de_publicación Date_de_publication Mis_en_ligne_le Veröffentlichungsdatum Erscheinungsdatum Publicatiedatum Publiceringsdatum
        Publiseringsdato Julkaisupäivä Julkaisuajankohta Közzététel Data_pubblicazione Data_di_pubblicazione Data_publicării Publicat Publicat_la
        Data_zveřejnění Datum_zveřejnění Datum_vložení Vloženo Zveřejněno Dodano Data_dodania Создано Размещено Публикувано Дата_на_публикуване Yayım_Tarihi Yayınlanma_Tarihi
        Eklenme_Tarihi Δημοσιεύθηκε Δημοσιεύτηκε Ημερομηνία_δημοσίευσης Tanggal Diterbitkan Dipublikasikan Diposting Ngày_xuất_bản
        تاريخ التاريخ نشر نُشر نشر_في نُشر_في نشر_بتاريخ تاریخ تاریخ_انتشار זמן_פרסום תאריך תאריך_פרסום פורסם פורסם_בתאריך
        दिनांक प्रकाशित प्रकाशन_तिथि प्रविष्टि_तिथि วันที่ วันที่ประกาศ วันที่เผยแพร่ เผยแพร่เมื่อ โพสต์เมื่อ 登録日 掲載日時 公開日付 등록일시 작성일시 승인
        Objavljeno Datum_objave Објављено Објавено Publicēts Paskelbta Avaldatud Birt Cyhoeddwyd Tarikh Diterbitkan_pada Data_de_publicació
        Offentliggjort Publiceret Oprettet Opprettet Lagt_ut Skapad Lisatud Publicēšanas_datums Publikuota Įkelta Utworzono Vydáno
        Vytvořeno Publikované Zverejnené Uverejnené Dátum Megjelenés Létrehozva Postat Vreme Публикация გამოქვეყნდა თარიღი Հրապարակված
        Dərc_olunub Tarix Жарияланды Жарияланған Sana Publikuar Argitaratua Publicado_o Foilsithe Dagsetning Imechapishwa Tarehe Petsa
        شائع تاریخ_اشاعت تاريخ_الإصدار प्रकाशित_तिथि तारीख मिति தேதி பதிவு తేదీ ప్రచురణ തീയതി ದಿನಾಂಕ તારીખ ਮਿਤੀ දිනය កាលបរិច្ឆេទ ວັນທີ Огноо
        First_published Published_at Gepubliseer প্রকাশ প্রকাশিত প্রকাশের_সময় منتشر_شده""",
    "modified": """更新时间 更新日期 最后更新 最后更新时间 最近更新 修改时间 修改日期 最后修改 最后修改时间 更新
        Updated Updated_on Stand Modified Last_updated Last_modified Update_time Update_date Last_update
        Aktualisiert Aktualisiert_am Mis_à_jour_le Actualizado Обновлено Оновлено Güncelleme Uppdaterad Oppdatert Opdateret Päivitetty Frissítve Zaktualizowano Bijgewerkt Aggiornato Atualizado 更新日 更新日時 最終更新 最終更新日 수정 수정일 수정일시
        Zuletzt_aktualisiert Letzte_Änderung Dernière_mise_à_jour Última_actualización Última_atualização Atualizado_em Ultimo_aggiornamento
        Ultima_modifica Laatst_gewijzigd Senast_uppdaterad Sist_oppdatert Senest_opdateret Viimeksi_päivitetty Ostatnia_aktualizacja
        Aktualizováno Datum_aktualizace Datum_poslední_aktualizace Son_Güncelleme Последнее_обновление Останнє_оновлення Ultima_actualizare Utolsó_frissítés Τελευταία_ενημέρωση
        Diperbarui Cập_nhật آخر_تحديث تاريخ_التحديث آخرین_بروزرسانی עודכן תאריך_עדכון แก้ไขล่าสุด
        Ažurirano Ажурирано Posodobljeno Atjaunots Atnaujinta Uuendatud Muudetud Uppfært Ενημερώθηκε Ενημέρωση Актуализирано Actualitzat
        Opgedateer Dikemas_kini আপডেট अपडेट अपडेटेड تحديث Poslednja_izmena Zadnja_sprememba Naposledy_upravené Aktualizované
        Дата_изменения Дата_обновления Última_modificação Última_modificación Geändert_am Letzte_Aktualisierung""",
    "views": """浏览次数 浏览量 浏览数 浏览 点击数 点击次数 点击量 点击率 点击 阅读次数 阅读量 阅读数 阅读 访问次数
        访问量 访问数 访问 人气 查看次数 查看 点阅数 浏览人次 点阅次数 已阅读 阅览次数 次数
        Views Hits Clicks Click PageViews Page_views Page_view View_count Visits Number_of_visits Browsing_times Read_times Просмотров Просмотры Aufrufe 閲覧数 조회 조회수 Visninger Vistas Lecturas Visitas Visualizações Visualizzazioni Letture Zugriffe Gelezen Wyświetleń Odsłon Odsłony
        Zobrazeno Přečteno Megtekintések Vizualizări Переглядів Перегляди Показов Количество_показов Прегледи Okunma Okunma_Sayısı
        Görüntülenme Dilihat Dibaca Lượt_xem Προβολές Αναγνώσεις المشاهدات عدد_المشاهدات الزيارات بازدید تعداد_بازدید צפיות ผู้เข้าชม
        จำนวนผู้เข้าชม เข้าชม Қаралды Көрілім Zobrazení Počet_zobrazení Pregleda Broj_pregleda Peržiūros Skatījumi Vaatamisi ნახვა Դիտումներ
        Baxış Shikime Прочетена Прочетено Видяно Số_lượt_xem Đã_xem Visto Læst Lest Läst Lukukerrat""",
    "keywords": """关键词 关键字 标签 文章标签 文章关键词 主题词 Keywords Tags
        Schlagwörter Schlagworte Stichwörter Etiquetas Palabras_clave Palavras-chave Mots-clés Étiquettes Etichette Parole_chiave Trefwoorden
        Tagi Słowa_kluczowe Štítky Klíčová_slova Címkék Etichete Etiketter Emneord Nyckelord Asiasanat Avainsanat Теги Метки Ключевые_слова
        Мітки Етикети Etiketler Ετικέτες Kata_Kunci Từ_khóa الوسوم وسوم الكلمات_المفتاحية برچسب‌ها کلیدواژه‌ها תגיות תגים แท็ก टैग 태그""",
    "summary": """摘要 内容提要 导读 内容摘要 核心提示""",
    "stop": """字体 字号 文字大小 字体大小 大小 分享 分享到 分享至 打印 打印本页 收藏 关闭 视力保护色 保护视力色 背景色
        索引号 发布机构 发文机关 文号 发文字号 主题分类 组配分类 有效性 有效期 有效期至 有效期限 失效日期 失效时间 统一编号 公开方式 信息索引 索 名称 信息名称
        收稿日期 收稿时间 修回日期 修回时间 改回日期 返修日期 接受日期 接收日期 录用日期 录用时间 定稿日期
        成文日期 成文时间 发文日期 生成日期 生效日期 废止日期 截止日期 截止时间 开始时间 结束时间
        分类 分类专栏 文章分类 所属分类 所属栏目 栏目 类别 频道 信息分类 信息类别 评论 评论数 点赞 提交日期 回复 回复日期 回复时间 推荐 投诉 举报 纠错 扫一扫
        联系电话 电话 地址 邮编 邮箱 传真 联系人 语音播报 阅读模式 选择阅读字号 您现在的位置 当前位置
        您的位置 原标题 原文链接 链接 网址 上一篇 下一篇 上一条 下一条 附件 版权所有 主办 主办单位 承办单位
        作者单位 作者简介 单位 所在单位 部门 所属部门 科室 职务 工作单位 图片来源 素材来源 资金来源 视频来源 联系记者 已下载 下载次数 下载 声明 备案号 支持单位 Share Font Size Text_Size Font_Size Tags Category Kategorie Catégorie Rubrique Rubrik Print Email E-mail Tel Phone Fax
        Temps_de_lecture Lesezeit Lesedauer Leestijd Tiempo_de_lectura Tempo_di_lettura Tempo_de_leitura Reading_time Comments Kommentare
        Komentarze Commentaires Comentarios Commenti Yorum 댓글 ページID ページ番号 記事ID 記事番号 コンテンツ番号 文書番号 담당부서 담당자 첨부파일
        کد_خبر رقم_الخبر رقم_البيان
        Deadline Closing_date Application_deadline Registration_deadline Bewerbungsfrist Bewerbungsschluss Anmeldeschluss Anmeldefrist
        Einsendeschluss Date_limite Fecha_límite Plazo Scadenza Prazo Termin Termín 締切 応募締切 申込締切 日時 開催日 開催日時 会期 일시 마감일 접수기간 행사일시
        Event_date Start_date End_date Due_date Expiry_date Effective_date Son_başvuru Son_başvuru_tarihi
        When Wann Quand Cuándo Quando Когда Wanneer""",
}

# Who handed a text in. Where both are printed, 来源 is the source: 来源：某报 供稿部门：办公室.
SUBMITTERS = frozenset(
    ("来稿单位", "供稿单位", "投稿单位", "撰稿单位", "报送单位", "供稿部门", "供稿科室")
)

# What says as often whether a text may be taken elsewhere as where it was taken from: 转载：是.
MAY_BE_TAKEN = frozenset(("转载",))
# And before a person, or a telephone, who handed it in: 信息提供：某甲.
HANDED_IN = frozenset(("信息提供",))

# What a label may be the label of: 新闻作者, 信息来源, 稿件编辑.
KINDS = "新闻 信息 文章 稿件 内容 文稿 资讯 消息 帖子 本文 本稿 本篇 资料"
OF_A_KIND: dict[LabelRole, str] = {
    "source": "来源 出处",
    "author": "作者 撰稿 撰稿人 供稿人",
    "editor": "编辑 录入",
    "reviewer": "审核 审核人 校对",
    "publisher": "发布人 发布者 发布单位",
    "published": "时间 日期 发布时间 发布日期",
}
