"""No text of an editor or of another system keeps a reader for minutes, or breaks it by depth.

A test holds no measure of speed. What is quadratic takes minutes for the sizes here.
`python -m tests.bench.bench_worst_cases` shows how the time of each grows.
"""

from __future__ import annotations

import time

import pytest
from bantin.building.reading import faults_within, full_row
from bantin.checking.all_checks import Compared, remark_on
from bantin.checking.manuscript import Manuscript
from bantin.errors import Problem
from bantin.importing.document import parse_document
from bantin.importing.news import parse_news
from bantin.importing.proposal import Context
from bantin.records.models import Record
from bantin.records.provinces import find_province
from bantin.records.reader import parse_record
from bantin.records.registry import Registry
from bantin.rendering.markdown import render_text

from tests.attack.pattern_attacks import attacks_on
from tests.attack.patterns import Used, all_patterns
from tests.attack.worst_texts import READ, REFUSED, Make
from tests.unit.importing.samples import NEWS, NOTICE, capture_of

SIZE = 100_000
HANGS_S = 15.0
# The attacks that are slowest in these sizes are tried in the full one.
SMALLEST, SAMPLE = 400, 2_000
SLOWEST = 2
HEAD = "---\nkind: TB\nnumber: 13/TB\ntitle: Kết luận\ndate: 2020-03-09\nissuer: ban-mau\n---\n\n"
URI = "van-ban/2020/x.md"
PATTERNS = {one.name: one for one in all_patterns()}
# These meet shorter strings only, whatever an editor writes.
SHORTER = {
    "rendering.chrome._LINE_BREAK": 10_000,  # pages of the engine
    "search.items._CODE": 10_000,  # places that the index itself wrote
    # Their search begins at most so far back.
    "text.explanations._SHORT_BEFORE": 40,
    "text.short_forms._FILING_BEFORE": 60,
    "text.short_forms._NUMBER_BEFORE": 60,
}


def seconds(run: object, *told: object) -> float:
    before = time.process_time()
    assert callable(run)
    run(*told)
    return time.process_time() - before


@pytest.mark.parametrize("name", PATTERNS)
def test_no_expression_hangs_on_what_it_is_made_of(name: str) -> None:
    used = PATTERNS[name]
    for make in _slowest(used):
        assert seconds(used.run, make(SHORTER.get(name, SIZE))) < HANGS_S


