"""The head of a document's form on paper: whose it is, its number, and what it lacks."""

from __future__ import annotations

import pytest
from bantin.outputs.pages.forms import FormView, head_names, view_form
from bantin.records.kinds import document_kinds
from bantin.records.models import Body, Document
from bantin.records.registry import Registry
from bantin.rendering.markdown import render_text

from tests.unit.samples import parse

PROVINCE = ("Ủy ban nhân dân tỉnh Mẫu", "UBND tỉnh Mẫu")


@pytest.mark.parametrize(
    ("name", "above", "superior", "issuer"),
    [
        ("Văn phòng UBND tỉnh Mẫu", PROVINCE, "UBND tỉnh Mẫu", "Văn phòng"),
        ("Văn phòng Ủy ban nhân dân tỉnh Mẫu", PROVINCE, "UBND tỉnh Mẫu", "Văn phòng"),
        ("Văn phòng Uỷ ban nhân dân tỉnh Mẫu", PROVINCE, "UBND tỉnh Mẫu", "Văn phòng"),
        ("Sở Nội vụ tỉnh Mẫu", PROVINCE, "UBND tỉnh Mẫu", "Sở Nội vụ"),
        ("Sở Nội vụ tỉnh Khác", PROVINCE, "UBND tỉnh Mẫu", "Sở Nội vụ tỉnh Khác"),
        ("Chi cục Mẫu", ("Sở Nội vụ tỉnh Mẫu",), "Sở Nội vụ tỉnh Mẫu", "Chi cục Mẫu"),
        ("tỉnh Mẫu", PROVINCE, "UBND tỉnh Mẫu", "tỉnh Mẫu"),
        ("Ban Mẫu", (), "", "Ban Mẫu"),
        ("UBND tỉnh Mẫu", (), "", "Ủy\xa0ban\xa0nhân\xa0dân tỉnh\xa0Mẫu"),
    ],
)
def test_head_names_each_body_once(
    name: str, above: tuple[str, ...], superior: str, issuer: str
) -> None:
    assert head_names(name, above) == (superior, issuer)


def form(more: str = "", *, kind: str = "TB", day: str = "2024-01-05", body: str = "") -> FormView:
    bodies = [
        parse("to-chuc/ubnd.md", f"---\nname: {PROVINCE[0]}\nkind: peoples_committee\n---\n"),
        parse(
            "to-chuc/huyen.md",
            "---\nname: UBND huyện A\nkind: peoples_committee\nparent: ubnd\n---\n",
        ),
        parse("to-chuc/tinh-uy.md", "---\nname: Tỉnh ủy Mẫu\nkind: party\n---\n"),
        parse("to-chuc/vp.md", "---\nname: Văn phòng UBND tỉnh Mẫu\nparent: ubnd\n---\n"),
    ]
    head = {"kind": kind, "number": "5/TB-VP", "title": "Kết luận", "issuer": "vp", "date": day}
    head |= dict(line.split(": ", 1) for line in more.splitlines())
    lines = "\n".join(f"{key}: {value}" for key, value in head.items())
    document = parse(f"van-ban/{day[:4]}/a.md", f"---\n{lines}\n---\n\n{body}\n")
    assert isinstance(document, Document)
    return view_form(
        document,
        render_text(document.body),
        Registry.of([b for b in bodies if isinstance(b, Body)], [], []),
    )


@pytest.mark.parametrize("code", document_kinds())
def test_every_type_is_named_but_letters(code: str) -> None:
    is_letter = code in ("CV", "ThC")
    assert form(kind=code).is_letter is is_letter
    assert form(kind=code).about == ("V/v" if is_letter else "")


@pytest.mark.parametrize("title", ["Về việc họp", "V/v họp", "v/v họp"])
def test_a_letter_says_only_once_what_it_is_about(title: str) -> None:
    assert form(f"title: {title}", kind="CV").about == ""


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("5/TB-VP", "05/TB-VP"),
        ("405/TB-VP.UBND", "405/TB-VP.UBND"),
        ("256 /2004/QĐ-UB", "256/2004/QĐ-UB"),
        ("7/CTr-UBND", "07/CTr-UBND"),
    ],
)
def test_number_below_ten_has_a_zero_and_no_stray_space(written: str, printed: str) -> None:
    assert form(f"number: {written}").number == printed


def test_a_peoples_committee_has_no_body_above_it() -> None:
    assert form("issuer: huyen").superior == ""


def test_the_party_has_a_head_of_its_own() -> None:
    assert form("issuer: tinh-uy").is_party
    assert not form().is_party


@pytest.mark.parametrize(("day", "below"), [("2020-03-04", True), ("2020-03-05", False)])
def test_page_numbers_moved_up_with_the_decree(day: str, below: bool) -> None:
    assert form(day=day).is_numbered_below is below


def test_text_that_begins_with_its_addressee_is_told() -> None:
    assert form(kind="CV", body="Kính gửi: Các sở.").is_addressed
    assert form(kind="CV", body="**Kính gửi:** Các sở.").is_addressed
    assert not form(kind="CV", body="Các sở kính gửi.").is_addressed
