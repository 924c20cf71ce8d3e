"""Pictures with their captions, files with their names, and the blocks that hold a text."""

from __future__ import annotations

import pytest

from newscrawl.items import Outcome
from tests.extract.article.pages import (
    CLOSING,
    MIDDLE,
    OPENING,
    PARAGRAPHS,
    URL,
    body_of,
    page,
    read,
    reading,
)

PICTURE = "http://www.haiyou.example/u/1.jpg"
SAYS = "部署会现场"


@pytest.mark.parametrize(
    "html",
    [
        f"<p><img src=/u/1.jpg></p><p style='text-align:center'>{SAYS}</p>",
        f"<p align=center><img src=/u/1.jpg></p><p align=center>{SAYS}</p>",
        f"<figure><img src=/u/1.jpg><figcaption>{SAYS}</figcaption></figure>",
        f"<div><img src=/u/1.jpg><span class=img_descr>{SAYS}</span></div>",
        f"<div><img src=/u/1.jpg><p class=photo-caption>{SAYS}</p></div>",
        f"<table><tr><td><img src=/u/1.jpg></td></tr><tr><td>{SAYS}</td></tr></table>",
    ],
)
def test_what_stands_under_a_picture_is_its_caption(html: str) -> None:
    article = read(page(html + PARAGRAPHS))
    assert [(image.url, image.caption) for image in article.images] == [(PICTURE, SAYS)]
    assert [(block.type, block.text) for block in article.blocks[:2]] == [
        ("image", ""),
        ("caption", SAYS),
    ]
    assert article.body.startswith(SAYS)


def test_a_paragraph_under_a_picture_is_none() -> None:
    article = read(page(f"<p><img src=/u/1.jpg></p>{PARAGRAPHS}"))
    assert [image.caption for image in article.images] == [None]


def test_pictures_in_a_row_share_what_is_said_of_them() -> None:
    row = "<p><img src=/u/1.jpg><img src=/u/2.jpg></p><p align=center>左为会场，右为签到处</p>"
    article = read(page(row + PARAGRAPHS))
    assert {image.caption for image in article.images} == {"左为会场，右为签到处"}


def test_a_newspapers_pictures_keep_the_captions_that_are_no_text() -> None:
    said = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Storms"}</script>'
    )
    boxes = "".join(
        f"<figure><img src=/u/{one}.jpg><figcaption>Quay {one} on Monday</figcaption></figure>"
        for one in "12"
    )
    told = "Fishing boats were towed to the northern quay, where the water is deeper and calm."
    html = f"<html lang=en><head><title>Storms</title>{said}</head><body><h1>Storms</h1>"
    article = read(f"{html}<div><p>{told}</p>{boxes}<p>{told[::-1]}.</p></div></body></html>")
    assert "Monday" not in article.body
    assert [one.caption for one in article.images] == ["Quay 1 on Monday", "Quay 2 on Monday"]


def test_a_picture_stands_among_the_blocks_where_it_is_printed() -> None:
    article = read(page(f"<p>{OPENING}</p><p><img src=/u/1.jpg alt=会场></p><p>{MIDDLE}</p>"))
    assert [(block.type, block.text, block.url) for block in article.blocks] == [
        ("paragraph", OPENING, None),
        ("image", "会场", PICTURE),
        ("paragraph", MIDDLE, None),
    ]
    assert article.body == f"{OPENING}\n\n{MIDDLE}"


def test_a_code_to_scan_is_no_picture_of_the_text() -> None:
    assert read(page(f"{PARAGRAPHS}<p><img src=/images/ewm.png></p>")).images == ()


FILES = {
    "VSB": (
        "<p>附件【<a href='/system/_content/download.jsp?owner=1&wbfileid=9'>报名表.docx</a>】"
        "已下载<span id=nattach9></span>次</p>"
    ),
    "WebPlus": (
        "<p><a sudyfile-attr=\"{'title':'报名表.docx'}\" href='/_upload/article/files/a/x.docx'>"
        "点击下载</a></p>"
    ),
    "TRS": "<p><a href='./P020230213316098275.docx'>报名表.docx</a></p>",
    "TRS's variable": (
        "<script>var file_appendix='<a href=\"./P0202302133160.docx\">报名表.docx</a>';</script>"
    ),
    "Hanweb": (
        "<a href='/module/download/downfile.jsp?showname=%E6%8A%A5%E5%90%8D%E8%A1%A8.docx"
        "&filename=1a2b3c.docx'>下载附件</a>"
    ),
    "a title": "<p><a href='/u/1.docx' title='报名表.docx'>查看附件</a></p>",
    "an address": "<p><a href='/u/%E6%8A%A5%E5%90%8D%E8%A1%A8.docx'>点击下载</a></p>",
}


@pytest.mark.parametrize("cms", FILES)
def test_a_file_has_the_name_that_its_cms_gives_it(cms: str) -> None:
    (file,) = read(page(PARAGRAPHS + FILES[cms])).attachments
    assert file.title == "报名表.docx"
    assert file.url.startswith(URL[:25])


