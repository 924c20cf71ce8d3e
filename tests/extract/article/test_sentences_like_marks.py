"""Sentences that begin with the words a template prints under or among a text."""

from __future__ import annotations

import pytest

from tests.extract.article.abroad import PLAIN, TEXT, site
from tests.extract.article.pages import BODY, CLOSING, MIDDLE, OPENING, PARAGRAPHS, body_of

SENTENCES = [
    "下个月，项目组将启动第二阶段的野外观测，届时将有三十名研究生参加。",
    "下个月，观测重新开始。",
    "上个世纪五十年代，这里还是一片荒滩。",
    "下一个目标，是把预报期延长到七天。",
    "相关文章以《泥沙起动的临界条件》为题发表于《河流》，翁怀远为第一作者。",
    "相关信息将通过院网站及时公布。",
    "相关视频在网上传开后，院里当天派人赶到现场，逐项核对了情况。",
    "推荐阅读书目由图书馆统一采购。",
    "隐私计算为数据共享提供了新的可能。",
    "纠错机制是这套系统的关键。",
    "分享到最后，她哽咽了。",
    "责任编辑制度由此确立下来。",
    "未经许可擅自取水的，由主管部门责令停止。",
    "前一篇已经谈过，这里不再重复。",
    "今天是2024年3月12日，全市的学校都在植树。",
    "点击进入系统后，按提示填写信息。",
    "版权所有者为两家共同成立的实验室，收益按比例分配。",
    "声明：本院从未委托任何机构办班收费，请各位家长留意。",
    "特别声明：近期有人冒用我院名义招生，我院保留追究的权利。",
    "郑重声明：有人冒用我院图片，侵犯我院名誉。",
    "声明：近日有人冒用我院名义办班收费，我院从未委托任何机构培训。",
]
ABROAD = [
    "Zurück zum Alltag heißt es von Montag an auch für die Fähren.",
    "Volver a empezar no ha sido fácil para nadie en el barrio.",
    "Compartir en familia era lo que más echaba de menos.",
    "Поделиться впечатлениями можно будет на встрече в субботу.",
    "Copyright in the recordings remains with the villages.",
    "Next article of the statute to be read was the one on fishing.",
    "Back to the top of the cliff they carried it, stone by stone.",
    "Retour à la page blanche, donc, pour toute l'équipe.",
]
ASKING = [
    "更多信息请关注海右院公众号，我们不见不散。",
    "点击上方蓝字，关注我们的账号。",
    "更多精彩内容，关注海右院的官方账号。",
    "分享到朋友圈，让更多的人看到这份成果。",
    "未经授权，任何单位和个人不得转载本刊的文字。",
    "文明上网，理性发言，遵守法律法规。",
    "版权归原作者，侵权的内容我们会及时删除，转载须经同意。",
    "声明：该文观点仅代表作者，平台只提供存储服务。",
    "特别声明：文中配图均来自网络，如有不妥请与我们联系。",
]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_last_paragraph_that_only_begins_like_an_end_mark_is_text(sentence: str) -> None:
    assert body_of(f"{PARAGRAPHS}<p>{sentence}</p>") == f"{BODY}\n\n{sentence}"


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_paragraph_that_only_begins_like_an_end_mark_ends_nothing(sentence: str) -> None:
    inside = "".join(f"<p>{text}</p>" for text in (OPENING, MIDDLE, sentence, CLOSING))
    assert body_of(inside) == f"{OPENING}\n\n{MIDDLE}\n\n{sentence}\n\n{CLOSING}"


@pytest.mark.parametrize("sentence", ABROAD)
def test_the_same_in_other_languages(sentence: str) -> None:
    body = site(f"<h1>Die Boje</h1><p>12.03.2024</p>{PLAIN}<p>{sentence}</p>").body
    assert body.split("\n\n") == [*TEXT, sentence]


@pytest.mark.parametrize("sentence", ASKING)
def test_a_sentence_that_asks_the_reader_or_says_whose_the_text_is_ends_it(sentence: str) -> None:
    assert body_of(f"{PARAGRAPHS}<p>{sentence}</p>") == BODY


@pytest.mark.parametrize("sentence", SENTENCES[:11])
def test_what_is_set_otherwise_than_the_paragraphs_is_no_sentence_of_the_text(
    sentence: str,
) -> None:
    assert body_of(f"{PARAGRAPHS}<div class='b'>{sentence}</div>") == BODY


def test_where_to_send_what_is_called_for_is_text() -> None:
    assert body_of(f"{PARAGRAPHS}<p>投稿邮箱：gao@haiyou.example</p>").endswith("haiyou.example")
