"""Addresses taken twice, old addresses, links that lead nowhere."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from bantin.errors import Problem
from bantin.outputs.addresses import AddressBook, check_addresses, link_targets
from bantin.outputs.hosting.redirects import path_of, plan_redirects
from bantin.records.models import Record
from bantin.records.old_addresses import normalise_address
from bantin.rendering.markdown import render_text

from tests.unit.samples import ARTICLE_URI, article, body, catalog_of

OTHERS = {
    "gioi-thieu.md": "gioi-thieu/",
    "tin-tuc/2021/10/ảnh 1.png": "tin-tuc/2021/10/%E1%BA%A3nh%201.png",
}
DRAFT = article("nhap", more="status: draft\nredirect_from: [nhap-cu]")
BOOK = AddressBook(OTHERS, catalog_of(article(), DRAFT))


def check(
    tmp_path: Path,
    *records: Record,
    owners: dict[str, str] | None = None,
    drafts_shown: bool = False,
) -> list[Problem]:
    catalog = catalog_of(*records, DRAFT, drafts_shown=drafts_shown)
    return check_addresses(AddressBook(OTHERS, catalog), owners or {}, tmp_path)


@pytest.mark.parametrize(
    ("href", "url"),
    [
        ("../../../gioi-thieu.md", "gioi-thieu/"),
        ("../../../gioi-thieu.md#a", "gioi-thieu/#a"),
        ("../../../gioi-thieu.md?x=1", "gioi-thieu/"),
        ("ảnh 1.png", "tin-tuc/2021/10/%E1%BA%A3nh%201.png"),
        ("%E1%BA%A3nh%201.png", "tin-tuc/2021/10/%E1%BA%A3nh%201.png"),
        ("./hop-ban.md", "tin-tuc/2021/10/hop-ban/"),
        ("../../../to-chuc/ban.md", "to-chuc/ban/"),
        ("nhap.md", None),
        ("khong-co.md", None),
        ("/gioi-thieu.md", None),
        ("../../../../ngoai.md", None),
        ("#a", None),
    ],
)
def test_relative_link_is_read_from_the_folder_of_its_file(href: str, url: str | None) -> None:
    assert BOOK.resolve(ARTICLE_URI, href) == url


def test_links_of_a_text_lead_from_the_page_and_dead_ones_stay_as_written() -> None:
    text = render_text("[a](../../../gioi-thieu.md) [b](khong-co.md) [c](https://x.vn/)")
    html = BOOK.link(ARTICLE_URI, text).to_html("../../")
    for address in ("../../gioi-thieu/", "khong-co.md", "https://x.vn/"):
        assert f'href="{address}"' in html


@pytest.mark.parametrize(
    ("written", "address", "path"),
    [
        ("a/b", "a/b/", "a/b/index.html"),
        ("/a/b/", "a/b/", "a/b/index.html"),
        ("a/b.aspx", "a/b.aspx", "a/b.aspx"),
        ("a/index.html", "a/", "a/index.html"),
        ("index.html", "", "index.html"),
        ("/tin/h%E1%BB%8Dp/", "tin/họp/", "tin/họp/index.html"),
        ("xem.aspx?id=1&x=%C4%91", "xem.aspx?id=1&x=%C4%91", None),
        ("/?p=7", "?p=7", None),
        ("/cu/?p=7", "cu/?p=7", None),
    ],
)
def test_old_address_becomes_a_page(written: str, address: str, path: str | None) -> None:
    assert normalise_address(written) == address
    assert path_of(address) == path


def test_redirects_lead_from_old_to_new() -> None:
    [output] = plan_redirects(article(more="redirect_from: [cu/tin.aspx]"))
    assert output.path == "cu/tin.aspx"
    assert (output.view.old, output.view.new) == ("cu/tin.aspx", "tin-tuc/2021/10/hop-ban/")


def test_an_address_with_a_query_has_no_page() -> None:
    assert list(plan_redirects(article(more="redirect_from: ['cu/tin.aspx?id=1']"))) == []


def test_dead_link_is_told_on_its_line(tmp_path: Path) -> None:
    [problem] = check(tmp_path, article(body="Một\n\n[hai](khong-co.md)"))
    assert (problem.path, problem.line) == (ARTICLE_URI, 10)
    assert "khong-co.md không dẫn tới tệp nào" in problem.message


def test_link_to_a_draft_is_told_as_such(tmp_path: Path) -> None:
    [problem] = check(tmp_path, article(body="[a](nhap.md)"))
    assert "dẫn tới một bản nháp" in problem.message
    assert check(tmp_path, article(body="[a](nhap.md)"), drafts_shown=True) == []


def test_links_of_a_draft_are_checked_where_it_is_shown(tmp_path: Path) -> None:
    draft = article("hai", more="status: draft", body="[a](khong-co.md)")
    assert check(tmp_path, draft) == []
    [problem] = check(tmp_path, draft, drafts_shown=True)
    assert problem.path == draft.file.src_uri


def test_dead_link_in_the_text_of_a_body_is_told(tmp_path: Path) -> None:
    record = body("x")
    record = record.model_copy(update={"file": replace(record.file, body="[a](khong-co.md)")})
    [problem] = check(tmp_path, record)
    assert problem.path == "to-chuc/x.md"


def test_targets_are_the_files_that_links_photos_and_attachments_mean() -> None:
    more = "attachments: [{src: a.pdf, title: A}]\nphotos: [{caption: mất}, {src: ../b.png}]"
    source = "[c](%E1%BA%A3nh%201.png#x) [d](../../../gioi-thieu.md?x=1) [e](https://x.example/)"
    assert set(link_targets(article(more=more, body=source), render_text(source))) == {
        "tin-tuc/2021/10/a.pdf",
        "tin-tuc/2021/b.png",
        "tin-tuc/2021/10/ảnh 1.png",
        "gioi-thieu.md",
    }


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ("attachments: [{src: a.pdf, title: A}]", "attachments[1].src"),
        ("photos: [{caption: mất}, {src: a.png}]", "photos[2].src"),
    ],
)
def test_file_that_is_not_there_is_told(tmp_path: Path, more: str, field: str) -> None:
    [problem] = check(tmp_path, article(more=more))
    assert problem.field == field
    assert "không có tệp a.p" in problem.message


def test_record_and_page_with_one_address_clash(tmp_path: Path) -> None:
    static = {"tin-tuc/2021/10/hop-ban/": "tin-tuc/2021/10/hop-ban/index.html"}
    [problem] = check(tmp_path, article(), owners=static)
    assert problem.path == ARTICLE_URI
    assert "có cùng địa chỉ" in problem.message
    assert check(tmp_path, article(more="status: draft"), owners=static) == []


@pytest.mark.parametrize(
    ("written", "owner"),
    [
        ("tin-tuc/2021/10/khac", "tin-tuc/2021/10/khac.md"),
        ("gioi-thieu/index.html", "gioi-thieu.md"),
        ("tin-tuc/2021/10/hop-ban/", ARTICLE_URI),
        ("index.html", "index.md"),
    ],
)
def test_old_address_that_is_somebodys_now_clashes(
    tmp_path: Path, written: str, owner: str
) -> None:
    pages = {"gioi-thieu/": "gioi-thieu.md", "": "index.md"}
    record = article(more=f"redirect_from: [cu/, {written}]")
    [problem] = check(tmp_path, record, article("khac"), owners=pages)
    assert problem.field == "redirect_from[2]"
    assert owner in problem.message


def test_two_records_cannot_have_one_old_address(tmp_path: Path) -> None:
    more = "redirect_from: [cu]"
    [problem] = check(tmp_path, article("a", more=more), article("b", more="redirect_from: [/cu/]"))
    assert problem.path == "tin-tuc/2021/10/b.md"
    [twice] = check(tmp_path, article(more="redirect_from: [cu, cu/]"))
    assert twice.field == "redirect_from[2]"


def test_old_address_of_a_draft_is_its_own_only_where_it_is_shown(tmp_path: Path) -> None:
    record = article(more="redirect_from: [nhap-cu/]")
    assert check(tmp_path, record) == []
    [problem] = check(tmp_path, record, drafts_shown=True)
    assert (problem.path, "hop-ban" in problem.message) == (DRAFT.file.src_uri, True)
