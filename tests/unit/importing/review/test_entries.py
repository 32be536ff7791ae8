"""An entry shows the record as it is now, what changed since the import, and how doubtful it is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from bantin.importing.capture import Block
from bantin.importing.proposal import Fact, Sure
from bantin.importing.review.doubts import Doubt, contradicts
from bantin.importing.review.entries import ReviewEntry, ReviewField, ReviewState, make_entry
from bantin.importing.review.places import blocks_at, blocks_saying
from bantin.importing.review.record_words import says_the_same, words_at
from bantin.importing.site_index import SiteIndex

from tests.unit.importing.review.waiting import (
    BLOCKS,
    NEWS,
    NEWS_FACTS,
    NEWS_TEXT,
    NOTICE,
    Desk,
    item,
)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def entry(desk: Desk, one: object = None) -> ReviewEntry:
    given = one or item()
    return make_entry(given, desk.docs, SiteIndex(desk.docs).place_of_capture)  # type: ignore[arg-type]


def field(found: ReviewEntry, key: str) -> ReviewField:
    [one] = [field for field in found.fields if field.key == key]
    return one


def test_an_untouched_record_is_shown_with_how_sure_each_field_is(desk: Desk) -> None:
    desk.import_news()
    found = entry(desk)
    assert found.state is ReviewState.WAITING
    assert [one.key for one in found.fields] == [fact.field for fact in NEWS_FACTS]
    assert all(one.imported is None for one in found.fields)
    assert field(found, "date").value == "05/10/2021 15:00"
    assert field(found, "meeting.chairs").value == "Trần Thị Mẫu"
    assert field(found, "section").sure is Sure.GUESSED
    assert field(found, "title").blocks == (0,)
    assert field(found, "meeting.chairs").blocks == ()
    assert found.doubt == Doubt(0, 0, 3)
    assert found.doubt.score == 3
    assert found.body.startswith("Ban Mẫu họp.")


def test_what_an_editor_changed_is_told_and_counts_no_more(desk: Desk) -> None:
    one = desk.import_news()
    text = NEWS_TEXT.format(sha=one.sha256).replace("section: x", "section: y")
    text = text.replace("author: M.L\n", "")
    desk.write(NEWS, text)
    found = entry(desk)
    assert (field(found, "section").value, field(found, "section").imported) == ("y", "x")
    assert (field(found, "author").value, field(found, "author").imported) == ("", "M.L")
    assert found.doubt.guesses == 2


def test_with_the_text_of_the_import_no_way_to_write_is_a_change(desk: Desk) -> None:
    """What a fact says is words for an editor: a section's printed name, a shortened text."""
    one = desk.import_news()
    text = NEWS_TEXT.format(sha=one.sha256)
    facts = tuple(
        replace(fact, value="TIN CỦA BAN") if fact.field == "section" else fact
        for fact in one.facts
    )
    known = replace(one, facts=facts, text=text)
    assert [field.imported for field in entry(desk, known).fields] == [None] * 6
    assert field(entry(desk, replace(known, text="")), "section").imported == "TIN CỦA BAN"
    desk.write(NEWS, text.replace("section: x", "section: y"))
    changed = {field.key: field.imported for field in entry(desk, known).fields}
    assert changed.pop("section") == "x"
    assert set(changed.values()) == {None}


def test_a_record_without_required_keys_comes_first(desk: Desk) -> None:
    one = desk.import_notice()
    found = entry(desk, one)
    assert found.missing == ("date", "number")
    assert found.doubt == Doubt(2, 0, 1)
    assert found.doubt.score == 20_001
    assert field(found, "kind").blocks == (1,)
    # What was open and is filled in now is the editor's.
    text = (desk.docs / NOTICE).read_text("utf-8").replace("number:", "number: 5/TB-VP")
    desk.write(NOTICE, text)
    found = entry(desk, one)
    assert found.missing == ("date",)
    assert (field(found, "number").value, field(found, "number").imported) == ("5/TB-VP", "")


