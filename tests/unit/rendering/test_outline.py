"""The outline of a text: which passages there are, whose they are, where ids may be written."""

from __future__ import annotations

import pytest
from bantin.rendering.html_ids import find_ids
from bantin.rendering.markdown import render_text
from bantin.rendering.outline import TextPassage, read_outline, write_ids
from hypothesis import given, settings

from tests.unit.rendering.markdown_samples import debris, documents


def outline(source: str) -> tuple[TextPassage, ...]:
    return read_outline(render_text(source))


def shown(source: str) -> list[tuple[str, str, int]]:
    return [(one.mark or one.kind[0], one.text, one.parent) for one in outline(source)]


def test_passages_have_their_own_words_and_the_item_around_them() -> None:
    source = "Mở đầu:\n\n1. Sở Mẫu\n\n    - Rà soát;\n    - Báo cáo.\n\n    Đoạn sau.\n\n2. Hết.\n"
    assert shown(source) == [
        ("p", "Mở đầu:", -1),
        ("1.", "Sở Mẫu", -1),
        ("-", "Rà soát;", 1),
        ("-", "Báo cáo.", 1),
        ("p", "Đoạn sau.", 1),
        ("2.", "Hết.", -1),
    ]


def test_marks_that_are_text_are_no_words_of_the_item() -> None:
    assert shown("1. Một:\n\n    a) Hai **ba**;\n\n    đ) Bốn.\n") == [
        ("1.", "Một:", -1),
        ("a)", "Hai ba;", 0),
        ("đ)", "Bốn.", 0),
    ]


@pytest.mark.parametrize(
    "source",
    [
        "> Trích lời.\n",
        "> 1. Giao Sở Mẫu.\n",
        "| a | b |\n|---|---|\n| 1 | 2 |\n",
        "```\n1. mã\n```\n",
        "    mã thụt lề\n",
    ],
)
def test_quotations_tables_and_code_are_left_out(source: str) -> None:
    assert shown(f"Trước.\n\n{source}\nSau.\n") == [("p", "Trước.", -1), ("p", "Sau.", -1)]


def test_notes_are_left_out() -> None:
    assert shown("Lời[^1].\n\n[^1]: Chú thích.\n") == [("p", "Lời.", -1)]


@pytest.mark.parametrize(
    ("source", "is_bold"),
    [
        ("**Phần một**", True),
        ("**Phần một:**", True),
        ("**Phần một**:", True),
        ("**Phần** một", False),
        ("Phần một", False),
        ("1. **Sở Mẫu**", True),
        ("1. **Sở Mẫu** rà soát", False),
    ],
)
def test_a_line_is_bold_where_all_its_words_are(source: str, is_bold: bool) -> None:
    (one,) = outline(source)
    assert one.is_bold is is_bold


def test_headings_have_their_level_and_id() -> None:
    (one,) = outline("### Tổ chức\n")
    assert (one.kind, one.text, one.level, one.anchor) == ("heading", "Tổ chức", 4, "to-chuc")


def test_ids_are_written_where_the_passage_begins() -> None:
    text = render_text("1. Một\n\n    - Hai\n\n    Ba\n")
    places = {one.text: one.place for one in read_outline(text)}
    written = write_ids(text, {places["Hai"]: "kl-1-hai", places["Ba"]: "kl-1-ba"})
    assert find_ids(written.html) == ["kl-1", "kl-1-hai", "kl-1-ba"]
    assert written.ids == ("kl-1", "kl-1-ba", "kl-1-hai")
    assert [one.anchor for one in read_outline(written)] == ["kl-1", "kl-1-hai", "kl-1-ba"]


def test_keys_of_bullets_and_paragraphs_are_their_own() -> None:
    source = (
        "1. Một\n   {: to=a }\n\n    - Hai\n      {: to=b }\n\n    Ba\n    {: to=c }\n\n"
        "Bốn\n{: to=d }\n"
    )
    found = {one.text: [key.value for key in one.attributes] for one in outline(source)}
    assert found == {"Một": ["a"], "Hai": ["b"], "Ba": ["c"], "Bốn": ["d"]}
    lines = [one.attributes[0].line for one in render_text(source).keyed]
    assert [source.split("\n")[line].strip() for line in lines] == [
        "{: to=b }",
        "{: to=c }",
        "{: to=d }",
    ]


@settings(max_examples=150)
@given(documents | debris)
def test_each_passage_that_has_no_id_may_get_one(source: str) -> None:
    text = render_text(source)
    passages = read_outline(text)
    assert all(-1 <= one.parent < at for at, one in enumerate(passages))
    wanted = {one.place: f"moi-{at}" for at, one in enumerate(passages) if one.place >= 0}
    written = write_ids(text, wanted)
    assert set(wanted.values()) <= set(written.ids)
    again = read_outline(written)
    assert [one.text for one in again] == [one.text for one in passages]
    assert all(one.anchor for one, old in zip(again, passages, strict=True) if old.place >= 0)
