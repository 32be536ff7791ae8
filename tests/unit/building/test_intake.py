"""Records taken in: what changed, all that is wrong with it, and nothing by halves."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from bantin.building import freshness, intake
from bantin.building.intake import take_in
from bantin.building.pool import Workers
from bantin.building.store import EVERYTHING, Store
from bantin.catalog.catalog import Catalog
from bantin.errors import Problem, ProblemsError, StoreError
from bantin.outputs.subjects import COMMON, DATA, FEED, OLD_ADDRESSES, data_subject

from tests.unit.archive import no_executor, read_sources

A, B, C = (f"tin-tuc/2021/10/{slug}.md" for slug in "abc")
BAN, SECTION, NOTICE, PAGE = (
    "to-chuc/ban.md",
    "chuyen-muc/x.md",
    "van-ban/2021/p.md",
    "gioi-thieu.md",
)

NAMESAKE = "“Lê Hạnh” và “Lê Hanh” (trong nguoi/le-hanh.md) chỉ khác dấu, sẽ thành một người"


def news(more: str = "", text: str = "", title: str = "Tin") -> str:
    return f"---\ntitle: {title}\ndate: 2021-10-05\nsection: x\n{more}\n---\n\n{text}\n"


def notice(number: str = "5/TB", issuer: str = "ban") -> str:
    head = f"kind: TB\nnumber: {number}\ntitle: Văn bản\ndate: 2021-10-05\nissuer: {issuer}"
    return f"---\n{head}\n---\n"


SOUND = {
    SECTION: "---\nname: Mục\n---\n",
    BAN: "---\nname: Ban\n---\n\n[giới thiệu](../gioi-thieu.md)\n",
    "to-chuc/vp.md": "---\nname: Văn phòng\n---\n",
    A: news("bodies: [ban]", "[b](b.md)"),
    B: news("people: [{name: Lê Hạnh}]"),
    NOTICE: notice(),
    PAGE: "# Trang\n",
}


class Desk:
    """A folder of records, and the store that has taken them in."""

    def __init__(self, folder: Path) -> None:
        self.docs = folder / "docs"
        self.store = Store.open(folder / "store.sqlite")

    def write(self, files: Mapping[str, str | None]) -> None:
        """Write files; None deletes one."""
        for uri, text in files.items():
            path = self.docs / uri
            path.parent.mkdir(parents=True, exist_ok=True)
            if text is None:
                path.unlink()
            else:
                path.write_text(text, "utf-8")

    def take_in(self, files: Mapping[str, str | None], *faults: Problem) -> set[str]:
        """Return what is pending after files were written and taken in."""
        self.write(files)
        sources = read_sources(self.docs)
        take_in(self.store, sources, Workers(no_executor), faults=faults)
        return self.store.pending()

    def refused(self, files: Mapping[str, str | None], *faults: Problem) -> list[tuple[str, str]]:
        """Return (path, message) of what is wrong; the store must be as it was."""
        before = self.dump()
        with pytest.raises(ProblemsError) as raised:
            self.take_in(files, *faults)
        assert self.dump() == before
        return [(problem.path, problem.message) for problem in raised.value.problems]

    def settle(self) -> None:
        with self.store.changing():
            self.store.settle()

    def dump(self) -> list[str]:
        return list(self.store.connection.iterdump())

    @property
    def catalog(self) -> Catalog:
        return Catalog(self.store.connection)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """A desk that has taken in sound records, and sees from their stamps that they stay so."""
    monkeypatch.setattr(freshness, "_UNSURE_NS", 0)
    desk = Desk(tmp_path)
    assert desk.take_in(SOUND) == {EVERYTHING, "@search-index"}
    desk.settle()
    yield desk
    desk.store.close()


def test_nothing_new_reads_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    before = desk.dump()
    monkeypatch.setattr(intake, "read_rows", None)
    assert desk.take_in({}) == set()
    assert desk.dump() == before


def test_only_what_changed_is_read(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    real = intake.read_rows

    def logged(docs_dir: Path, uris: list[str], *rest: object) -> object:
        read.extend(uris)
        return real(docs_dir, uris, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(intake, "read_rows", logged)
    assert B in desk.take_in({B: news(title="Khác"), C: news(), NOTICE: None})
    assert read == [B, C]
    assert desk.catalog.shown_uris() == [A, B, C]
    assert desk.catalog.dated(B).title == "Khác"


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({A: ""}, [(A, "tệp rỗng (0 byte)")]),
        ({B: ""}, [(B, "tệp rỗng (0 byte)")]),
        ({BAN: ""}, [(BAN, "tệp rỗng (0 byte)")]),
        (
            {B: "", C: news("redirect_from: [tin-tuc/2021/10/b]", "[b](b.md)")},
            [(B, "tệp rỗng (0 byte)")],
        ),
        ({A: news("bodies: [ben]")}, [(A, "không có to-chuc/ben.md")]),
        # What is wrong with its text does not hide what is wrong with its head.
        (
            {C: news("bodies: [ben]", "<form>")},
            [
                (C, "không có to-chuc/ben.md"),
                (C, "thẻ <form> không dùng được trong bản ghi"),
            ],
        ),
        ({BAN: None}, [(A, "không có to-chuc/ban.md"), (NOTICE, "không có to-chuc/ban.md")]),
        ({SECTION: None}, [(A, "không có chuyen-muc/x.md"), (B, "không có chuyen-muc/x.md")]),
        ({PAGE: None}, [(BAN, "đường dẫn ../gioi-thieu.md không dẫn tới tệp nào")]),
        ({B: None}, [(A, "đường dẫn b.md không dẫn tới tệp nào")]),
        ({B: None, C: news()}, [(A, "đường dẫn b.md không dẫn tới tệp nào")]),
        ({B: news("status: draft")}, [(A, "đường dẫn b.md dẫn tới một bản nháp")]),
        (
            {"van-ban/2021/q.md": notice("05/TB")},
            [("van-ban/2021/q.md", f"số 05/TB năm 2021 của ban đã có ở {NOTICE}")],
        ),
        (
            {C: news("people: [{name: Lê Hanh}]")},
            [(C, f"“Lê Hanh” và “Lê Hạnh” (trong {B}) chỉ khác dấu, sẽ thành một người")],
        ),
        ({"nguoi/le-hanh.md": "---\nname: Lê Hanh\n---\n"}, [(B, NAMESAKE)]),
        (
            {C: news("redirect_from: [tin-tuc/2021/10/b]")},
            [(C, f"địa chỉ tin-tuc/2021/10/b đang là của {B}")],
        ),
        (
            {"tin-tuc/2021/10/b/index.html": "tĩnh"},
            [(B, "có cùng địa chỉ /tin-tuc/2021/10/b/ với tin-tuc/2021/10/b/index.html")],
        ),
    ],
)
def test_what_a_change_spoils_is_told_where_it_is_and_the_store_stays(
    desk: Desk, files: Mapping[str, str | None], told: list[tuple[str, str]]
) -> None:
    assert desk.refused(files) == told
    # The same from nothing: what was right before makes no difference.
    with tempfile.TemporaryDirectory() as folder:
        fresh = Desk(Path(folder))
        now = {uri: text for uri, text in {**SOUND, **files}.items() if text is not None}
        assert fresh.refused(now) == told
        fresh.store.close()


def test_all_that_is_wrong_is_told_at_once(desk: Desk) -> None:
    fault = Problem("phu/README.md", 0, "", "có cùng địa chỉ /phu/ với phu/index.md")
    files = {
        A: news("bodies: [ben]", "[b](b.md)"),
        B: news("tilte: A"),
        C: news("redirect_from: [gioi-thieu/]", "[d](d.md)"),
    }
    assert desk.refused(files, fault) == [
        ("phu/README.md", "có cùng địa chỉ /phu/ với phu/index.md"),
        (A, "không có to-chuc/ben.md"),
        (B, "không có khóa này"),
        (C, f"địa chỉ gioi-thieu/ đang là của {PAGE}"),
        (C, "đường dẫn d.md không dẫn tới tệp nào"),
    ]


def test_editors_word_on_a_conclusion_is_checked(desk: Desk) -> None:
    point = '\n1. Giao Sở Y tế báo cáo.\n   {{: to="{to}" due="{due}" }}\n'
    sound = notice() + point.format(to="ban", due="2021-12-31")
    assert NOTICE in desk.take_in({NOTICE: sound})
    assert desk.refused({NOTICE: notice() + point.format(to="ban", due="mai")}) == [
        (NOTICE, "“mai” không phải là ngày đúng dạng")
    ]
    assert desk.refused({NOTICE: notice() + point.format(to="so-la", due="2021-12-31")}) == [
        (NOTICE, "không có to-chuc/so-la.md")
    ]
    desk.write({NOTICE: sound})
    assert (NOTICE, "không có to-chuc/ban.md") in desk.refused({BAN: None})


def test_fault_found_elsewhere_stops_all_though_nothing_changed(desk: Desk) -> None:
    fault = Problem("phu/README.md", 0, "", "có cùng địa chỉ")
    assert desk.refused({}, fault) == [("phu/README.md", "có cùng địa chỉ")]


def test_what_was_refused_is_read_again_and_once_mended_taken_in(desk: Desk) -> None:
    for _ in range(2):
        assert desk.refused({B: "", C: news(title="Mới")}) == [(B, "tệp rỗng (0 byte)")]
    assert desk.take_in({B: SOUND[B]}) >= {C, "tin-tuc/2021/10/"}
    assert desk.catalog.dated(C).title == "Mới"


@pytest.mark.parametrize(
    ("text", "touched"),
    [
        (news("bodies: [ban]", "Một câu khác."), False),
        (news("bodies: [ban]", title="Tên khác"), True),
        (news("bodies: [ban, vp]", "[b](b.md)"), True),
        (news("bodies: [ban]\npeople: [{name: Lê An}]", "[b](b.md)"), True),
        (news("bodies: [ban]\nauthor: K.V", "[b](b.md)"), True),
    ],
    ids=["text", "title", "body", "person", "author, in the table of all"],
)
def test_lists_of_everything_are_planned_where_a_list_can_differ(
    desk: Desk, text: str, touched: bool
) -> None:
    pending = desk.take_in({A: text})
    assert FEED in pending
    assert pending.isdisjoint(COMMON - {FEED}) is not touched


def test_any_change_of_a_record_concerns_the_data_of_its_month(desk: Desk) -> None:
    assert data_subject("tin-tuc", "2021-10") in desk.take_in({A: news("bodies: [ban]", "Khác.")})


def test_text_of_a_body_concerns_the_data(desk: Desk) -> None:
    assert DATA in desk.take_in({BAN: "---\nname: Ban\n---\n\nGiới thiệu khác.\n"})


def test_rules_for_old_addresses_are_planned_where_one_comes_goes_or_leads_elsewhere(
    desk: Desk,
) -> None:
    steps: tuple[tuple[dict[str, str | None], bool], ...] = (
        ({A: news("bodies: [ban]", "Câu khác.", "Tên khác")}, False),
        ({A: news("redirect_from: [cu/]")}, True),
        ({A: news("redirect_from: [cu/]", "Câu khác.", "Tên khác nữa")}, False),
        ({A: news("redirect_from: [cu/]\nstatus: draft")}, True),
        ({C: news("redirect_from: [cu/]")}, True),
        ({C: None}, True),
    )
    for files, touched in steps:
        assert (OLD_ADDRESSES in desk.take_in(files)) is touched, files
        desk.settle()


def test_renamed_record_goes_and_comes(desk: Desk) -> None:
    renamed = news("redirect_from: [tin-tuc/2021/10/b/]\npeople: [{name: Lê Hạnh}]")
    linking = news("bodies: [ban]", "[c](c.md)")
    pending = desk.take_in({B: None, C: renamed, A: linking})
    assert pending >= {A, B, C, "nguoi/le-hanh/", "tin-tuc/2021/10/"}
    assert desk.catalog.redirecting("tin-tuc/2021/10/b/") == [C]
    assert desk.catalog.shown_uris() == [A, C, NOTICE]


def test_body_renamed_with_all_that_name_it(desk: Desk) -> None:
    files = {
        BAN: None,
        "to-chuc/ban-moi.md": "---\nname: Ban\nredirect_from: [to-chuc/ban/]\n---\n",
        A: news("bodies: [ban-moi]", "[b](b.md)"),
        NOTICE: notice(issuer="ban-moi"),
    }
    assert EVERYTHING in desk.take_in(files)
    assert desk.catalog.timeline_sizes("to-chuc/") == {"to-chuc/ban-moi": 2}


def test_many_changes_at_once_read_all_anew(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake, "MANY", 2)
    two = {A: news("bodies: [ban]", "[b](b.md)", "Một"), C: news()}
    assert EVERYTHING not in desk.take_in(two)
    desk.settle()
    three = {A: news("", "[b](b.md)", "Hai"), B: news(title="Hai"), C: None}
    assert desk.take_in(three) >= {EVERYTHING}
    assert desk.catalog.shown_uris() == [A, B, NOTICE]
    desk.settle()
    faulty = {A: "", B: news("bodies: [ben]"), C: news(), NOTICE: notice("6/TB"), BAN: None}
    assert (A, "tệp rỗng (0 byte)") in desk.refused(faulty)
    assert (B, "không có to-chuc/ben.md") in desk.refused({})


def test_file_that_may_have_changed_is_read_and_found_the_same(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(freshness, "_UNSURE_NS", 2 * 10**9)
    pending = desk.take_in({A: SOUND[A]})
    assert not [subject for subject in pending if not subject.startswith("@")]
    # Written in the same moment, as long as before: only reading tells.
    assert A in desk.take_in({A: SOUND[A].replace("Tin", "Nit")})


def test_nobody_is_told_of_what_a_damaged_store_finds_wrong(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where an index is damaged, SQLite finds nothing and says nothing: every link looks dead."""

    def find_damage(_: Store) -> None:
        raise StoreError("bị hỏng")

    monkeypatch.setattr(Store, "check", find_damage)
    with pytest.raises(StoreError):
        desk.take_in({A: news("bodies: [ben]")})
    desk.take_in({A: SOUND[A]})
