"""Search finds a record by every word that its page shows beside the text."""

from __future__ import annotations

import pytest
from bantin.outputs.discovery.search_entries import find_entry

from tests.unit.samples import article, catalog_of, document

ATTACHMENT = "attachments: [{src: a.pdf, title: Phụ lục Attazuzu}, {src: b.pdf, title: Biểu Xyzzy}]"
FIGURES = """\
figures:
  - {name: Hộ nghèo, value: 3}
  - {name: Số xã, value: 4}
  - {name: Hộ nghèo, value: 5, unit: "%"}"""


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (ATTACHMENT, "Phụ lục Attazuzu Biểu Xyzzy"),
        (FIGURES, "Hộ nghèo Số xã"),
        (f"{ATTACHMENT}\n{FIGURES}", "Phụ lục Attazuzu Biểu Xyzzy Hộ nghèo Số xã"),
        ("tags: [bình đẳng]", "bình đẳng"),
    ],
)
def test_names_of_attachments_and_figures_are_words_of_the_entry(more: str, words: str) -> None:
    catalog = catalog_of(article("a", more=more, body="Chữ."), document("b", more=more))
    news, notice = (find_entry(catalog, url) for url in ("tin-tuc/2021/10/a/", "van-ban/2013/b/"))
    assert news is not None
    assert news.text == f"Chữ. {words}"
    assert notice is not None
    assert notice.text == words


def test_a_caption_stands_before_them() -> None:
    more = f"{ATTACHMENT}\nphotos: [{{caption: Quang cảnh}}, {{src: a.jpg}}]"
    entry = find_entry(catalog_of(article("a", more=more)), "tin-tuc/2021/10/a/")
    assert entry is not None
    assert entry.text == "Quang cảnh Phụ lục Attazuzu Biểu Xyzzy"
