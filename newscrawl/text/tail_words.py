"""What stands under an article and is none of it, by language: ways back, sharing, contacts."""

from __future__ import annotations

from newscrawl.text.phrases import Phrases

# The way back to the list, which is a link: press offices, institutes, ministries.
BACK = Phrases("""
back|go back|back to*|return to*|all news|all press releases|zurück*|alle meldungen|alle nachrichten|zur übersicht|retour*|toutes les actualités
volver*|todas las noticias|voltar*|todas as notícias|indietro|torna *|tutte le notizie|terug*|alle nieuwsberichten|naar overzicht|tilbake*|tilbage*|tillbaka*|takaisin*
powrót*|wróć*|zpět*|späť*|vissza*|înapoi*|natrag*|nazad*|nazaj*|назад*|возврат*|вернуться*|к списку*|повернутися*|повернення*|обратно*|πίσω*|επιστροφή*
geri|geri dön*|tüm haberler|عودة*|العودة*|رجوع*|بازگشت*|חזרה*|वापस*|ফিরে যান|กลับ*|ย้อนกลับ*|quay lại*|trở lại*|trở về*|kembali*|tagasi*|atpakaļ*|atgal*
til baka*|tornar*|enrere|itzuli*|atzera|rudi*|一覧へ*|一覧に*|一覧を見る|戻る|前のページへ|목록|목록으로|артқа*|geri qayıt*
""")

# Rows that share an article or ask to follow the house, a page's own short address, whether it was of use.
OFFERED = Phrases("""
share|share this*|share on*|follow us|was this page*|was this helpful|was this article*|did you find*|short link|short url|teilen|war diese seite*|folgen sie uns
partager|cette page vous*|ces informations vous*|suivez-nous|compartir|comparte|¿te ha*|te ha sido*|síguenos|compartilhe|compartilhar|siga-nos|condividi|seguici
delen|deel dit*|deel deze*|vond u*|del|del på*|del artik*|hjalp denne*|fant du*|dela|dela på*|dela artikeln|hittade du*|var informationen*|jaa|jaa some*|jaa artikkeli|löysitkö*
udostępnij|podziel się|czy ta strona*|sdílejte|sdílet|byla tato*|zdieľať|zdieľajte|oszd meg|megosztás|kövess minket*|kövessen minket*|distribuie|distribuiți|deli|deli novico|delite|podeli|podijeli|podeli na*
сподели|споделете|поширити|поділитися|поділитись|поділіться|поделиться|короткая ссылка|κοινοποίηση|κοινοποιήστε|μοιραστείτε|ακολουθήστε μας|paylaş|paylaşın|bu haberi paylaş*|bu sayfa*|kısa link
شارك|شارك الخبر|مشاركة|هل أعجبك*|هل كانت*|رابط مختصر|رابط قصير|تابعنا|تابعونا|لینک کوتاه|اشتراک گذاری|به اشتراک*|שתפו|שתף|शेयर करें|साझा करें|हमें फॉलो करें|फॉलो करें
শেয়ার করুন|শেয়ার|แชร์|แชร์ข่าวนี้|chia sẻ|bagikan|kongsi|jaga|jaga seda*|dalies|dalīties|dalintis|dalinkitės|deila|comparteix|partekatu|გააზიარე|бөлісу|tautan pendek
""")

# Whom to ask, over a name with a telephone or an address.
CONTACT = Phrases("""
press contact|press contacts|media contact|media contacts|media enquiries|media inquiries|press enquiries|press inquiries|press office|contact|contacts|contact information
for more information|further information|for further information*|more information|for media*|pressekontakt|medienkontakt|kontakt|kontakte|ansprechpartner*|rückfragen*|weitere auskünfte
weitere informationen|kontakt für*|pressestelle|contact presse|contacts presse|contact média|contacts média|contact chercheu*|contact scientifique|contacts scientifiques|service de presse|relations presse
contacto|contactos|contacto de prensa|contacto para*|para más información|contatto*|contatti|ufficio stampa|per informazioni|per ulteriori*|contato|contatos|contato para*|assessoria de imprensa
mais informações|contact persoon|perscontact|contactpersoon|meer informatie|meer weten|voor meer informatie|presskontakt|kontaktperson*|kontaktuppgifter|för mer information|mer information
yderligere oplysninger|yderligere information|kontakt for*|flere opplysninger|mer informasjon|lisätietoja|lisätiedot|yhteyshenkilö*|yhteystiedot|kontakt dla*|kontakt prasowy|kontakt pro*|kontakt pre*
sajtókapcsolat|sajtókontakt|további információ|kapcsolat|contact de presă|persoană de contact|informații suplimentare|kontakt za*|kontakti|контакт|контакты|контакты для*|контактное лицо|пресс-служба
за контакти|контакти за*|контакти|прес-служба|επικοινωνία|για περισσότερες*|πληροφορίες|iletişim|basın iletişim|للتواصل|جهة الاتصال|للمزيد من المعلومات|اطلاعات تماس|לפרטים נוספים|איש קשר
お問い合わせ|お問い合わせ先|本件に関する*|問い合わせ先|문의|문의처|담당자|liên hệ|thông tin liên hệ|kontak|narahubung|hubungi|ติดต่อ|สอบถาม*|kontaktai|daugiau informacijos|kontaktid|lisainfo|contacte
""")
