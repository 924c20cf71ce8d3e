"""Which articles a page names as the ones before and after it, in the markup of many sites."""

from __future__ import annotations

import pytest

from newscrawl.extract.neighbours import neighbours

URL = "http://www.example.ac.cn/xwzx/202302/t20230213_18424.html"
BEFORE, AFTER = (URL.replace("18424", one) for one in ("18423", "18425"))


@pytest.mark.parametrize(
    "links",
    [
        '<p>上一篇：<a href="t20230213_18423.html">甲</a></p><p>下一篇：<a href="t20230213_18425.html">乙</a></p>',
        '<a href="t20230213_18423.html">上一篇：甲</a> <a href="t20230213_18425.html">下一篇：乙</a>',
        "<li><b>上一条</b>&nbsp;<A HREF='./t20230213_18423.html'>甲</A></li><li><b>下一条</b>&nbsp;<A HREF='./t20230213_18425.html'>乙</A></li>",
        "<span>上一则：</span><span><a title=x href=t20230213_18423.html>甲</a></span><span>下一则：</span><a href=/xwzx/202302/t20230213_18425.html>乙</a>",
        "<p>上一篇文章：&nbsp;<a href='t20230213_18423.html'>甲</a></p><p>下一篇内容　→ <a href='t20230213_18425.html'>乙</a></p>",
        '<a rel="prev" href="t20230213_18423.html">‹</a><a href="t20230213_18425.html" rel="next">›</a>',
        '<a href="t20230213_18423.html"><i class="l"></i><em>上篇</em></a><a href="t20230213_18425.html"><em>下篇</em></a>',
    ],
)
@pytest.mark.parametrize("charset", ["utf-8", "gbk"])
def test_both_are_found(links: str, charset: str) -> None:
    page = f"<html><body><p>正文</p><a href='/'>首页</a>{links}<a href='/about/'>关于</a></body></html>"
    assert neighbours(page.encode(charset, "xmlcharrefreplace"), URL) == (BEFORE, AFTER)


@pytest.mark.parametrize(
    "links",
    [
        "<p>上一篇：没有了</p><p>下一篇：没有了</p>",
        "<p>上一篇：没有了</p><p>下一篇：<span>已经是最后一篇</span></p><ul><li><a href='t20230213_9.html'>热点</a></li></ul>",
        '<link rel="next" href="/p/2"><a href="/xwzx/202302/t20230213_9.html">热点</a>',
        '<a href="javascript:void(0)">上一篇</a><a href="#">下一篇</a>',
        "<script>document.write('<a href=\"'+prev+'\">上一篇</a>')</script>",
        "<p>上一篇</p><p>下一篇</p>" + "<p>很长的一段话</p>" * 60 + '<a href="/x/1.html">别的</a>',
    ],
)  # fmt: skip
@pytest.mark.parametrize("charset", ["utf-8", "gbk"])
def test_where_there_is_none_nothing_is_found(links: str, charset: str) -> None:
    assert neighbours(f"<html><body>{links}</body></html>".encode(charset), URL) == ()
