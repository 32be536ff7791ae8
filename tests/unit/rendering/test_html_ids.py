"""An id leads to one place of a page, and every place that has one is known."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from bantin.rendering.markdown import render_marked_up, render_text
from bantin.rendering.renderer import THEME_DIR
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.rendering.markdown_samples import documents

# Templates that show a record's text, and those whose macros they use.
TEMPLATES = (
    *("article", "document", "body", "parts", "figures", "abbreviations", "tools"),
    *("document-form", "meeting-parts", "register-parts"),
)
_NAMED = documents.flatmap(
    lambda text: st.sampled_from(["{: #r }", "{: #kl-1 }", "<p id='r'>x</p>", "\n\n# R"]).map(
        lambda more: f"{text}\n{more}\n\n1. a\n   {{: #r }}\n\n{text}\n{more}"
    )
)


def ids_in(html: str) -> list[str]:
    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            found.extend(value or "" for name, value in attrs if name == "id")

    found: list[str] = []
    Reader().feed(html)
    return found


@settings(max_examples=100)
@given(_NAMED)
def test_no_id_stands_twice_and_all_are_known(source: str) -> None:
    text = render_marked_up(source)
    ids = ids_in(text.html)
    assert len(set(ids)) == len(ids)
    assert set(ids) == set(text.ids)
    assert {item.anchor for item in text.items} <= set(ids)


def test_items_with_one_name_keep_addresses_of_their_own() -> None:
    text = render_text("1. a\n   {: #rieng }\n2. b\n   {: #rieng }")
    assert [item.anchor for item in text.items] == ["rieng", "kl-2"]


@pytest.mark.parametrize(
    ("source", "ids"),
    [
        ('Viết id="kl-1" ở đây.\n\n1. a', ("kl-1",)),
        ("<p title='id=\"x\"'>a</p>", ()),
        ("<p id='a&b'>x</p>", ("a&b",)),
        ("<a name='cu'></a>", ("cu",)),
    ],
)
def test_ids_are_read_from_tags_as_browsers_read_them(source: str, ids: tuple[str, ...]) -> None:
    text = render_marked_up(source)
    assert text == render_text(source)
    assert text.ids == ids
    assert [item.anchor for item in text.items] == [one for one in ids if one == "kl-1"]


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_text_takes_no_id_of_the_page_around_it(template: str) -> None:
    source = (THEME_DIR / "bantin" / f"{template}.html").read_text("utf-8")
    for name in re.findall(r'\bid="([^"{]+)"', source):
        assert ids_in(render_text(f"<p id='{name}'>x</p>").html) == [], name


def test_a_heading_of_the_name_of_a_part_of_the_page_gets_a_number() -> None:
    text = render_text("## Kết luận\n\na\n\n## Kết luận\n\n## Kết quả")
    assert ids_in(text.html) == ["ket-luan_1", "ket-luan_2", "ket-qua"]
    assert text.losses == ()
