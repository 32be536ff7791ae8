"""Mending changes what has one right form, and not one byte beside it."""

from __future__ import annotations

from pathlib import Path

import pytest
from bantin.checking.automatic_fixes import mend_file, mend_text
from hypothesis import given
from hypothesis import strategies as st

URI = "tin-tuc/2021/10/hop.md"
HEAD = "title: Tin họp\ndate: 2021-10-05\nsection: x"


def written(head: str = HEAD, body: str = "Ban họp.") -> str:
    return f"---\n{head}\n---\n\n{body}\n"


def mended(text: str) -> str:
    """Return the text mended; the same where nothing is."""
    found = mend_text(URI, text.encode())
    return found.after if found else text


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("phụ nữ  tỉnh", "phụ nữ tỉnh"),
        ("phụ nữ \u00a0 tỉnh", "phụ nữ tỉnh"),
        ("phụ\u200b nữ\u202e", "phụ nữ"),
        ("phụ \u200b nữ", "phụ nữ"),
        ("phụ\x07 nữ\x1b\0", "phụ nữ"),
        ("phụ\ufffe nữ\U000e0041 \u2066tỉnh\u2069", "phụ nữ tỉnh"),
        ("Mở.\n\n\u00a0\n\nTiếp  theo.", "Mở.\n\n\n\nTiếp theo."),
        ("Phu\u0323 nu\u031b\u0303", "Phụ nữ"),
        ("Hai  dòng  \nxuống", "Hai dòng  \nxuống"),
    ],
)
def test_what_has_one_right_form_is_mended(body: str, wanted: str) -> None:
    assert mended(written(body=body)) == written(body=wanted)


@pytest.mark.parametrize(
    "text",
    [
        written(body="```\nma  nguon\n```\n\n    x  y"),
        written(body="| a  | b |\n|---|---|\n| c  | d |"),
        written(body='<b title="a  b">c</b> `d  e`'),
        written(HEAD.replace("date: ", "date:   ").replace("x", "x   # mục  x")),
        written(f"{HEAD}\nsource:\n  header: ['a  b\u200b']"),
        written(f"{HEAD}\nredirect_from: ['a  b/']"),
        written(f'{HEAD}\nsummary: "Một\\u0020\\u0020hai"'),
        # Without the character, a comment would begin, or a heading.
        written(f"{HEAD}\nsummary: Một \u200b#hai"),
        written(f"{HEAD}\nsummary: \u200b- một"),
        written(body="Mở.\n\n\u200b# Không phải đề mục"),
        written(f"{HEAD}\nsummary: |\n  Một\n  \u00a0\n  hai"),
        written(body="<pre>a  b</pre>"),
        # Who wrote these has to say what they should be.
        written(body="phụ\u2028nữ"),
        written(body="phụ\x0bnữ"),
        written(f'{HEAD}\nsummary: "a\\x07b"'),
        "---\ntitle: [\n---\nphụ  nữ",
        "phụ  nữ",
        "",
    ],
)
def test_what_it_does_not_understand_is_left_alone(text: str) -> None:
    assert mended(text) == text


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        ("Phó  Chủ tịch", "Phó Chủ tịch"),
        ('"Phó  Chủ tịch"', '"Phó Chủ tịch"'),
        (">-\n  Phó  Chủ tịch\n  tỉnh", ">-\n  Phó Chủ tịch\n  tỉnh"),
        ("|\n  Phó  Chủ\u200b tịch\n    tỉnh", "|\n  Phó Chủ tịch\n    tỉnh"),
    ],
)
def test_a_value_of_the_front_matter_is_mended_where_it_stands(value: str, wanted: str) -> None:
    head = f"{HEAD}\nsummary: {{}}\npeople:\n  - name: A\n    id: a   # hai  dấu"
    assert mended(written(head.format(value))) == written(head.format(wanted))


def test_line_ends_stay_as_they_are() -> None:
    raw = written(body="a  b\nc").replace("\n", "\r\n").encode()
    found = mend_text(URI, raw)
    assert found is not None
    assert found.after == written(body="a b\nc").replace("\n", "\r\n")
    mixed = "---\r\ntitle: Phu\u0323 nu\u031b\u0303\n---\r\n"
    after = mend_text(URI, mixed.encode())
    assert after is not None
    assert after.after == "---\r\ntitle: Phụ nữ\n---\r\n"


def test_what_cannot_be_seen_is_written_out_in_the_difference() -> None:
    found = mend_text(URI, written(body="phụ\u200b nữ").encode())
    assert found is not None
    assert found.done == ("bỏ 1 ký tự vô hình",)
    assert list(found.diff("a.md"))[-2:] == ["-phụ⟨U+200B⟩ nữ", "+phụ nữ"]


@given(st.text(alphabet='ab \u00a0\u200b\n`*|>-#1.[](){}:<"&\\\t', max_size=60))
def test_mending_twice_is_mending_once_and_words_stay(body: str) -> None:
    once = mended(written(body=body))
    assert mended(once) == once
    assert "".join(once.split()).replace("\u200b", "") == "".join(
        written(body=body).split()
    ).replace("\u200b", "")


def test_the_difference_shows_no_character_raw_and_ends_lines_as_editors_do() -> None:
    found = mend_text(URI, written(body="a\x1bb\u202ec\u2028d").encode())
    assert found is not None
    assert found.done == ("bỏ 2 ký tự điều khiển, đổi chiều hoặc vô hình",)
    assert list(found.diff("a.md"))[-2:] == ["-a⟨U+001B⟩b⟨U+202E⟩c⟨U+2028⟩d", "+abc⟨U+2028⟩d"]


def test_a_file_is_replaced_whole_and_only_when_asked(tmp_path: Path) -> None:
    path = tmp_path / URI
    path.parent.mkdir(parents=True)
    path.write_bytes(written(body="a  b").encode())
    path.chmod(0o640)
    assert mend_file(tmp_path, URI, keep=False) is not None
    assert path.read_bytes() == written(body="a  b").encode()
    assert mend_file(tmp_path, URI) is not None
    assert path.read_bytes() == written(body="a b").encode()
    assert path.stat().st_mode & 0o777 == 0o640
    assert [one.name for one in path.parent.iterdir()] == ["hop.md"]
    assert mend_file(tmp_path, URI) is None
