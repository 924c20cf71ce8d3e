"""What an inline script writes of literals is read; what only running it would tell is not."""

from __future__ import annotations

import pytest

from newscrawl.extract.written import written_by


@pytest.mark.parametrize(
    ("script", "written"),
    [
        ("var d='2023-02-13'; document.write(d)", "2023-02-13"),
        ("document.write('2023-02-13')", "2023-02-13"),
        ("var d = '2023-02-13';\ndocument.write('发布时间：' + d);", "发布时间：2023-02-13"),
        (
            "var a='x'; var b='某人'; document.write(\"来源：\"+a+'&emsp;作者：'+b)",
            "来源：x\u2003作者：某人",
        ),
        ("document.write('2023-02-13 10:00:00'.substr(0,10))", "2023-02-13"),
        (
            "var d='2023-02-13 10:00'; document.write('日期：' + d.substring(0, 10))",
            "日期：2023-02-13",
        ),
        ("var zz=''; if(zz!=''){document.write('作者：'+zz+'&emsp;')}", None),
        ("document.write('今天是' + now())", None),
        ("document.write('点击：' + count)", None),
        ("var t='邻居'; document.write('<a href=\"1.htm\">'+t+'</a>')", None),
        ("var d='2023-02-13'", None),
    ],
)
def test_a_script_writes_its_literals(script: str, written: str | None) -> None:
    assert written_by(script) == written
