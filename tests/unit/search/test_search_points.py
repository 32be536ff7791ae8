"""Where conclusions stand in the text that search shows."""

from __future__ import annotations

import json

from bantin.outputs.discovery.search_entries import record_entry
from bantin.records.models import Document
from bantin.search.entry import SearchEntry
from bantin.search.packs import shown_member

from tests.unit.samples import catalog_of, document

BODY = """Kết luận như sau:

1. Giao **tổ mẫu** trồng cây:
    - cây xoan;
    - cây mai.

2. Giao nhóm mẫu tưới cây.

Xin gửi lời chào."""


def shown(entry: SearchEntry) -> dict[str, object]:
    return dict(json.loads("{" + shown_member(0, entry).decode() + "}")["0"])


def test_conclusions_are_told_by_where_they_stand() -> None:
    notice = document(body=BODY)
    assert isinstance(notice, Document)
    found = shown(record_entry(notice, catalog_of(notice)))
    text, points = found["text"], found["points"]
    assert isinstance(text, str)
    assert isinstance(points, list)
    pieces = {anchor: text[start:end] for anchor, start, end in points}
    # Words of a point within it are led to by themselves.
    assert pieces["kl-1"] == "1. Giao tổ mẫu trồng cây:"
    assert pieces["kl-2"] == "2. Giao nhóm mẫu tưới cây."


def test_places_count_as_javascript_does_and_lost_points_are_left_out() -> None:
    points = (("kl-1", "1. Một"), ("kl-2", "2. Hai"), ("kl-3", "3. Ba"))
    entry = SearchEntry("x/", "", "", "", "", (), "", "🙂 1. Một. 3. Ba", points)
    assert shown(entry)["points"] == [["kl-1", 3, 9], ["kl-3", 11, 16]]


def test_entry_without_conclusions_tells_none() -> None:
    assert "points" not in shown(SearchEntry("x/", "", "", "", "", (), "", "Một"))
