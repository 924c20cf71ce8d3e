"""What stands around an article: the way to its column."""

from __future__ import annotations

import pytest

from tests.extract.article.pages import page, read


@pytest.mark.parametrize("last", ["正文", "浏览正文", "文章内容页", "新闻详情", ""])
def test_the_last_step_of_a_breadcrumb_that_names_no_column_is_left_out(last: str) -> None:
    way = f"<div>您的位置：<a href=/>首页</a> &gt;&gt; <a href=/xw/>工作动态</a> &gt;&gt; {last}</div>"
    assert read(page(above=way)).breadcrumbs == ("首页", "工作动态")
