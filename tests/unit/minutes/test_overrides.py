"""The editor's word goes above the rules, and what cannot be understood is told."""

from __future__ import annotations

from datetime import date

import pytest
from bantin.building.reading import faults_within
from bantin.errors import Problem
from bantin.minutes.orders import Order, find_orders
from bantin.minutes.overrides import check_overrides, override_bodies, unused_attributes
from bantin.records.models import Document, Record
from bantin.rendering.markdown import render_text

from tests.unit.samples import article, parse

HEAD = "kind: TB\nnumber: 5/TB-VP\ntitle: Kết luận\ndate: 2013-10-10\nissuer: vp"
TEXT = "Giao Sở Y tế báo cáo trước ngày 15/11/2013."


def notice(body: str) -> Document:
    record = parse("van-ban/2013/5.md", f"---\n{HEAD}\n---\n\n{body}")
    assert isinstance(record, Document)
    return record


def conclusions_of(document: Document) -> tuple[Order, ...]:
    return find_orders(document, render_text(document.body))


def faults_of(record: Record) -> list[Problem]:
    return check_overrides(record, render_text(record.body))


def point(attributes: str) -> Order:
    (found,) = conclusions_of(notice(f"1. {TEXT}\n   {{: {attributes} }}\n"))
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


@pytest.mark.parametrize("below", ["1. {}\n   ", "1. Sở A:\n    - {}\n      ", "{}\n"])
def test_who_helps_and_what_is_no_order_can_be_said_below_any_passage(below: str) -> None:
    start = "Chủ tịch UBND tỉnh kết luận:\n\n" + below.format(TEXT)
    (helped,) = conclusions_of(notice(f'{start}{{: with="Sở Tài chính; so-noi-vu" }}\n'))
    assert helped.directive.helpers == ("Sở Tài chính",)
    assert (helped.helper_bodies, helped.edited) == (("so-noi-vu",), ("with",))
    assert conclusions_of(notice(f'{start}{{: order="không" }}\n')) == ()


def test_the_words_of_the_text_stay_where_the_editor_means_the_same_day() -> None:
    same = point("due=2013-11-15").deadline
    assert same is not None
    assert same.text == "trước ngày 15/11/2013"


def test_an_editor_may_say_that_there_is_none() -> None:
    found = point('to="không" due="không" directive="không"')
    assert (found.directive.kind, found.directive.addressees, found.deadline) == ("", (), None)
    assert found.edited == ("directive", "to", "due")


def test_what_is_ours_is_no_part_of_the_text_and_what_is_not_stays() -> None:
    source = "1. Một\n   {: due=2013-12-31 }\n\n2. Hai\n   {: .dam }\n"
    html = render_text(source).html
    assert "due" not in html
    assert 'class="dam"' in html
    assert [one.text for one in conclusions_of(notice(source))] == ["Một", "Hai"]


@pytest.mark.parametrize(
    "body",
    [
        '1. Một\n   {: to="so-y-te" }\n   {: due=2013-12-31 }\n2. Hai\n',
        '1. Một\n\n    {: to="so-y-te" due=2013-12-31 }\n\n2. Hai\n',
        '1. Một\n{: to="so-y-te" due=2013-12-31 }\n2. Hai\n',
        '1. Một\n   { to="so-y-te" due=2013-12-31 }\n2. Hai\n',
        '1. **Một** *hai*\n   {: to="so-y-te" due=2013-12-31 }\n2. Hai\n',
        '1. Một\n   {: to="so-y-te" due=2013-12-31 }\n    - gạch\n2. Hai\n',
    ],
)
def test_editors_may_write_the_line_in_several_ways(body: str) -> None:
    first, second = conclusions_of(notice(body))
    assert (first.bodies, first.deadline and first.deadline.due) == (
        ("so-y-te",),
        date(2013, 12, 31),
    )
    assert second.edited == ()
    assert "{" not in render_text(body).words


def test_text_that_speaks_of_keys_is_left_alone() -> None:
    source = "1. Ghi to=lớn trong mẫu.\n"
    assert render_text(source).items[0].attributes == ()
    assert faults_of(notice(source)) == []


