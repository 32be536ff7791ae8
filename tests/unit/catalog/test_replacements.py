"""A number that a record cites leads to the one document that it can mean, from either side."""

from __future__ import annotations

import pytest
from bantin.catalog.relations import replacements
from bantin.catalog.relations.replacements import REPLACEMENTS, Replacement
from bantin.records.models import Document, Record

from tests.unit.samples import catalog_of, document, parse


def told(one: Record, *others: Record) -> tuple[list[str], list[str]]:
    """Return what a document replaces and is replaced by: slugs, or numbers as text."""
    assert isinstance(one, Document)
    found = REPLACEMENTS.shown_on(one, catalog_of(one, *others))

    def text(told: Replacement) -> str:
        return told.item.slug if told.item else f"“{told.written}”"

    return [text(one) for one in found.replaces], [text(one) for one in found.replaced_by]


OLD = document("cu", "2013-03-01", "5/TB-VP")
NEW = document("moi", "2014-03-01", "9/TB-VP", "replaces: [5/TB-VP]")


def test_both_pages_tell_what_one_record_says() -> None:
    assert told(NEW, OLD) == (["cu"], [])
    assert told(OLD, NEW) == ([], ["moi"])
    told_by_old = document("cu", "2013-03-01", "5/TB-VP", "replaced_by: [9/TB-VP]")
    plain = document("moi", "2014-03-01", "9/TB-VP")
    assert told(plain, told_by_old) == (["cu"], [])
    assert told(told_by_old, plain) == ([], ["moi"])


def test_what_both_records_say_is_told_once() -> None:
    old = document("cu", "2013-03-01", "5/TB-VP", "replaced_by: [9/TB-VP]")
    assert told(old, NEW) == ([], ["moi"])
    assert told(NEW, old) == (["cu"], [])


@pytest.mark.parametrize(
    "written",
    ["05 tb vp", "Thông báo số 5/TB-VP ngày 01/3/2013", "5/TB-VP năm 2013", "5/2013/TB-VP"],
)
def test_number_may_be_written_as_people_do(written: str) -> None:
    assert told(document("moi", "2014-03-01", "9/TB-VP", f"replaces: ['{written}']"), OLD) == (
        ["cu"],
        [],
    )


def test_number_that_is_not_whole_or_not_there_stays_a_text() -> None:
    new = document("moi", "2014-03-01", "9/TB-VP", "replaces: [số 5, 6/TB-VP, Thông báo cũ]")
    assert told(new, OLD) == (["“số 5”", "“6/TB-VP”", "“Thông báo cũ”"], [])


def test_number_of_two_documents_means_none_unless_the_year_tells() -> None:
    again = document("cu-2012", "2012-03-01", "5/TB-VP")
    assert told(NEW, OLD, again) == (["“5/TB-VP”"], [])
    assert told(OLD, NEW, again) == ([], [])
    dated = document("moi", "2014-03-01", "9/TB-VP", "replaces: [5/TB-VP năm 2012]")
    assert told(dated, OLD, again) == (["cu-2012"], [])


def test_document_of_the_same_body_is_meant_rather_than_another_ones() -> None:
    head = "---\nkind: TB\nnumber: 5/TB-VP\ntitle: Khác\ndate: 2013-01-01\nissuer: ban\n---\n"
    other = parse("van-ban/2013/khac.md", head)
    assert told(NEW, OLD, other) == (["cu"], [])
    assert told(other, NEW, OLD) == ([], [])
    assert told(NEW, other) == (["khac"], [])


def test_nothing_replaces_what_came_later_or_itself() -> None:
    later = document("sau", "2015-01-01", "5/TB-VP")
    assert told(NEW, later) == (["“5/TB-VP”"], [])
    itself = document("moi", "2014-03-01", "9/TB-VP", "replaces: [9/TB-VP]")
    assert told(itself) == (["“9/TB-VP”"], [])


def test_withdrawn_document_replaces_nothing() -> None:
    gone = document("moi", "2014-03-01", "9/TB-VP", "replaces: [5/TB-VP]\nstatus: withdrawn")
    assert told(OLD, gone) == ([], [])


def test_draft_replaces_nothing_yet() -> None:
    draft = document("moi", "2014-03-01", "9/TB-VP", "replaces: [5/TB-VP]\nstatus: draft")
    assert told(OLD, draft) == ([], [])


def test_number_that_very_many_bear_means_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(replacements, "MANY_NUMBERED", 1)
    later = document("sau", "2015-01-01", "5/TB-VP")
    assert told(NEW, OLD) == (["cu"], [])
    assert told(NEW, OLD, later) == (["“5/TB-VP”"], [])
