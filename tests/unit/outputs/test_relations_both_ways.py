"""What a page shows of other records, and which pages show a record, agree for every relation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from bantin.building import fingerprint, freshness
from bantin.building.reading import full_row
from bantin.catalog.catalog import Catalog
from bantin.catalog.items import Item
from bantin.catalog.members import Place, StoredMembers
from bantin.catalog.register import Register, Task
from bantin.catalog.relations.all_relations import RELATIONS
from bantin.catalog.relations.relation import Relation
from bantin.outputs.addresses import AddressBook
from bantin.outputs.affected import subjects_near
from bantin.outputs.plan import Planner
from bantin.outputs.subjects import SINGLE
from bantin.records.models import Record
from hypothesis import given, settings

from tests.unit.archive import SMALL, Archive, read_sources
from tests.unit.editing import BASE, Alter, Edit, Put, beginnings
from tests.unit.floors import load_modules
from tests.unit.taking_in import Desk, desk

PROJECT = Path(__file__).resolve().parents[3]
FIRST, NEXT, LAST = "2020-05-01", "2020-05-09", "2020-06-01"
MEETING = {"date": "2020-04-01", "bodies": ["vp"]}


@pytest.fixture(scope="module", autouse=True)
def same_code() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        # The code does not change while the tests run.
        for caller in (fingerprint, freshness):
            patch.setattr(caller, "digest_engine", lambda: "máy")
        yield


def news(slug: str, day: str, section: str, **more: Any) -> Put:
    uri = f"tin-tuc/{day[:4]}/{day[5:7]}/{slug}.md"
    return Put(uri, {"title": f"Tin {slug}", "date": day, "section": section, **more})


def notice(slug: str, number: str, issuer: str, text: str = "", **more: Any) -> Put:
    head = {
        "kind": "TB",
        "title": f"Kết luận {slug}",
        "number": number,
        "issuer": issuer,
        "date": "2020-03-05",
    }
    return Put(f"van-ban/2020/{slug}.md", {**head, **more}, text)


def between(**shared: Any) -> list[Put]:
    """Return records enough that those before and after them are no neighbours."""
    return [news(f"giua-{number}", NEXT, "x", **shared) for number in range(4)]


def report(year: int, body: str = "ban") -> dict[str, Any]:
    """Return a meeting on nine months of a year."""
    period = {"year": year, "months": "1-9"}
    return {"date": f"{year + 1}-01-20", "bodies": [body], "period": period}


def stated(value: int) -> list[dict[str, Any]]:
    return [{"name": "Cán bộ nữ", "value": value, "unit": "người"}]


OLD_BODY = Put("to-chuc/cu.md", {"name": "Cũ", "succeeded_by": "ban"})
GIVEN = notice("giao", "9/TB-VP", "vp", '1. Ghi nhận.\n   {: to="cu; ban" }')
# For each relation, an archive and what an editor does in it: a page is another one now, that
# nothing but this relation leads to.
CASES: dict[str, tuple[Sequence[Edit], Edit]] = {
    "SectionNeighbours": ([news("a", FIRST, "x")], news("b", LAST, "x")),
    "BodyNeighbours": (
        [news("a", FIRST, "x", bodies=["vp"])],
        news("b", LAST, "y", bodies=["vp"]),
    ),
    "MeetingRecords": (
        [
            news("a", FIRST, "y", meeting=MEETING),
            *between(bodies=["vp"]),
            news("b", LAST, "x", meeting=MEETING),
        ],
        Alter(news("a", FIRST, "y").uri, "title", "Khác"),
    ),
    "BodyMeetings": (
        [news("a", FIRST, "x", meeting=MEETING)],
        news("b", LAST, "y", meeting={**MEETING, "date": "2020-04-02"}),
    ),
    "OtherYears": (
        [
            news("a", FIRST, "y", meeting=report(2019)),
            *between(bodies=["ban"]),
            news("b", LAST, "x", meeting=report(2020)),
        ],
        Alter(news("a", FIRST, "y").uri, "title", "Khác"),
    ),
    "CitedReplacements": (
        [notice("cu", "3/TB", "vp")],
        notice("moi", "4/TB", "ban", replaces=["3/TB"]),
    ),
    "YearBefore": (
        [
            news("a", "2019-05-01", "y", bodies=["vp"], figures=stated(650)),
            *between(bodies=["vp"]),
            news("b", "2020-05-20", "x", bodies=["vp"], figures=stated(681)),
        ],
        Alter(news("a", "2019-05-01", "y").uri, "figures", stated(640)),
    ),
    "HolderTasks": ([], GIVEN),
    "PredecessorRecords": ([OLD_BODY], news("a", FIRST, "x", bodies=["cu"])),
    "PredecessorTasks": (
        [
            OLD_BODY,
            notice("ban", "8/TB-VP", "vp", '1. Ghi nhận.\n   {: to="ban" }'),
        ],
        notice("cu", "9/TB-VP", "vp", '1. Ghi nhận.\n   {: to="cu" }'),
    ),
    "OrderHistory": (
        [GIVEN],
        notice("sau", "4/TB", "ban", "Đã làm xong mục 1 Thông báo số 9/TB-VP ngày 05/3/2020."),
    ),
}


def name_of(relation: Relation[Any, Any]) -> str:
    return type(relation).__name__


def forget_dependents(patch: pytest.MonkeyPatch, relation: Relation[Any, Any]) -> None:
    patch.setattr(type(relation), "dependents", lambda *_: iter(()))


@pytest.mark.parametrize("relation", RELATIONS, ids=name_of)
def test_build_ends_elsewhere_where_a_relation_forgets_who_shows_a_record(
    relation: Relation[Any, Any], tmp_path: Path
) -> None:
    beginning, edit = CASES[name_of(relation)]
    for forgets in (False, True):
        one = Archive(tmp_path / str(forgets), SMALL)
        for put in (*BASE, *beginning):
            put.do(one.docs)
        assert one.build().problems == ()
        edit.do(one.docs)
        with pytest.MonkeyPatch.context() as patch:
            if forgets:
                forget_dependents(patch, relation)
            assert one.build().problems == ()
        assert one.build(one.root / "fresh").problems == ()
        assert (one.tree() == one.tree(one.root / "fresh")) is not forgets


class WatchedMembers(StoredMembers):
    """Notes which records are asked for."""

    def __init__(self, catalog: Catalog) -> None:
        super().__init__(catalog.connection)
        self.seen: set[str] = set()

    def item(self, src_uri: str) -> Item:
        self.seen.add(src_uri)
        return super().item(src_uri)

    def latest(self, timeline: str, limit: int, folder: str = "") -> tuple[Item, ...]:
        return self._note(super().latest(timeline, limit, folder))

    def between(self, timeline: str, newest: int, oldest: int, limit: int) -> tuple[Item, ...]:
        return self._note(super().between(timeline, newest, oldest, limit))

    def around(
        self, timeline: str, place: Place, *, newer: int, older: int
    ) -> tuple[tuple[Item, ...], tuple[Item, ...]]:
        above, below = super().around(timeline, place, newer=newer, older=older)
        return self._note(above), self._note(below)

    def _note(self, items: tuple[Item, ...]) -> tuple[Item, ...]:
        self.seen.update(item.src_uri for item in items)
        return items


class WatchedRegister(Register):
    """Notes which documents gave the tasks that are asked for."""

    def __init__(self, catalog: Catalog, seen: set[str]) -> None:
        super().__init__(catalog.connection)
        self._seen = seen

    def tasks(self, holder: str, limit: int = -1) -> list[Task]:
        found = super().tasks(holder, limit)
        self._seen.update(task.src_uri for task in found)
        return found


class WatchedCatalog(Catalog):
    """Notes which articles and documents are read."""

    def __init__(self, catalog: Catalog) -> None:
        self.members = WatchedMembers(catalog)
        super().__init__(catalog.connection, self.members)
        self.register = WatchedRegister(catalog, self.members.seen)

    def find(self, src_uri: str) -> Record | None:
        self.members.seen.add(src_uri)
        return super().find(src_uri)


def unforeseen(one: Desk) -> set[tuple[str, str]]:
    """Return (subject, record) where a subject shows a record whose change does not touch it."""
    plain = Catalog(one.store.connection)
    near = {
        uri: subjects_near(plain, [full_row(plain.known(uri), plain.text_of(uri))])
        for uri in plain.shown_uris()
    }
    found = set()
    for subject in Planner(AddressBook({}, plain), [], SMALL).subjects():
        if subject in SINGLE:
            continue
        catalog = WatchedCatalog(plain)
        Planner(AddressBook(read_sources(one.docs).others, catalog), [], SMALL).plan(subject)
        seen = catalog.members.seen & near.keys()
        found |= {(subject, uri) for uri in seen if subject not in near[uri]}
    return found


@settings(max_examples=25)
@given(beginnings)
def test_whoever_shows_a_record_is_told_of_its_changes(beginning: Sequence[Edit]) -> None:
    with desk(SMALL) as one:
        one.take_in([*BASE, *beginning])
        assert unforeseen(one) == set()


@pytest.mark.parametrize("relation", RELATIONS, ids=name_of)
def test_page_that_shows_a_record_unforeseen_is_found(
    relation: Relation[Any, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    beginning, edit = CASES[name_of(relation)]
    with desk(SMALL) as one:
        one.take_in([*BASE, *beginning, edit])
        assert unforeseen(one) == set()
        forget_dependents(monkeypatch, relation)
        assert unforeseen(one) != set()


def test_every_relation_stands_in_the_table() -> None:
    assert {type(one) for one in RELATIONS} == set(Relation.__subclasses__())
    assert sorted(map(name_of, RELATIONS)) == sorted(CASES)


def test_only_relations_follow_timelines_without_pages() -> None:
    """Whoever shows other records by such a timeline does so by a relation, which has an inverse.

    The figures of a body are shown on its own page, where all records of the body are listed.
    """
    asking = {
        module.name
        for module in load_modules(PROJECT)
        if ".bare_timeline(" in module.path.read_text("utf-8")
    }
    within = {name for name in asking if name.startswith("bantin.catalog.relations.")}
    assert asking - within == {"bantin.catalog.figures"}
    assert within
