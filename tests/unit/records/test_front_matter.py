"""Front matter: what stays text, what is refused, and on which line."""

from __future__ import annotations

import re
from typing import Any, ClassVar

import pytest
import yaml
from bantin.records.front_matter import (
    Fault,
    FrontMatterError,
    key_name,
    nearest_line,
    split_front_matter,
    write_front_matter,
)
from bantin.records.yaml_values import PLAIN_TAGS
from frontmatter.default_handlers import YAMLHandler
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st


def values_of(text: str) -> Any:
    return split_front_matter(f"---\n{text}\n---\n").values


def faults_of(text: str) -> tuple[Fault, ...]:
    try:
        return split_front_matter(text).faults
    except FrontMatterError as error:
        return error.faults


def fault_of(text: str) -> Fault:
    [fault] = faults_of(text)
    return fault


@pytest.mark.parametrize(
    "written",
    "2021-10-05 03:57 yes no on off Yes 017 0x1F 1_000 1e5 .5 12:30 NULL True = << "
    "2021-10-05T03:57:00 123456789012345678901".split(),
)
def test_what_yaml_would_convert_stays_text(written: str) -> None:
    assert values_of(f"key: {written}") == {"key": written}


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("true", True),
        ("false", False),
        ("0", 0),
        ("-5", -5),
        ("18486", 18486),
        ("12.50", 12.5),
        ("null", None),
        ("~", None),
        ("", None),
    ],
)
def test_plain_types_are_few(written: str, value: object) -> None:
    found = values_of(f"key: {written}")["key"]
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(
    ("text", "line", "key", "says"),
    [
        ("title: A\n---\n", 1, "", "không mở đầu bằng dòng ---"),
        ("---\ntitle: A\n", 1, "", "không có dòng --- kết thúc"),
        ("---\n- A\n---\n", 2, "", "không gồm các dòng"),
        ("---\ntitle: A\ntitle: B\n---\n", 3, "title", "viết hai lần (lần đầu ở dòng 2)"),
        ("---\nm:\n  a: 1\n  a: 2\n---\n", 4, "m.a", "viết hai lần (lần đầu ở dòng 3)"),
        ("---\na: &x 1\nb: *x\n---\n", 3, "b", "ký hiệu *"),
        ("---\na: &x [1]\nb:\n  - *x\n---\n", 3, "b[1]", "ký hiệu *"),
        ("---\ntitle: *x\n---\n", 2, "title", "bắt đầu bằng dấu *"),
        ("---\n1: A\n---\n", 2, "", "khóa “1” không phải là chữ"),
        ("---\na: 1\n? [b]\n: c\n---\n", 3, "", "không phải là chữ"),
        ("---\ntitle: Đánh giá: kết quả\n---\n", 2, "title", "dấu hai chấm"),
        ("---\n\ttitle: A\n---\n", 2, "title", "phím Tab"),
        ("---\npeople:\n\t- name: A\n---\n", 3, "", "phím Tab"),
        ('---\na: 1\ntitle: "A\nb: 2\nc: 3\n---\n', 3, "title", "dấu nháy mở mà không đóng"),
        ("---\ntitle: 'A\nb: 2\n---\n", 2, "title", "dấu nháy mở mà không đóng"),
        ("---\ntitle: @A\n---\n", 2, "title", "dấu riêng của YAML"),
        ("---\ntitle: !!int A\n---\n", 2, "title", "thẻ kiểu của YAML"),
        ("---\ntitle: !!timestamp 2021-13-45\n---\n", 2, "title", "thẻ kiểu của YAML"),
        ("---\ntitle: !!python/name:os.system A\n---\n", 2, "title", "thẻ kiểu của YAML"),
        ("---\ntitle: !!int [5]\n---\n", 2, "title", "thẻ kiểu của YAML"),
        ("---\na: 1\nm: !!map [a]\n---\n", 3, "m", "dấu riêng của YAML"),
        ("---\nm: !!str {a: b, a: c}\n---\n", 2, "m", "dấu riêng của YAML"),
        ("---\n? [b]\n: c\nm: !!map [a]\n---\n", 4, "m", "dấu riêng của YAML"),
        ("---\nm: !!seq A\n---\n", 2, "m", "dấu riêng của YAML"),
        ("---\n\n\ntitle: A\ntitle: B\n---\n", 5, "title", "viết hai lần (lần đầu ở dòng 4)"),
        (f"---\na: {'[' * 100_000}\n---\n", 1, "", "phần đầu quá dài"),
        (f"---\na: {'[' * 4000}{']' * 4000}\n---\n", 1, "", "không đọc được phần đầu"),
    ],
)
def test_fault_names_line_key_and_what_is_wrong(text: str, line: int, key: str, says: str) -> None:
    found = fault_of(text)
    assert found[:2] == (line, key)
    assert says in found[2]
    assert found[3], "no remedy"


def test_every_fault_of_a_file_is_told() -> None:
    found = faults_of("---\na: 1\na: 2\n3: c\nd: &x 1\ne: *x\n---\n")
    assert [fault[0] for fault in found] == [3, 4, 6]


def test_the_rest_is_read_where_a_key_comes_twice_or_is_no_text() -> None:
    matter = split_front_matter("---\na: 1\na: 2\n3: c\nb: d\n---\n")
    assert matter.values == {"a": 1, "b": "d"}
    assert [fault[0] for fault in matter.faults] == [3, 4]


