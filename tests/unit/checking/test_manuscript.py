"""Where in a file a word of a record stands."""

from __future__ import annotations

import pytest

from tests.unit.checking.manuscripts import article


def place_of(word: str, key: str, more: str = "", body: str = "") -> str:
    """Return the word that stands in the file where the manuscript says the word is."""
    record = article(body, more)
    passage = next(one for one in record.passages if (one.path or ("",))[0] == key)
    line, column = record.place(passage, passage.text.index(word))
    return record.text.split("\n")[line - 1][column - 1 :][: len(word)]


@pytest.mark.parametrize(
    "more",
    [
        "summary: Một hai ba.",
        'summary: "Một hai ba."',
        "summary: 'Một hai ba.'",
        "summary: >-\n  Một hai\n  ba.",
        "summary: |\n  Một hai\n\n  ba.",
        "summary:\n  Một hai\n  ba.",
    ],
)
def test_a_word_of_a_field_is_found_however_yaml_writes_it(more: str) -> None:
    for word in ("Một", "hai", "ba"):
        assert place_of(word, "summary", more) == word


def test_a_word_of_an_inner_field_is_found() -> None:
    more = "photos:\n  - caption: Một\n  - caption: Hai ba"
    record = article(more=more)
    passage = next(one for one in record.fields if one.text == "Hai ba")
    assert record.place(passage, 4) == (7, 18)


def test_where_an_escape_hides_a_word_only_the_line_is_told() -> None:
    record = article(more='summary: "Một\\u0020hai ba"')
    passage = next(one for one in record.fields if one.path == ("summary",))
    assert record.place(passage, passage.text.index("ba")) == (5, 0)


def test_a_word_of_the_body_is_found() -> None:
    assert place_of("ba", "", body="Một hai\nba bốn.") == "ba"
    assert place_of("hai", "", body="  Một hai.") == "hai"


def test_what_nobody_reads_is_no_passage() -> None:
    more = "source:\n  header: ['a  b']\nredirect_from: [x/y.html]\nphotos:\n  - src: a.png"
    assert [one.path for one in article(more=more).fields] == [("title",)]
