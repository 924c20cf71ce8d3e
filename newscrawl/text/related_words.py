"""What stands over or before links to other articles, by language: "Read more", «Читайте также»."""

from __future__ import annotations

from newscrawl.text.phrases import Phrases

# A phrase each, in lower case; `*` for what may follow it in a heading (More from Politics).
# Newspapers, agencies and press offices print them so, alone or with the link on the line.
_PHRASES = """
latest news|other news|recent news|similar news|latest posts|other posts|recent posts|similar posts|latest articles|other articles|recent articles
similar articles|latest stories|other stories|recent stories|similar stories|you may also like|you might also like|you may be interested in
you might be interested in|you may also be interested in|related|related article|related articles|related news|related story|related stories
related content|related topics|related links|related posts|related coverage|related video|related videos|related reading|recommended|recommended reading
recommended for you|recommended stories|read|read more|read next|read also|also read|read on|read this|read related|must read|see also|more news*|more stories*
more from*|more on this*|more like this|don't miss|don’t miss|most read|up next|further reading|in other news|watch|watch next|watch more|editor's picks
lesen sie auch*|lesen sie mehr*|lesen sie dazu*|lest auch|mehr zum thema|mehr dazu|mehr lesen|mehr aus|mehr zu|weiterlesen|auch interessant
auch spannend|siehe auch|das könnte*|weitere informationen|weitere artikel|weitere themen|weitere videos|weitere nachrichten|weitere meldungen|weitere news
weitere beiträge|weitere pressemitteilungen|ähnliche artikel|verwandte artikel|ähnliche beiträge|ähnliche meldungen|ähnliche themen|verwandte themen
lesetipp|lesetipps|passend dazu|zum thema|empfohlen*|meistgelesen|meistgelesene artikel
noticia relacionada|noticias relacionadas|contenido relacionado|contenidos relacionados|artículo relacionado|artículos relacionados|relacionado|relacionados
relacionadas|relacionada|para saber más|para saber mais|te puede interesar|le puede interesar|te podría interesar|le podría interesar|también te puede interesar|lea también
lea más|lee también|lee además|lee más|leer más|leer también|ver también|ver más|más información|te recomendamos|mira también|mira además|además lee|además
leia também|leia mais|veja também|veja mais|saiba mais|confira também|notícias relacionadas|notícia relacionada|conteúdo relacionado|matérias relacionadas|ler mais|ler também
à lire aussi|a lire aussi|à lire également|a lire également|à lire|lire aussi|lire également|lire la suite|lire plus|lire notre dossier|sur le même sujet
sur le même thème|article similaire|articles similaires|articles liés|actualités liées|articles connexes|autres actualités|dernières actualités
otras noticias|más noticias|últimas noticias|outras notícias|mais notícias|últimas notícias|altre notizie|articoli correlati|notizie correlate
pour aller plus loin|pour en savoir plus|en savoir plus|voir aussi|à voir aussi|à découvrir|à découvrir aussi|leggi anche|leggi di più|leggi tutto|approfondisci
per approfondire|vedi anche|guarda anche|ti potrebbe interessare|potrebbe interessarti|potrebbe interessarti anche|llegiu també|llegeix també|llegeix més|més informació
notícies relacionades|le tamén|irakurri ere|irakurri gehiago
läs också|läs mer|läs även|se även|mer om|les også|les mer|les óg|læs også|læs mere|se også|lees ook|lees meer|lees verder|lees ook dit|bekijk ook|kijk ook|meer over
meer nieuws|lue myös|lue lisää|katso myös|lesa einnig|lestu meira|lesa meira|sjá einnig
czytaj też|czytaj także|czytaj również|czytaj więcej|zobacz też|zobacz także|zobacz również|przeczytaj też|przeczytaj także|przeczytaj również|przeczytaj|polecamy|polecane|powiązane artykuły
čtěte také|čtěte více|čtěte též|přečtěte si|přečtěte si také|mohlo by vás zajímat|související|související články|viz také|prečítajte si|prečítajte si aj|čítajte aj|čítajte tiež
mohlo by vás zaujímať|súvisiace články|súvisiaci článok|kapcsolódó|kapcsolódó cikk|kapcsolódó cikkek|kapcsolódó cikkeink|kapcsolódó tartalom|olvassa el|olvasd el|olvassa tovább|további híreink
olvasta már|citește și|citeşte şi|citeste si|citiți și|citește mai mult|vezi și|vezi şi|pe aceeași temă|articole similare|articole recente|știri recente|ştiri recente|ultimele știri|recomandări
pročitajte i|pročitajte još|pročitajte više|pročitaj i|čitajte i|čitajte još|pogledajte i|pogledajte još|povezane vijesti|povezani članci|povezane vesti|vezane vijesti|vezane vesti|preberite tudi
preberite še|прочитајте и|прочитајте још|погледајте и|прочетете още|прочетете също|вижте още|вижте също|четете още|още по темата|свързани новини|lexoni edhe|lexo edhe|lexo më shumë
taip pat skaitykite|skaitykite taip pat|skaitykite daugiau|susiję straipsniai|lasi arī|lasiet arī|lasi vairāk|loe ka|loe lisaks|loe veel|seotud lood|seotud artiklid
читайте также|читайте ещё|читайте еще|читать также|смотрите также|другие новости|похожие новости|последние новости|другие материалы|похожие материалы|материалы по теме|другие статьи
похожие статьи|по теме|ещё по теме|еще по теме|читайте по теме|читайте також|читайте ще|дивіться також|за темою|до теми|новини за темою|чытайце таксама
διαβάστε επίσης|διαβάστε ακόμη|διαβάστε ακόμα|διαβάστε περισσότερα|διαβάστε και|δείτε επίσης|δείτε ακόμη|δείτε ακόμα|σχετικά άρθρα|σχετικά θέματα|σχετικές ειδήσεις
ilgili haber|ilgili haberler|ilgili içerikler|ilginizi çekebilir|bunlar da ilginizi çekebilir|ayrıca okuyun|ayrıca bakınız|devamını oku|həmçinin oxuyun
baca juga|baca selengkapnya|lihat juga|simak juga|berita terkait|artikel terkait|berita berkaitan|artikel berkaitan|baca lagi|pilihan editor|soma pia|soma zaidi|lees ook|basahin rin|basahin din
tin cũ hơn|tin mới hơn|các tin cũ hơn|các tin mới hơn|các tin khác|tin khác|tin tức khác|các bài khác|bài viết khác|tin bài khác|xem thêm|đọc thêm|đọc tiếp|tin liên quan|bài liên quan|tin cùng chuyên mục|có thể bạn quan tâm
اقرأ أيضا|اقرأ أيضاً|اقرأ أيضًا|إقرأ أيضا|إقرأ أيضاً|اقرأ ايضا|اقرأ المزيد|اقرأوا أيضا|شاهد أيضا|شاهد أيضاً|مواضيع ذات صلة|أخبار ذات صلة|موضوعات متعلقة|مقالات ذات صلة|أخبار متعلقة|ذات صلة
بیشتر بخوانید|بخوانید|همچنین بخوانید|مطالب مرتبط|اخبار مرتبط|مزید پڑھیں|یہ بھی پڑھیں|קראו גם|קראו עוד|קרא עוד|כתבות נוספות|כתבות קשורות|עוד בנושא|לקריאה נוספת|ראו גם
यह भी पढ़ें|ये भी पढ़ें|इसे भी पढ़ें|और पढ़ें|संबंधित खबरें|हे वाचा|हेही वाचा|আরও পড়ুন|আরো পড়ুন|আরও পড়ুন|இதையும் படிங்க|ఇది కూడా చదవండి|อ่านเพิ่มเติม|อ่านข่าวเพิ่มเติม|ข่าวที่เกี่ยวข้อง|อ่านต่อ
関連記事|関連ニュース|関連リンク|関連情報|最新記事|最新ニュース|おすすめ記事|おすすめの記事|おすすめニュース|その他の記事|その他のニュース|あわせて読みたい|合わせて読みたい|こちらも読みたい|관련기사|관련 기사|관련뉴스|관련 뉴스|이 기사도|함께 읽으면 좋은 기사
"""
_RELATED = Phrases(_PHRASES)


def end_of_related(text: str) -> int | None:
    """Where such words end, if a text begins with them; what follows them is not looked at."""
    return _RELATED.end(text)