ORDER = "phải viết theo thứ tự năm-tháng-ngày"


@pytest.mark.parametrize(
    ("attributes", "field", "message"),
    [
        ("due=31/12/2013", "due", "“31/12/2013” không phải là ngày đúng dạng: " + ORDER),
        ("due=2013-02-30", "due", "không có ngày 2013-02-30 trong lịch"),
        ('due="2013-12-31 17:00"', "due", "“2013-12-31 17:00” có cả giờ"),
        ("due=9999-12-31", "due", "năm 9999 không thể đúng"),
        ("due=0001-01-01", "due", "năm 0001 không thể đúng"),
        ("due=20131231", "due", "“20131231” không phải là ngày đúng dạng: " + ORDER),
        ("directive=ra-lenh", "directive", "không có loại việc “ra-lenh”"),
        ("due=“2013-12-31”", "due", "““2013-12-31”” nằm trong nháy cong"),
        ("due", "due", "khóa due chưa có giá trị"),
    ],
)
def test_what_cannot_be_understood_is_told_with_its_line_and_counts_as_not_written(
    attributes: str, field: str, message: str
) -> None:
    document = notice(f"1. Một\n\n2. {TEXT}\n   {{: {attributes} }}\n")
    (problem,) = faults_of(document)
    assert (problem.line, problem.field, problem.message) == (12, field, message)
    assert problem.hint
    assert conclusions_of(document)[1].directive.kind == "assign"


def test_bodies_are_named_with_their_lines() -> None:
    body = '1. Một\n   {: to="so-y-te; Tổ giúp việc" }\n2. Hai\n   {: to=vp }\n'
    assert override_bodies(notice(body), render_text(body)) == [(10, "so-y-te"), (12, "vp")]


def test_what_is_written_of_no_item_is_told() -> None:
    (problem,) = faults_of(notice("> Trích.\n> {: due=2013-12-31 }\n\n1. Một\n"))
    assert (problem.line, problem.field) == (10, "due")
    assert "không nằm dưới mục nào" in problem.message


def test_a_news_item_has_no_conclusions_to_write_of() -> None:
    (problem,) = faults_of(article(body="1. Một\n   {: due=2013-12-31 }\n"))
    assert problem.field == "due"


def test_what_is_written_of_a_sub_item_is_known_to_do_nothing() -> None:
    text = render_text("1. Một\n\n    1. trong\n       {: due=2013-12-31 }\n")
    assert [one.key for one in unused_attributes(text, ["kl-1"])] == ["due"]


PLACES = {
    "item": "1. Giao A.\n   {{: {} }}\n",
    "glued": "1. Giao A.\n   {{:{}}}\n",
    "bullet": "- Giao A.\n  {{: {} }}\n",
    "paragraph": "Đoạn.\n{{: {} }}\n",
    "heading": "# Đầu {{: {} }}\n\n1. Một\n",
    "bold": "1. **Đậm**{{: {} }} một\n",
    "link": "1. [a](https://b.vn/){{: {} }}\n",
    "cell": "| a {{: {} }} | b |\n|---|---|\n| 1 {{: {} }} | 2 |\n",
}
WRITTEN = [
    *("to=", "to= ", "to", 'to=""', "to=''", 'to="', 'to=" "', "to= a", "to = a", "to==a"),
    *('to="a" to="b"', "to=so y te", 'to="a>b"', 'to="<b>"', 'to="it\'s"', "to=“a”", 'to="a"}'),
    *("due=", "due", 'due=""', 'due="2020-04-01', "due=2020-4-1", 'due="9999-12-31"', "due= to="),
    *("directive=", 'directive="giao"', 'tu="x"', "To=x", "=", "= x", '"', '"x"', "a=b=c"),
    *(".", "#", ". #", ".a .b", "#x #y", "id=", "id", "class=", "class", "value=", "value=x"),
    *('onclick="x()"', 'style="a"', "hidden", "to=\u00a0x", f'to="{"a" * 300}"'),
]


