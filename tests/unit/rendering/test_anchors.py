"""Items of a body get the addresses meant for them, or none."""

from __future__ import annotations

import pytest
from bantin.minutes.items import find_items
from bantin.rendering.anchors import mark_items
from bantin.rendering.markdown import MarkdownConverter, MarkdownText

BODIES = {
    "tight": "1. Một\n2. Hai\n3. Ba\n",
    "loose": "Mở đầu:\n\n1. Một\n\n2. Hai\n\n3. Ba\n\nKết.\n",
    "two lists": "1. Một\n2. Hai\n\nGiữa.\n\n1. Ba\n",
    "nested": "1. Một\n\n    1. trong\n    2. trong\n\n2. Hai\n\n    - gạch\n\n3. Ba **đậm**\n",
    "beside bullets": "- gạch\n\nGiữa.\n\n1. Một\n2. Hai\n3. Ba\n",
    "from four": "4. Một\n5. Hai\n6. Ba\n",
}


@pytest.mark.parametrize("name", BODIES)
def test_every_item_that_is_read_has_its_address(name: str) -> None:
    items = find_items(BODIES[name])
    anchors = tuple(f"kl-{number}" for number in range(len(items)))
    html = MarkdownConverter().convert(MarkdownText(BODIES[name], anchors=anchors), "./")
    assert len(items) == 3
    for item, anchor in zip(items, anchors, strict=True):
        after = html.partition(f'<li id="{anchor}">')[2]
        assert after.lstrip().removeprefix("<p>").startswith(item.text.split()[0])


def test_nothing_is_marked_where_numbers_do_not_agree() -> None:
    html = "<ol>\n<li>Một</li>\n</ol>"
    assert mark_items(html, ("kl-1", "kl-2")) == html


def test_id_of_the_editor_stays_the_only_one() -> None:
    html = '<ol>\n<li id="rieng">Một</li>\n<li class="x">Hai</li>\n</ol>'
    marked = mark_items(html, ("kl-1", "kl-2"))
    assert marked == '<ol>\n<li id="rieng">Một</li>\n<li id="kl-2" class="x">Hai</li>\n</ol>'
