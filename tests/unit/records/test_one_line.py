"""Titles, names and numbers are one line; summaries and notes may be several."""

from __future__ import annotations

import pytest
from bantin.errors import Problem
from bantin.records.models import Record
from bantin.records.reader import parse_record

from tests.unit.records.test_cut_values import ARTICLE, BODY, DOCUMENT, PERSON, SECTION, URIS

LINES = [
    (ARTICLE, "title", None),
    (ARTICLE, "author", "author: {}"),
    (ARTICLE, "tags[1]", "tags: [{}]"),
    (ARTICLE, "field[1]", "field: [{}]"),
    (ARTICLE, "people[1].name", "people: [{{name: {}}}]"),
    (ARTICLE, "people[1].positions[1]", "people: [{{name: A, positions: [{}]}}]"),
    (ARTICLE, "people[1].former[1]", "people: [{{name: A, former: [{}]}}]"),
    (ARTICLE, "meeting.venue", "meeting: {{date: 2021-10-05, venue: {}}}"),
    (ARTICLE, "meeting.chairs[1]", "meeting: {{date: 2021-10-05, chairs: [{}]}}"),
    (ARTICLE, "meeting.attendees[1]", "meeting: {{date: 2021-10-05, attendees: [{}]}}"),
    (ARTICLE, "figures[1].name", "figures: [{{name: {}, value: 5}}]"),
    (ARTICLE, "figures[1].unit", "figures: [{{name: A, value: 5, unit: {}}}]"),
    (ARTICLE, "photos[1].src", "photos: [{{src: {}}}]"),
    (ARTICLE, "photos[1].credit", "photos: [{{caption: A, credit: {}}}]"),
    (ARTICLE, "attachments[1].title", "attachments: [{{src: a.pdf, title: {}}}]"),
    (ARTICLE, "source.system", "source: {{system: {}}}"),
    (ARTICLE, "source.file", "source: {{file: {}}}"),
    (DOCUMENT, "place", "place: {}"),
    (DOCUMENT, "filing", "filing: {}"),
    (DOCUMENT, "recipients[1]", "recipients: [{}]"),
    (DOCUMENT, "replaces[1]", "replaces: [{}]"),
    (DOCUMENT, "replaced_by[1]", "replaced_by: [{}]"),
    (DOCUMENT, "signer.position", "signer: {{name: A, position: {}}}"),
    (DOCUMENT, "signer.authority[1]", "signer: {{name: A, position: B, authority: [{}]}}"),
    (BODY, "name", None),
    (BODY, "province", "province: {}"),
    (BODY, "short_names[1]", "short_names: [{}]"),
    (SECTION, "name", None),
    (SECTION, "aliases[1]", "aliases: [{}]"),
    (PERSON, "name", None),
    (PERSON, "note", "note: {}"),
    (PERSON, "initials[1]", "initials: [{}]"),
]
SENTENCES = [
    (ARTICLE, "summary: {}"),
    (DOCUMENT, "summary: {}"),
    (SECTION, "description: {}"),
    (ARTICLE, "figures: [{{name: A, value: 5, sentence: {}}}]"),
    (ARTICLE, "photos: [{{caption: {}}}]"),
    (ARTICLE, "photos: [{{caption: A, alt: {}}}]"),
    (ARTICLE, "changes: [{{date: 2021-10-06, note: {}}}]"),
    (ARTICLE, "source: {{header: [{}]}}"),
    (ARTICLE, "source: {{repairs: [{}]}}"),
    (ARTICLE, "source: {{guesses: [{}]}}"),
]


def problems_of(head: str, field: str, more: str | None, value: str) -> list[Problem]:
    text = head.format(more.format(value)) if more else head.format("")
    if more is None:
        before, _, rest = text.partition(f"{field}: ")
        text = f"{before}{field}: {value}\n{rest.partition(chr(10))[2]}"
    outcome = parse_record(URIS[head], text.encode())
    return [] if isinstance(outcome, Record) else outcome


@pytest.mark.parametrize(("head", "field", "more"), LINES)
@pytest.mark.parametrize(
    "value", ['"a\\nb"', '"a\\tb"', '"a\n\n  b"', "'a\n\n  b'", '"a\\n\\nb\\n"']
)
def test_a_line_end_or_tab_in_one_line_is_refused(
    head: str, field: str, more: str | None, value: str
) -> None:
    [problem] = problems_of(head, field, more, value)
    assert problem.field == field
    assert "một dòng chữ" in problem.message
    assert "trên một dòng" in problem.hint


@pytest.mark.parametrize(("head", "field", "more"), LINES)
@pytest.mark.parametrize("value", ['"a b"', '"a\n  b"', "'a\n  b'", '"a b\\n"', '"\\ta b"'])
def test_a_value_folded_into_one_line_is_one(
    head: str, field: str, more: str | None, value: str
) -> None:
    assert problems_of(head, field, more, value) == []


@pytest.mark.parametrize(("head", "more"), SENTENCES)
@pytest.mark.parametrize("value", ['"a\\nb"', '"a\\tb"', '"a\n\n  b"'])
def test_sentences_may_be_several_lines(head: str, more: str, value: str) -> None:
    assert problems_of(head, "", more, value) == []


@pytest.mark.parametrize("value", ["|\n  a\n  b", ">\n  a\n\n  b", "|-\n  a\tb"])
def test_blocks_are_judged_like_other_values(value: str) -> None:
    [problem] = problems_of(ARTICLE, "author", "author: {}", value)
    assert problem.field == "author"
    assert problems_of(ARTICLE, "summary", "summary: {}", value) == []


@pytest.mark.parametrize("value", ["|\n  a b", ">\n  a\n  b", ">-\n  a\n  b"])
def test_a_block_that_makes_one_line_is_one(value: str) -> None:
    assert problems_of(ARTICLE, "author", "author: {}", value) == []


@pytest.mark.parametrize("value", ['"\u200b"', '"\u00ad \ufeff"', '"\\u200b"'])
def test_a_text_of_nothing_that_shows_is_empty(value: str) -> None:
    [problem] = problems_of(ARTICLE, "author", "author: {}", value)
    assert problem.message == "để trống"