def test_contradictions_weigh_more_than_any_guesses(desk: Desk) -> None:
    desk.import_news()
    odd = Fact("views", "12", Sure.GUESSED, "dòng 2", "đầu bài ghi 12 nhưng cuối bài ghi 21")
    found = entry(desk, item(facts=(*NEWS_FACTS, odd), doubts=("con dấu ghi ngày khác",)))
    # The record has no views: an editor took them out.
    assert found.doubt == Doubt(0, 1, 3)
    desk.write(NEWS, NEWS_TEXT.format(sha=item().sha256).replace("section", "views: 12\nsection"))
    found = entry(desk, item(facts=(*NEWS_FACTS, odd), doubts=("con dấu ghi ngày khác",)))
    assert found.doubt == Doubt(0, 2, 3)
    assert Doubt(0, 1, 0).score > Doubt(0, 0, 5_000).score
    assert Doubt(1, 0, 0).score > Doubt(0, 5_000, 5_000).score


@pytest.mark.parametrize(
    ("note", "sure", "expected"),
    [
        ("đầu bài ghi 12 nhưng cuối bài ghi 21", Sure.GUESSED, True),
        ("ngày ở hai chỗ không khớp", Sure.OPEN, True),
        ("trái với dấu ký số", Sure.GUESSED, True),
        ("theo đường dẫn", Sure.GUESSED, False),
        ("không thấy", Sure.OPEN, False),
        ("", Sure.READ, False),
    ],
)
def test_a_contradiction_is_known_by_its_note(note: str, sure: Sure, expected: bool) -> None:
    assert contradicts(Fact("date", "x", sure, "dòng 1", note)) is expected


def test_a_moved_record_is_found_by_its_original(desk: Desk) -> None:
    desk.import_news()
    moved = "tin-tuc/2021/10/ten-moi.md"
    (desk.docs / NEWS).rename(desk.docs / moved)
    found = entry(desk)
    assert (found.src_uri, found.is_moved, found.state) == (moved, True, ReviewState.WAITING)


def test_a_part_of_a_file_is_no_other_part(desk: Desk) -> None:
    one = item(part="hàng 3")
    text = NEWS_TEXT.format(sha=one.sha256).replace("  sha256", "  part: hàng 2\n  sha256")
    desk.write("tin-tuc/2021/10/khac.md", text)
    assert entry(desk, one).state is ReviewState.GONE
    desk.write("tin-tuc/2021/10/khac.md", text.replace("hàng 2", "hàng 3"))
    assert entry(desk, one).src_uri == "tin-tuc/2021/10/khac.md"


def test_a_deleted_record_is_told_with_its_title(desk: Desk) -> None:
    desk.docs.mkdir()
    found = entry(desk)
    assert (found.state, found.title, found.fields) == (
        ReviewState.GONE,
        NEWS_FACTS[0].value,
        (),
    )


@pytest.mark.parametrize("status", ["status: published", "status: withdrawn", ""])
def test_what_is_no_draft_any_more_waits_no_more(desk: Desk, status: str) -> None:
    one = desk.import_news()
    text = NEWS_TEXT.format(sha=one.sha256).replace("status: draft\nsource", f"{status}\nsource")
    desk.write(NEWS, text)
    assert entry(desk).state is ReviewState.PUBLISHED


@pytest.mark.parametrize("bad", ["date: 2021-02-30", "date: [", "date: 2020-01-01"])
def test_a_broken_record_is_told_first_of_all_that_lack_nothing(desk: Desk, bad: str) -> None:
    one = desk.import_news()
    desk.write(NEWS, NEWS_TEXT.format(sha=one.sha256).replace("date: 2021-10-05 15:00", bad))
    found = entry(desk)
    assert found.state is ReviewState.FAULTY
    assert found.faults
    assert found.doubt.score == 10_000


