"""Which abbreviations a page explains, and where it marks them.

`pytest tests/unit/outputs/test_abbreviations.py -s` prints precision and recall over the sentences
labelled by hand.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from bantin.outputs.addresses import AddressBook
from bantin.outputs.pages.abbreviations import view_abbreviations
from bantin.outputs.pages.articles import view_article
from bantin.outputs.pages.documents import view_document
from bantin.records.models import Article, Document
from bantin.records.registry import Registry
from bantin.rendering.abbreviations import LEAD, TEXT, Abbreviation
from bantin.rendering.markdown import render_text

from tests.unit.samples import article, body, catalog_of, document, parse

SENTENCES: list[dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("labelled_abbreviations.yml").read_text("utf-8")
)


def seen(record: object, registry: Registry | None = None) -> dict[str, Abbreviation]:
    assert isinstance(record, Article | Document)
    found = view_abbreviations(record, render_text(record.body), registry or Registry())
    return {one.short: one for one in found}


def test_what_is_shown_of_labelled_sentences_is_right() -> None:
    right = said = labelled = 0
    for sentence in SENTENCES:
        shown = {(s, one.expansion) for s, one in seen(article(body=sentence["text"])).items()}
        wanted = set(sentence.get("shown", {}).items())
        right, said, labelled = (
            right + len(shown & wanted),
            said + len(shown),
            labelled + len(wanted),
        )
        assert shown <= wanted, sentence["text"]
    print(f"\n{len(SENTENCES)} sentences: precision {right}/{said}, recall {right}/{labelled}")
    assert len(SENTENCES) >= 40
    assert right / labelled >= 0.95


def test_first_use_is_in_the_lead_before_the_body_and_never_in_title_or_recipients() -> None:
    record = parse(
        "van-ban/2013/5-tb-vp.md",
        "---\nkind: TB\nnumber: 5/TB-VP\ntitle: Họp với UBND, HĐND và MTTQ\ndate: 2013-10-10\n"
        "issuer: vp\nsummary: UBND tỉnh họp\nrecipients:\n  - Ban VSTBCPN tỉnh\nfiling: VT, VX\n"
        "---\n\nUBND và HĐND tỉnh họp.\n",
    )
    found = seen(record)
    assert {short: one.place for short, one in found.items()} == {
        "HĐND": TEXT,
        "MTTQ": "",
        "UBND": LEAD,
        "VSTBCPN": "",
    }


def test_they_stand_in_alphabetical_order() -> None:
    assert list(seen(article(body="UBND, ĐBQH, HĐND, DVC"))) == ["DVC", "ĐBQH", "HĐND", "UBND"]


def test_the_word_of_the_text_goes_above_own_bodies_and_those_above_the_table() -> None:
    own = body("rieng", "short_names:\n  - CQ rieng")
    registry = catalog_of(own).registry
    plain = article(body="CQ rieng và CP.")
    assert seen(plain, registry)["CQ"].expansion == "Cơ quan"
    told = article(body="Căng que (CQ) và cung phụ (CP). CQ và CP.", more="bodies: [rieng]")
    found = seen(told, registry)
    assert found["CQ"].expansion == "Căng que"
    assert found["CP"] == Abbreviation("CP", "cung phụ", TEXT, is_explained=True)


def test_what_is_only_explained_is_not_listed() -> None:
    assert seen(article(body="Tổ hòa giải cơ sở (THGCS) và UBND (Ủy ban nhân dân).")) == {}


def test_sense_of_the_text_counts_where_the_usual_one_would_not() -> None:
    found = seen(article(body="Biên tập viên (BTV) họp. BTV Đài Mẫu dự."))
    assert found["BTV"].expansion == "Biên tập viên"
    assert seen(article(body="BTV Đài Mẫu dự.")) == {}


def test_title_explains_too() -> None:
    record = parse(
        "tin-tuc/2021/10/a.md",
        "---\ntitle: Câu lạc bộ (CLB) ra mắt\ndate: 2021-10-05\nsection: x\n---\n\nCLB họp.\n",
    )
    assert seen(record) == {"CLB": Abbreviation("CLB", "Câu lạc bộ", TEXT, is_explained=True)}


def test_text_that_explains_one_in_two_ways_says_nothing_of_it() -> None:
    record = article(body="Căng que (UBND là cơ quan), cung quân (CQ), cơ quan (CQ). CQ họp.")
    assert "CQ" not in seen(record)


def test_pages_mark_what_they_list() -> None:
    catalog = catalog_of(
        article(body="UBND tỉnh và [HĐND](https://vi-du.example/) họp."),
        document(more="summary: UBND tỉnh."),
    )
    news = catalog.known("tin-tuc/2021/10/hop-ban.md")
    notice = catalog.known("van-ban/2013/5-tb-vp.md")
    assert isinstance(news, Article)
    assert isinstance(notice, Document)
    book = AddressBook({}, catalog)
    view = view_article(news, catalog, book)
    assert [one.short for one in view.abbreviations] == ["HĐND", "UBND"]
    html = view.text.to_html("./")
    assert html.count("<abbr") == 1
    assert [one.place for one in view_document(notice, catalog, book).abbreviations] == [LEAD]