def test_a_counter_of_downloads_is_no_text() -> None:
    assert body_of(PARAGRAPHS + FILES["VSB"]).endswith("附件【报名表.docx】")


def test_what_is_hidden_inside_a_line_is_no_text() -> None:
    half = len(OPENING) // 2
    hidden = "<span style='display: none'>无人看见的话，</span>"
    assert body_of(f"<p>{OPENING[:half]}{hidden}{OPENING[half:]}</p><p>{MIDDLE}</p>") == (
        f"{OPENING}\n\n{MIDDLE}"
    )


def test_a_cell_that_says_what_a_control_says_is_a_datum() -> None:
    rows = "".join(f"<tr><td>{a}</td><td>{b}</td></tr>" for a, b in (("甲", "推荐"), ("乙", "大")))
    table = f"<table><tr><th>项目</th><th>意见</th></tr>{rows}</table>"
    (found,) = (b for b in read(page(PARAGRAPHS + table)).blocks if b.type == "table")
    assert found.rows == (("项目", "意见"), ("甲", "推荐"), ("乙", "大"))


def test_headings_lists_quotes_and_paragraphs_are_told_apart() -> None:
    html = (
        f"<h3>一、背景</h3><p>{OPENING}</p><blockquote><p>{MIDDLE}</p></blockquote>"
        f"<ol><li>第一条办法</li><li>第二条办法</li></ol><p>{CLOSING}</p>"
    )
    assert [(block.type, block.level) for block in read(page(html)).blocks] == [
        ("heading", 3),
        ("paragraph", None),
        ("quote", None),
        ("list", None),
        ("paragraph", None),
    ]


REPORT = "http://www.haiyou.example/u/2023/report.pdf"
VIEWERS = {
    "a viewer that names the file": "<iframe src='/pdfjs/web/viewer.html?file=%2Fu%2F2023%2Freport.pdf'></iframe>",
    "one that names it from its own place": "<iframe src='/v/web/viewer.html?file=../../u/2023/report.pdf#page=1'></iframe>",
    "somebody else's viewer": f"<iframe src='https://view.example/?embedded=1&url={REPORT}'></iframe>",
    "a frame filled later": "<iframe data-src='/u/2023/report.pdf'></iframe>",
    "an object": "<object data='/u/2023/report.pdf' type='application/pdf'></object>",
    "an embed": "<embed src='/u/2023/report.pdf'>",
    "WebPlus": "<div class='wp_pdf_player' pdfsrc='/u/2023/report.pdf'></div>",
    "VSB": "<script>showVsbpdfIframe('/u/2023/report.pdf','100%','600')</script>",
    "PDFObject": "<div id='p'></div><script>PDFObject.embed('/u/2023/report.pdf', '#p')</script>",
    "pdf.js": "<canvas></canvas><script>var pdfUrl='/u/2023/report.pdf';pdfjsLib.getDocument(pdfUrl)</script>",
}


@pytest.mark.parametrize("viewer", VIEWERS)
def test_a_post_that_only_shows_a_pdf_has_it_as_its_file_and_no_text(viewer: str) -> None:
    found = reading(
        page(VIEWERS[viewer], below="<ul><li><a href='/1.htm'>海右院食堂恢复供应</a></li></ul>")
    )
    assert [(one.url, one.media_type) for one in found.article.attachments] == [
        (REPORT, "application/pdf")
    ]
    assert (found.outcome, found.keep, found.article.body) == (Outcome.PDF_ONLY, True, "")
    assert found.article.provenance["body"].status == "empty"


def test_a_post_of_one_file_has_no_more_text_than_its_name() -> None:
    found = reading(page("<p><a href='/u/2023/report.pdf'>部门预算.pdf</a></p>"))
    assert [one.title for one in found.article.attachments] == ["部门预算.pdf"]
    assert found.article.body in ("", "部门预算.pdf")
    assert found.outcome is Outcome.PDF_ONLY


def test_a_post_of_one_picture_has_no_text_and_is_kept() -> None:
    found = reading(
        page(
            "<p align='center'><img src='/u/1.jpg'></p>",
            below="<p>上一篇：<a href='2.htm'>通知</a></p>",
        )
    )
    assert [image.url for image in found.article.images] == [PICTURE]
    assert (found.article.body, found.keep, found.detail) == ("", True, "hardly any text")


def test_a_post_of_one_line_is_that_line() -> None:
    line = "因检修线路，7月23日停电半天。"
    found = reading(
        page(
            f"<p>{line}</p>",
            below="<h3>推荐阅读</h3><ul><li><a href='/1.htm'>食堂恢复供应</a></li></ul>",
        )
    )
    assert (found.article.body, found.keep) == (line, True)


def test_a_link_that_is_named_like_a_file_is_one_whatever_script_gives_it() -> None:
    links = "<p><a href='/d.jsp?id=1'>值班 表.xls</a> <a href='/d.jsp?id=2'>见第3.2节</a><a href='#'>甲.doc</a></p>"
    (file,) = read(page(PARAGRAPHS + links)).attachments
    assert (file.title, file.media_type) == ("值班 表.xls", "application/vnd.ms-excel")