@pytest.mark.parametrize(
    ("where", "found"),
    [
        ("dòng 3", (2,)),
        ("dòng 2–4", (1, 2, 3)),
        ("dòng 2-3", (1, 2)),
        ("dòng 1 và dòng 5", (0, 4)),
        ("dòng 33", ()),
        ("thẻ meta datePublished", ()),
        ("cột “Ngày 3”", ()),
        ("trang 1, đoạn 3", ()),
        ("trong bài", ()),
        ("", ()),
    ],
)
def test_places_lead_to_blocks(where: str, found: tuple[int, ...]) -> None:
    assert blocks_at(where, BLOCKS) == found


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("Trần Thị Mẫu", (1,)),
        ("Lê Văn Thử; Trần Thị Mẫu", (0, 1)),
        ("LÊ VĂN THỬ, Không Có", (0,)),
        ("Thử", ()),
        ("ban-mau; so-thu", ()),
        ("", ()),
    ],
)
def test_names_lead_to_the_first_block_that_says_them(value: str, found: tuple[int, ...]) -> None:
    texts = ("Ông Lê Văn Thử nói.", "Bà Trần Thị Mẫu chủ trì.", "Trần Thị Mẫu kết luận.")
    blocks = tuple(Block(n, text, text, True) for n, text in enumerate(texts, 1))
    assert blocks_saying(value, blocks) == found


def test_a_guess_from_the_whole_text_is_marked_where_its_name_stands(desk: Desk) -> None:
    one = desk.import_news()
    blocks = (*one.blocks, Block(6, "x", "Bà Trần Thị Mẫu chủ trì.", True))
    assert field(entry(desk, replace(one, blocks=blocks)), "meeting.chairs").blocks == (5,)


def test_blocks_of_a_page_are_told_apart_by_it() -> None:
    blocks = tuple(Block(n, "a", "a", True, page=page) for page, n in ((1, 1), (2, 2), (2, 3)))
    assert blocks_at("trang 2, đoạn 3", blocks) == (2,)
    assert blocks_at("trang 1, đoạn 3", blocks) == ()
    for index, block in enumerate(blocks):
        assert blocks_at(block.where, blocks) == (index,)


@pytest.mark.parametrize(
    ("imported", "present", "same"),
    [
        ("05/10/2021", "05/10/2021", True),
        ("5/10/2021", "05/10/2021", True),
        ("15:00, 05/10/2021", "05/10/2021 15:00", True),
        ("05/10/2021", "05/10/2021 15:00", False),
        ("05/10/2021", "06/10/2021", False),
        ("A, B", "A; B", True),
        ("KT. CHỦ TỊCH / PHÓ", "KT. CHỦ TỊCH; PHÓ", True),
        ("Hoà", "Hòa", True),
        ("Hoa", "Hòa", False),
        ("Ban họp bàn…", "Ban họp bàn việc lớn", True),
        ("Ban họp bàn…", "Ban họp xong", False),
        ("12", "21", False),
        ("1.207", "1207", True),
        ("1.207", "1208", False),
        ("TIN HOẠT ĐỘNG", "tin-hoat-dong", True),
        ("", "x", False),
    ],
)
def test_another_way_to_write_is_no_change(imported: str, present: str, same: bool) -> None:
    assert says_the_same(imported, present) is same


def test_values_are_told_in_words() -> None:
    values = {
        "date": "2021-10-05T15:00:00+07:00",
        "meeting": {"date": "2021-10-04", "chairs": ["A", "B"]},
        "people": [{"name": "A", "positions": ["x"]}, {"name": "B"}],
        "featured": True,
        "views": 0,
    }
    assert words_at(values, "date") == "05/10/2021 15:00"
    assert words_at(values, "meeting.chairs") == "A; B"
    assert words_at(values, "people") == "A; B"
    assert words_at(values, "featured") == "có"
    assert words_at(values, "views") == "0"
    assert words_at(values, "meeting.venue") == ""
    assert words_at(values, "date.year") == ""
