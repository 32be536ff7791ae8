"""The index: what its files hold, and what stays when a record comes."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from bantin.search import Limits, SearchEntry
from bantin.search.files import decompress, part_path
from bantin.search.items import decode_items
from bantin.search.terms import key_of

from tests.unit.search.in_memory import assign_places, build_index
from tests.unit.search.search_files import plain

NOTICE = SearchEntry(
    url="van-ban/2021/405/",
    title="Kết luận của Trưởng ban",
    kind="Thông báo",
    number="405/TB-VP.UBND",
    day="2021-10-05",
    names=("Lê Trọng Yên",),
    summary="",
    text="Công tác phụ nữ quý III. Uỷ ban giao việc.",
)
DEFAULT_LIMITS = Limits()
PERSON = SearchEntry("nguoi/yen/", "Lê Trọng Yên", "Người", "", "", ("Ông Yên",), "", "")


def article(number: int) -> SearchEntry:
    """One of many: a word of its own, some rare ones, some that all have."""
    words = [f"chung{number % 7}", f"hiếm{number % 50}", f"riêng{number}", "phụ", "nữ"]
    return SearchEntry(
        url=f"tin-tuc/{number}/",
        title=f"Tin thứ {number}",
        kind="Tin tức",
        number="",
        day=f"20{number % 20:02}-{number % 12 + 1:02}-{number % 28 + 1:02}",
        names=(),
        summary="",
        text=" ".join(words * 3),
    )


def files(*entries: SearchEntry, limits: Limits = DEFAULT_LIMITS) -> dict[str, bytes]:
    return dict(build_index(entries, limits=limits))


def directory(built: dict[str, bytes]) -> dict[str, Any]:
    return json.loads(built["tim-kiem/muc-luc.json"])


def part(built: dict[str, bytes], name: str) -> dict[str, Any]:
    return json.loads(decompress(built[part_path(name)]))


def section(built: dict[str, bytes], name: str) -> dict[str, Any]:
    """Key → spelling → items of a section, down its tree, its parts read in order."""
    tree = directory(built)[name]
    rows = list(zip(tree["rows"][::2], tree["rows"][1::2], strict=True))
    for _ in range(tree["depth"] + 1):
        contents = [part(built, name) for _, name in rows]
        assert [first for first, _ in rows] == [next(iter(content)) for content in contents]
        rows = [item for content in contents for item in content.items()]
    assert rows == sorted(rows, key=lambda item: item[0])
    return {key: joined(built, key, member) for key, member in rows}


def joined(built: dict[str, bytes], key: str, member: Any) -> dict[str, list[int]]:
    """The lists of a member, from its blocks where it has any."""
    found: dict[str, list[int]] = {}
    if isinstance(member, list):
        blocks = [part(built, name)[key] for _, _, name in member[1:]]
    else:
        blocks = [member]
    for block in blocks:
        for spelling, text in block.items():
            found.setdefault(spelling, []).extend(decode_items(text))
    assert all(items == sorted(items) for items in found.values())
    return found


def places(found: dict[str, list[int]]) -> list[int]:
    return [item >> 4 for item in found[""]]


def test_order_of_entries_does_not_matter() -> None:
    entries = [article(number) for number in range(60)]
    assert list(build_index(entries)) == list(build_index(entries[::-1]))


def test_spellings_stand_under_their_common_key() -> None:
    plain = replace(NOTICE, url="x/", title="Cong tac phu nu", number="")
    words = section(files(NOTICE, plain), "words")
    assert set(words["phu"]) == {"phụ", "phu"}
    assert set(words["uy"]) == {"ủy"}
    assert set(words["qui"]) == {"quý"}


def test_pairs_join_neighbours_within_a_field_only() -> None:
    pairs = section(files(NOTICE), "pairs")
    assert list(pairs["phu nu"]) == ["phụ nữ"]
    assert list(pairs["ket luan"]) == ["kết luận"]
    assert "405 tb" in pairs
    assert "ban thong" not in pairs
    assert "ban cong" not in pairs


def test_postings_give_back_place_and_impact() -> None:
    other = replace(NOTICE, url="x/", day="2022-01-01", title="Phụ nữ", text="", number="")
    placed = {entry.url: place for place, entry in assign_places([NOTICE, other])}
    first, second = section(files(NOTICE, other), "words")["nu"]["nữ"]
    assert [first >> 4, second >> 4] == [placed[NOTICE.url], placed[other.url]]
    assert first & 15 < second & 15, "a title weighs more than a body"


def test_body_never_outweighs_title() -> None:
    body = replace(NOTICE, url="x/", title="Khác", text="phụ " * 200)
    title = replace(NOTICE, url="y/", title="Chuyện của phụ nữ", text="", day="2021-10-06")
    in_body, in_title = section(files(body, title), "words")["phu"]["phụ"]
    assert in_body & 15 < in_title & 15


def test_number_and_title_are_found_whole() -> None:
    whole = section(files(NOTICE, PERSON), "whole")
    place = {entry.url: place for place, entry in assign_places([NOTICE, PERSON])}
    assert places(whole["405tbvpubnd"]) == [place[NOTICE.url]]
    assert places(whole["=ket luan cua truong ban"]) == [place[NOTICE.url]]
    assert places(whole["=le trong yen"]) == [place[PERSON.url]], (
        "of the notice it is not the own name"
    )
    assert places(whole["=ong yen"]) == [place[PERSON.url]]


def test_pack_shows_the_entry() -> None:
    built = files(replace(NOTICE, text="Một\u00ad  hai\nba"))
    ((place, _),) = assign_places([NOTICE])
    pack = place // 16
    (shelf,) = directory(built)["shelves"][1::2]
    version = part(built, shelf)[pack % 256]
    path = f"tim-kiem/bai/{pack // 256}/{pack}-{version}.bin"
    shown = json.loads(decompress(built[path]))[str(place)]
    assert shown["url"] == NOTICE.url
    assert shown["number"] == "405/TB-VP.UBND"
    assert shown["text"] == "Một hai ba"


def test_newest_has_the_highest_place_and_undated_the_lowest() -> None:
    days = ["2021-10-05", "", "1945-09-02", "2030-01-01"]
    entries = [replace(NOTICE, url=f"{day}/", day=day) for day in days]
    placed = [entry.day for _, entry in assign_places(entries)]
    assert placed == ["", "1945-09-02", "2021-10-05", "2030-01-01"]


def test_places_are_unique_on_a_crowded_day() -> None:
    entries = [replace(NOTICE, url=f"{number}/") for number in range(500)]
    places = [place for place, _ in assign_places(entries)]
    assert len(set(places)) == 500
    assert places == sorted(places)


def test_new_record_leaves_most_files_as_they_are() -> None:
    entries = [article(number) for number in range(1_200)]
    before = files(*entries)
    after = files(*entries, article(1_200))
    assert len(before) > 500
    changed = [path for path, content in after.items() if before.get(path) != content]
    # The directory, a pack and its shelf, and one part for each handful of its words.
    assert len(changed) <= 25
    assert "tim-kiem/muc-luc.json" in changed


@pytest.mark.parametrize(("word", "key"), [("lý", "li"), ("quỹ", "qui"), ("tay", "tay")])
def test_i_and_y_share_a_key_where_they_sound_alike(word: str, key: str) -> None:
    assert key_of(word) == key


def test_only_useful_abbreviations_are_listed() -> None:
    entry = replace(NOTICE, text="Ủy ban nhân dân xã", title="Tin", number="", names=())
    listed = {short for short, _ in directory(files(entry))["abbreviations"]}
    assert "ubnd" in listed
    assert "hđnd" not in listed
    assert "tư" not in listed


def test_many_parts_stand_in_a_tree() -> None:
    entries = [article(number) for number in range(400)]
    flat = files(*entries)
    tall = files(*entries, limits=Limits(branch_bytes=300, rows=3))
    assert directory(tall)["pairs"]["depth"] > 0
    assert len(directory(tall)["pairs"]["rows"]) <= 6
    for name in ("words", "pairs", "whole"):
        assert section(tall, name) == section(flat, name)


def test_long_list_is_divided_by_ranges_of_places() -> None:
    entries = [article(number) for number in range(400)]
    whole = files(*entries)
    divided = files(*entries, limits=Limits(list_items=50))
    for name in ("words", "pairs", "whole"):
        assert section(divided, name) == section(whole, name)
    sizes, *rows = next(
        json.loads(content)["phu nu"]
        for path, content in plain(divided).items()
        if "/phan/" in path and b'"phu nu":[{' in content
    )
    assert len(rows) > 8
    assert sizes == {"phụ nữ": sum(size for _, size, _ in rows)}
    ends = [*(low for low, _, _ in rows[1:]), 2**28]
    for (low, size, name), end in zip(rows, ends, strict=True):
        items = joined(divided, "phu nu", part(divided, name)["phu nu"])["phụ nữ"]
        assert len(items) == size <= 50
        assert all(low <= item >> 4 < end for item in items)


def test_one_entry_moves_one_block_of_a_long_list() -> None:
    entries = [article(number) for number in range(400)]
    limits = Limits(list_items=50)
    before = files(*entries, limits=limits)
    after = files(*entries, article(401), limits=limits)
    blocks = {path for path, content in plain(before).items() if content.startswith(b'{"phu nu":{')}
    assert len(blocks) > 8
    assert len(blocks - after.keys()) == 1


def test_empty_site_has_an_index() -> None:
    built = files()
    assert list(built) == ["tim-kiem/muc-luc.json"]
    found = directory(built)
    assert found.pop("format")
    assert found == {
        "count": 0,
        "abbreviations": [],
        **{name: {"depth": 0, "rows": []} for name in ("words", "pairs", "whole")},
        "columns": [],
        "shelves": [],
    }


def test_overlong_run_of_letters_is_no_word() -> None:
    built = files(replace(NOTICE, text="a" * 41 + " b"))
    assert "a" * 41 not in section(built, "words")