@pytest.mark.parametrize("written", WRITTEN)
@pytest.mark.parametrize("place", PLACES)
def test_whatever_stands_in_the_line_is_read_or_told(place: str, written: str) -> None:
    source = PLACES[place].format(written, written)
    for record in (notice(source), article(body=source)):
        text = render_text(record.body)
        assert text.html.count(' id=""') == 0
        assert all(tag.count(" id=") <= 1 for tag in text.html.split("<"))
        for problem in faults_within(record, text):
            assert problem.line >= record.file.body_line
            assert problem.hint


@pytest.mark.parametrize(
    "written",
    ["to=", "to= ", "to", 'to=""', 'to=" "', "to= a", "due=", "due", "directive=", "id=", "#"],
)
@pytest.mark.parametrize("place", ["item", "paragraph"])
def test_a_key_without_a_value_is_told_at_its_line(place: str, written: str) -> None:
    source = PLACES[place].format(written)
    for record in (notice(source), article(body=source)):
        problems = faults_within(record, render_text(record.body))
        assert [problem.line - record.file.body_line for problem in problems] == [1]


@pytest.mark.parametrize(
    "body",
    [
        "1. Sở Y tế:\n\n    - Lo thuốc.\n      {{: {} }}\n",
        "1. Sở Y tế:\n\n    a) Lo thuốc.\n       {{: {} }}\n",
        "1. Sở Y tế:\n\n    Lo thuốc.\n    {{: {} }}\n",
        "- Lo thuốc.\n  {{: {} }}\n",
        "Lo thuốc.\n{{: {} }}\n",
        "Điều 2. Lo thuốc.\n{{: {} }}\n",
        "Một là, lo thuốc.\n{{: {} }}\n",
    ],
)
def test_keys_work_on_dashes_paragraphs_and_points_within(body: str) -> None:
    keys = 'directive="require" to="so-noi-vu" with="hoi; Đoàn xã" due="2013-12-31"'
    document = notice(f"Chủ tịch xã kết luận:\n\n{body.format(keys)}")
    assert faults_of(document) == []
    (one,) = conclusions_of(document)
    assert (one.directive.kind, one.bodies, one.directive.addressees) == (
        "require",
        ("so-noi-vu",),
        (),
    )
    assert (one.helper_bodies, one.directive.helpers) == (("hoi",), ("Đoàn xã",))
    assert one.deadline is not None
    assert one.deadline.due == date(2013, 12, 31)
    assert one.edited == ("directive", "to", "with", "due")
    assert one.handed_down == ()
    named = override_bodies(document, render_text(document.body))
    assert {slug for _, slug in named} == {"so-noi-vu", "hoi"}


def test_what_is_written_for_a_heading_holds_for_its_points() -> None:
    body = (
        '1. Việc của ngành y:\n   {: to="so-y-te" due="2013-12-31" }\n\n    - Lo thuốc.\n'
        "    - Sở Nội vụ được giao lo người.\n"
    )
    first, second = conclusions_of(notice(body))
    assert (first.bodies, first.edited, first.handed_down) == (
        ("so-y-te",),
        ("to", "due"),
        ("to", "due"),
    )
    assert (second.bodies, second.directive.addressees) == ((), ("Sở Nội vụ",))


@pytest.mark.parametrize(
    ("body", "count"),
    [
        ('1. Lo thuốc.\n   {: order="không" }\n2. Lo chợ.\n', 1),
        ('Dự họp:\n\n- Lo thuốc.\n  {: order="có" }\n- Ông A.\n', 1),
        ('Đoạn kể lại.\n{: order="có" }\n', 1),
    ],
)
def test_an_editor_says_which_points_are_orders(body: str, count: int) -> None:
    document = notice(body)
    assert faults_of(document) == []
    assert len(conclusions_of(document)) == count


@pytest.mark.parametrize("value", ["không rõ", "true", "false", "1"])
def test_another_word_for_an_order_is_told(value: str) -> None:
    (problem,) = faults_of(notice(f'1. Lo.\n   {{: order="{value}" }}\n'))
    assert problem.field == "order"
    assert "“có” hoặc “không”" in problem.hint