def test_aliases_are_refused_unread() -> None:
    """Values that refer to values again and again would fill the memory."""
    with pytest.raises(FrontMatterError):
        split_front_matter("---\na: &x [1]\nb: [*x, *x]\n---\n")


def test_lines_of_keys_items_and_body() -> None:
    matter = split_front_matter(
        "---\ntitle: A\npeople:\n  - name: B\n    id: c\n---\n\n\nThân\n\nbài\n"
    )
    assert matter.lines == {
        (): 1,
        ("title",): 2,
        ("people",): 3,
        ("people", 0): 4,
        ("people", 0, "name"): 4,
        ("people", 0, "id"): 5,
    }
    assert (matter.body, matter.body_line) == ("Thân\n\nbài", 9)


def test_rule_in_the_body_is_no_front_matter() -> None:
    assert split_front_matter("---\na: 1\n---\nA\n\n---\n\nB").body == "A\n\n---\n\nB"


def test_empty_front_matter_and_body() -> None:
    matter = split_front_matter("---\n---\n")
    assert (matter.values, matter.body) == ({}, "")


def test_key_names_count_from_one() -> None:
    assert key_name(("people", 1, "name")) == "people[2].name"
    assert key_name(()) == ""


def test_missing_key_gets_the_line_of_its_parent() -> None:
    lines = {(): 1, ("people",): 3, ("people", 0): 4}
    assert nearest_line(("people", 0, "name"), lines) == 4
    assert nearest_line(("people", 5), lines) == 3
    assert nearest_line(("other",), lines) == 1
    assert nearest_line(("other",), {}) == 1


plain = (
    st.none()
    | st.booleans()
    | st.integers(-(10**17), 10**17)
    | st.floats(-1e12, 1e12)
    | st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), max_size=20)
)
keys = st.from_regex(r"[a-z][a-z_]{0,8}", fullmatch=True)
nested = st.recursive(
    plain, lambda some: st.lists(some, max_size=3) | st.dictionaries(keys, some, max_size=3)
)


@settings(max_examples=50)
@given(st.dictionaries(keys, nested, max_size=4))
def test_written_front_matter_reads_back_the_same(values: dict[str, Any]) -> None:
    matter = split_front_matter(write_front_matter(values, "Thân bài"))
    assert matter.values == values
    assert matter.body == "Thân bài"


pieces = (
    "a b: - ? : , [ ] { } ' \" # | > & * ! ~ null true yes 0 -5 +1 017 1.50 -0.0 1e5 .5 = << "
    "2021-10-05 !!str !!int !!null !!float !!bool !!seq !!map ế"
).split()
pieces += ["\n", "\n  ", "\n- ", "\n  - ", "\na: ", "\nb: ", "a: ", "b: ", ": ", " ", "k: ["]
written = st.lists(st.sampled_from(pieces), max_size=12).map("".join)


@settings(max_examples=400)
@given(written)
@example("a: &x 1\n? *x\n: b")
@example("a: !!float 1.50\nb: -0.0\nc: ! 5\nd: !!str 5\ne: !!null\nf: +5")
@example("a: |\n  true\nb: >-\n  5")
@example("a: 5\n\n  6\nb: 'true'")
@example("\na: |#")  # which PyYAML's scanner in Python refuses, and libyaml's reads
def test_values_are_those_of_pyyaml_where_it_knows_only_our_types(text: str) -> None:
    """The one walk stands in for PyYAML's own construction of values."""
    # A line of hyphens ends the head: what stands from there on is no YAML of ours.
    assume(not re.search(r"^-{3,}[ \t]*$", text, re.MULTILINE))
    try:
        matter = split_front_matter(f"---\n{text}\n---\n")
    except FrontMatterError:
        return
    if not matter.faults:
        slow = yaml.load(text, PlainLoader) or {}
        assert repr(matter.values) == repr(slow)


class PlainLoader(yaml.CSafeLoader):
    """PyYAML's own construction, with its types taken out and ours put in."""

    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {}


for tag, pattern in PLAIN_TAGS.items():
    PlainLoader.add_implicit_resolver(tag, re.compile(pattern), [*"-+0123456789tfn~", ""])


@given(st.lists(st.sampled_from(["---", "-", "----", " ", "\n", "\t", "a: b", "é", "\x0c"])))
@example(["---", "\n", "\n", "\n"])
@example(["a: b", "\n", "---", "a: b", "\n", "----", " ", "\n", "é"])
def test_marks_are_those_of_python_frontmatter(parts: list[str]) -> None:
    text = "---\n" + "".join(parts)
    pieces = YAMLHandler.FM_BOUNDARY.split(text, 2)
    try:
        found = split_front_matter(text)
    except FrontMatterError as error:
        unclosed = ("không có dòng --- kết thúc", "không phải là ba dấu gạch nối")
        body, is_open = None, any(told in str(error) for told in unclosed)
    else:
        body, is_open = found.body, False
    assert is_open is (len(pieces) < 3)
    assert body is None or body == pieces[2].strip()


def test_lists_become_tuples_at_every_depth_when_asked() -> None:
    matter = split_front_matter("---\na: [1, [2, {b: [3]}]]\n---\n", sequence=tuple)
    assert matter.values == {"a": (1, (2, {"b": (3,)}))}