def _slowest(used: Used) -> list[Make]:
    """Return the few attacks that take longest in a small size; the others take less."""
    makers = list(attacks_on(used.pattern).values())
    for size in (SMALLEST, SAMPLE):
        # A second time for the slower half: what is exponential shows in a small size already.
        makers.sort(key=lambda make: seconds(used.run, make(size)), reverse=True)
        makers = makers[: max(SLOWEST, len(makers) // 4)]
    return makers[:SLOWEST]


def test_the_library_has_expressions_and_each_is_attacked() -> None:
    assert len(PATTERNS) > 200
    assert min(len(attacks_on(one.pattern)) for one in PATTERNS.values()) > 10


def read(body: str) -> tuple[Record | None, list[Problem]]:
    """Do with a record all that a build's first step and a check do; return its faults."""
    source = f"{HEAD}{body}\n"
    record = parse_record(URI, source.encode())
    if not isinstance(record, Record):
        return None, record
    text = render_text(record.body)
    full_row(record, text)
    remark_on(Manuscript(record, source, text), Compared.of(Registry()))
    return record, faults_within(record, text)


@pytest.mark.parametrize("name", REFUSED)
def test_too_much_of_something_is_told_in_time_with_its_line(name: str) -> None:
    make, kind = REFUSED[name]
    before = time.process_time()
    record, problems = read(make(SIZE))
    assert time.process_time() - before < HANGS_S
    assert record is not None
    excesses = render_text(record.body).excesses
    assert [one.kind for one in excesses] == [kind]
    told = [one for one in problems if one.line == record.file.body_line + excesses[0].line]
    assert any(one.hint and len(str(one)) < 500 for one in told)


@pytest.mark.parametrize("name", REFUSED)
def test_a_little_of_it_is_read(name: str) -> None:
    make, _ = REFUSED[name]
    assert render_text(make(15)).excesses == ()


@pytest.mark.parametrize("name", READ)
def test_much_of_what_is_only_strange_is_read_in_time(name: str) -> None:
    before = time.process_time()
    record, _ = read(READ[name](SIZE))
    assert time.process_time() - before < HANGS_S
    assert record is not None
    assert render_text(record.body).excesses == ()


# What the editor wrote, and the same as the remedy tells to write it.
REMEDIES = {
    "brackets": ("[" * 50, "\\[" * 50),
    "brackets closed": ("[a " * 50, "[a] " * 50),
    "links": ("[a](b " * 3_000, "[a](b) " * 3_000),
    "ticks": ("``a` " * 3_000, "`a` " * 3_000),
    "ticks escaped": ("``a` " * 3_000, "\\`a\\` " * 1_500),
    "tags": ("a <b " * 5_000, "a &lt;b " * 5_000),
    "fences": ("```" + " " * 500 + "\na\n```", "```\na\n```"),
    "headings": ("# a\n" * 5_000, "# a\n\n" * 5_000),
    "definitions": ("a\n: b\n" * 500, "a\n: b\n\n" * 500),
    "lists": ("- " * 13 + "x", "- " * 12 + "x"),
    "quotations": ("> " * 70 + "x", "> " * 20 + "x"),
    "tags left open": ("<div>" * 70, "<div></div>" * 70),
    "columns": (f"|a|b|\n{'|-' * 3_000}|\n" + "|c|d|\n" * 20, "|a|b|\n|-|-|\n" + "|c|d|\n" * 20),
    "cells of code": ("| a |\n|---|\n" + "`|" * 4_000, "| a |\n|---|\n" + "`|\n" * 4_000),
    "contents": ("[TOC]\n\n" * 20 + "# a", "[TOC]\n\n# a"),
    "signs": ("*a* " * 22_000, "*a* \n\n" * 22_000),
}


@pytest.mark.parametrize("name", REMEDIES)
def test_the_remedy_mends_what_was_told(name: str) -> None:
    wrong, right = REMEDIES[name]
    assert len(render_text(wrong).excesses) == 1
    assert render_text(right).excesses == ()


def test_a_long_decision_with_large_tables_is_read() -> None:
    """300 KB and more: points on several levels, links, bold type, notes and tables."""
    points = "".join(
        f"{at}. **Sở Nội vụ** chủ trì [việc {at}](https://vidu.vn/{at}) (xem `mục {at}`):\n"
        f"a) rà soát *kết quả*, báo cáo trước ngày 31/12/2020[^1];\nb) tổng hợp [số liệu].\n"
        for at in range(1, 601)
    )
    row = "| {} | **Xã A** | [tệp](tep.pdf) | 1.200 | 12,5% | `x` | Ghi chú dài hơn một chút |\n"
    table = "| TT | Xã | Tệp | Số | Tỷ lệ | Mã | Ghi chú |\n|---|---|---|---|---|---|---|\n"
    table += "".join(row.format(at) for at in range(600))
    words = "Các sở, ban, ngành tỉnh, Ủy ban nhân dân các huyện, thị xã tiếp tục thực hiện. " * 20
    body = f"# Phần I\n\n{points}\n\n{table}\n\n{(words + chr(10) * 2) * 70}[^1]: Chú thích.\n"
    assert len(body.encode()) > 300_000
    text = render_text(body)
    assert text.excesses == ()
    assert len(text.points) == 600
    assert text.html.count("<tr>") == 601


DEPTHS = (12, 40, 61, 100, 200, 330, 450, 700, 1_000, 3_000)
NESTED = {
    "items": lambda n: "\n".join(f"{'  ' * at}- x" for at in range(n)),
    "items in a row": lambda n: "- " * n + "x",
    "kinds of items": lambda n: "\n".join("  " * at + ("1. x", "- x")[at % 2] for at in range(n)),
    "quotations": lambda n: "> " * n + "x",
    "quotations in items": lambda n: "- > " * n + "x",
    "divisions": lambda n: "<div>" * n + "x" + "</div>" * n,
    "divisions in lines": lambda n: "<div>\n" * n + "x\n" + "</div>\n" * n,
    "bold": lambda n: "<b>" * n + "x" + "</b>" * n,
    "lists of HTML": lambda n: "<ol><li>" * n + "x" + "</li></ol>" * n,
    "tables of HTML": lambda n: "<table><tr><td>" * n + "x" + "</td></tr></table>" * n,
    "brackets": lambda n: "[" * n + "x" + "](a)" * n,
    "definitions": lambda n: "a\n: " * n + "x",
    "notes": lambda n: "[^1]: " * n + "x",
    "stars": lambda n: "*a **b " * n,
    "stars closed": lambda n: "*a **b " * n + "** *" * n,
    "quotations and headings": lambda n: "> # " * n + "x",
}  # fmt: skip


# The deepest that is read.
MOST = {
    **dict.fromkeys(("items", "items in a row", "kinds of items"), 12),
    **dict.fromkeys(("divisions", "bold", "quotations"), 60),
}


@pytest.mark.parametrize("depth", DEPTHS)
@pytest.mark.parametrize("name", NESTED)
def test_whatever_stands_within_itself_is_read_or_told(name: str, depth: int) -> None:
    body = NESTED[name](depth)
    record, problems = read(body)
    assert all(one.hint for one in problems)
    if record is None:
        assert len(body) > 900_000
        return
    is_told = render_text(record.body).excesses != ()
    if name in MOST:
        assert is_told is (depth > MOST[name])
        assert is_told <= any("lồng nhau" in one.message for one in problems)


@pytest.mark.parametrize("depth", [5, 50, 300, 400, 450, 480, 1_000, 2_499, 4_999, 40_000])
@pytest.mark.parametrize("key", ["title", "meeting", "people", "x"])
@pytest.mark.parametrize("signs", ["[]", "{}", "- ", "? ", "a: ", "['", "!!seq ["])
def test_values_within_values_are_told(signs: str, key: str, depth: int) -> None:
    opening, closing = (signs, "") if len(signs) > 2 or signs[1] == " " else (signs[0], signs[1])
    value = f"{opening * depth}x{closing * depth}"
    text = f"---\nkind: TB\nnumber: 1/TB\ntitle: A\n{key}: {value}\n---\n\nx\n"
    found = parse_record(URI, text.encode())
    assert not isinstance(found, Record)
    assert all(one.path == URI and one.line >= 0 and one.message for one in found)


@pytest.mark.parametrize("name", [*READ, *REFUSED])
def test_no_captured_text_keeps_the_importer(name: str) -> None:
    make = READ[name] if name in READ else REFUSED[name][0]
    body = make(SIZE)
    context = Context(Registry(), find_province("Bến Tre"))
    before = time.process_time()
    parse_news(capture_of(f"{NEWS}\n{body}"), context)
    lines = NOTICE.split("\n")
    middle = len(lines) // 2
    notice = "\n".join((*lines[:middle], body, *lines[middle:]))
    parse_document(capture_of(notice), context)
    assert time.process_time() - before < HANGS_S
