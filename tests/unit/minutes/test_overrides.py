"""The editor's word goes above the rules, and what cannot be understood is told."""

from __future__ import annotations

from datetime import date

import pytest
from bantin.minutes.conclusions import Conclusion, find_conclusions
from bantin.minutes.overrides import check_overrides, override_bodies, without_overrides
from bantin.records.models import Document

from tests.unit.samples import parse

HEAD = "kind: TB\nnumber: 5/TB-VP\ntitle: Kết luận\ndate: 2013-10-10\nissuer: vp"
TEXT = "Giao Sở Y tế báo cáo trước ngày 15/11/2013."


def notice(body: str) -> Document:
    record = parse("van-ban/2013/5.md", f"---\n{HEAD}\n---\n\n{body}")
    assert isinstance(record, Document)
    return record


def point(attributes: str) -> Conclusion:
    (found,) = find_conclusions(notice(f"1. {TEXT}\n   {{: {attributes} }}\n"))
    return found


def test_nothing_written_leaves_all_to_the_rules() -> None:
    found = point('class="dam"')
    assert (found.edited, found.bodies) == ((), ())
    assert found.directive.addressees == ("Sở Y tế",)


def test_each_key_goes_above_what_is_read_and_leaves_the_others() -> None:
    found = point('to="so-noi-vu; Thường trực Ban"')
    assert (found.bodies, found.directive.addressees) == (("so-noi-vu",), ("Thường trực Ban",))
    assert (found.directive.kind, found.edited) == ("assign", ("to",))
    assert point("directive=propose").directive.kind == "propose"
    changed = point("due=2013-12-31").deadline
    assert changed is not None
    assert (changed.text, changed.due) == ("31/12/2013", date(2013, 12, 31))


def test_the_words_of_the_text_stay_where_the_editor_means_the_same_day() -> None:
    same = point("due=2013-11-15").deadline
    assert same is not None
    assert same.text == "trước ngày 15/11/2013"


def test_an_editor_may_say_that_there_is_none() -> None:
    found = point('to="không" due="không" directive="không"')
    assert (found.directive.kind, found.directive.addressees, found.deadline) == ("", (), None)
    assert found.edited == ("directive", "to", "due")


def test_what_is_ours_is_no_part_of_the_text_and_what_is_not_stays() -> None:
    source = "1. Một\n   {: due=2013-12-31 }\n\n2. Hai\n   {: .dam }\n\n{: due=x }\n"
    assert without_overrides(source) == "1. Một\n\n2. Hai\n   {: .dam }\n\n{: due=x }\n"
    (one, two) = find_conclusions(notice(source.removesuffix("{: due=x }\n")))
    assert (one.text, two.text) == ("Một", "Hai")


def test_text_that_speaks_of_keys_is_left_alone() -> None:
    source = "1. Ghi to=lớn trong mẫu.\n"
    assert without_overrides(source) == source
    assert check_overrides(notice(source)) == []


@pytest.mark.parametrize(
    ("attributes", "field", "message"),
    [
        ("due=31/12/2013", "due", "“31/12/2013” không phải một ngày"),
        ("directive=ra-lenh", "directive", "không có loại việc “ra-lenh”"),
        ('due=2013-12-31 han="x"', "han", "khóa lạ “han” trong dòng ghi chú kết luận"),
    ],
)
def test_what_cannot_be_understood_is_told_with_its_line_and_counts_as_not_written(
    attributes: str, field: str, message: str
) -> None:
    document = notice(f"1. Một\n\n2. {TEXT}\n   {{: {attributes} }}\n")
    (problem,) = check_overrides(document)
    assert (problem.line, problem.field, problem.message) == (12, field, message)
    assert problem.hint
    assert find_conclusions(document)[1].directive.kind == "assign"


def test_bodies_are_named_with_their_lines() -> None:
    body = '1. Một\n   {: to="so-y-te; Tổ giúp việc" }\n2. Hai\n   {: to=vp }\n'
    assert override_bodies(notice(body)) == [(10, "so-y-te"), (12, "vp")]
