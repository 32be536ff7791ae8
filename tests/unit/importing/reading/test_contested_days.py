"""A page that names several days of publication: the first stands, and is a guess."""

from __future__ import annotations

from pathlib import Path

import pytest
from bantin.importing.news import parse_news
from bantin.importing.proposal import Context, Sure
from bantin.importing.reading.html.reader import read_html
from bantin.records.registry import Registry

PAGE = """<html><head><meta charset="utf-8"><title>Xã Mẫu sửa cầu treo</title>{meta}</head><body>
<div class="content"><h2 class="title">Xã Mẫu sửa cầu treo</h2><span class="date">(Ngày 04/05/2018)
</span><p><b>Ngày 3/5, xã Mẫu sửa xong cầu treo cho người dân qua suối.</b></p>
<p>Cầu dài ba mươi mét, do người dân trong xã góp công làm trong hai tháng.</p></div></body></html>
"""
META = '<meta property="article:published_time" content="{}T00:00:00+07:00">'


@pytest.mark.parametrize(
    ("day", "sure"),
    [
        ("2015-01-01", Sure.GUESSED),
        ("2018-05-05", Sure.GUESSED),
        ("2018-05-04", Sure.READ),
        ("", Sure.READ),
    ],
)
def test_contested_days_are_guesses(tmp_path: Path, day: str, sure: Sure) -> None:
    path = tmp_path / "a.html"
    path.write_text(PAGE.format(meta=META.format(day) if day else ""), "utf-8")
    [capture] = read_html(path)
    [fact] = [one for one in parse_news(capture, Context(Registry())).facts if one.field == "date"]
    assert (fact.value, fact.sure) == ("04/05/2018", sure)
    if sure is Sure.GUESSED:
        assert day in fact.note
