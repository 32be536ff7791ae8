"""What editors do to a small archive, drawn at random: files put, deleted and renamed.

Files, names and days are few, so that records meet: in lists, in meetings, on one day, at one old
address. Much of what is drawn is right; some refers to what is not there, or takes what is taken.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from bantin.records.models import Record
from bantin.records.reader import parse_record
from hypothesis import strategies as st

Values = dict[str, Any]

BODIES = ("ban", "vp", "cu")
NAMES = ("Ban", "Văn phòng Ủy ban", "Viện phụ", "Ủy ban", "Sở Y tế", "UBND tỉnh Sơn La")
BODY_NAMES = (*NAMES, "Ban Thử nghiệm tỉnh Mẫu", "Sở Y tế tỉnh Sơn La")
SECTIONS = ("x", "y")
PEOPLE = ("le-an", "le-an-2")
MONTHS = ("2020/03", "2020/04", "2021/03")
SLUGS = ("a", "b", "c")
ARTICLES = tuple(f"tin-tuc/{month}/{slug}.md" for month in MONTHS for slug in SLUGS)
DOCUMENTS = tuple(f"van-ban/{year}/{slug}.md" for year in (2020, 2021) for slug in ("p", "q"))
PICTURE, PAPER, PAGE = "tin-tuc/2020/03/anh.png", "tep/giay.pdf", "gioi-thieu.md"


@dataclass(frozen=True)
class Put:
    """Write a record, whether or not one is there."""

    uri: str
    values: Values
    text: str = ""

    def do(self, docs: Path) -> None:
        write_record(docs / self.uri, self.values, self.text)


@dataclass(frozen=True)
class PutFile:
    """Write a file that is no record, or no good one."""

    uri: str
    text: str

    def do(self, docs: Path) -> None:
        path = docs / self.uri
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(self.text, "utf-8")


@dataclass(frozen=True)
class Delete:
    """Delete a file, if it is there."""

    uri: str

    def do(self, docs: Path) -> None:
        (docs / self.uri).unlink(missing_ok=True)


@dataclass(frozen=True)
class Rename:
    """Rename a record within its folder, and note its old address or forget to."""

    uri: str
    slug: str
    noted: bool

    def do(self, docs: Path) -> None:
        old = docs / self.uri
        if not old.is_file() or (found := read_record(old)) is None:
            return
        values, text = found
        if self.noted:
            was = self.uri.removesuffix(".md") + "/"
            values["redirect_from"] = [*values.get("redirect_from", []), was]
        old.unlink()
        write_record(old.with_name(f"{self.slug}.md"), values, text)


@dataclass(frozen=True)
class Alter:
    """Change one value of a record, if it is there; None takes the key away."""

    uri: str
    key: str
    value: Any

    def do(self, docs: Path) -> None:
        path = docs / self.uri
        if not path.is_file() or (found := read_record(path)) is None:
            return
        values, text = found
        values.pop(self.key, None)
        if self.value is not None:
            values[self.key] = self.value
        write_record(path, values, text)


Edit = Put | PutFile | Delete | Rename | Alter


class _Dumper(yaml.SafeDumper):
    """Writes a value out each time, as editors must."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def record_text(values: Values, text: str) -> str:
    head = yaml.dump(values, Dumper=_Dumper, allow_unicode=True, sort_keys=False)
    return f"---\n{head}---\n\n{text}\n"


def write_record(path: Path, values: Values, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(record_text(values, text), "utf-8")


def parse_all(edits: Iterable[Edit]) -> dict[str, Record]:
    """Return src_uri → record of what is put; of two in one place the later, if it is right."""
    found: dict[str, Record] = {}
    for edit in edits:
        if isinstance(edit, Put):
            outcome = parse_record(edit.uri, record_text(edit.values, edit.text).encode())
            if isinstance(outcome, Record):
                found[edit.uri] = outcome
    return found


def read_record(path: Path) -> tuple[Values, str] | None:
    """Return what `write_record` wrote; None where somebody wrote something else."""
    parts = path.read_text("utf-8").split("---\n", 2)
    return (yaml.safe_load(parts[1]), parts[2].strip()) if len(parts) == 3 else None


def mend(docs: Path, told_of: Iterable[str]) -> None:
    """Do away with every file that is told of, and put back what was there in the beginning."""
    for uri in told_of:
        (docs / uri).unlink(missing_ok=True)
    for edit in BASE:
        if not (docs / edit.uri).exists():
            edit.do(docs)


BASE: tuple[Edit, ...] = (
    PutFile("index.md", "# Trang chủ\n"),
    PutFile(PAGE, "# Giới thiệu\n"),
    PutFile(PICTURE, "ảnh"),
    PutFile(PAPER, "giấy"),
    *(Put(f"to-chuc/{slug}.md", {"name": f"Cơ quan {slug}"}) for slug in BODIES),
    *(Put(f"chuyen-muc/{slug}.md", {"name": f"Mục {slug}"}) for slug in SECTIONS),
    Put("nguoi/le-an-2.md", {"name": "Lê An"}),
)


def rarely(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Draw nothing, three times out of four."""
    return st.one_of(st.none(), st.none(), st.none(), strategy)


def sometimes(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


def some_of(values: Sequence[str], size: int = 2) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(values), max_size=size, unique=True)


OLD_ADDRESSES = (
    *(f"cu/{number}" for number in range(9)),
    *("cu/mot", "cu/hai.aspx", "tin-tuc/2020/03/a-cu", "tin-tuc/2020/05", "to-chuc/vp"),
    *("xem.aspx?id=1", "xem.aspx?id=2", "/?p=%C4%91"),
)
LINKS = (
    *("../../../gioi-thieu.md", "../../../tep/giay.pdf", "../../2020/03/anh.png#a") * 3,
    *("../../../to-chuc/ban.md", "../../2020/03/a.md", "../../../van-ban/2020/p.md"),
)
mentions = st.sampled_from(
    [
        {"name": "Lê An", "positions": ["Trưởng ban"]},
        {"name": "Lê An", "positions": ["Ủy viên", "Bí thư"]},
        {"name": "Lê An", "former": ["nguyên Trưởng ban"]},
        {"name": "Trần Hoà"},
        {"name": "Trần Hòa", "positions": ["Phó ban"]},
        {"name": "Lê An", "id": "le-an-2"},
    ]
)
meetings = st.builds(
    lambda day, bodies, chairs, period: (
        {"date": day, "bodies": bodies, "chairs": chairs} | ({"period": period} if period else {})
    ),
    st.sampled_from(["2020-03-04", "2020-03-05"]),
    some_of(("ban", "vp")),
    some_of(("Trần Hoà", "Đỗ Chủ Tọa"), 1),
    st.none() | st.builds(lambda year: {"year": year, "months": "1-9"}, st.integers(2018, 2021)),
)
# Of two names, with and without a unit: the same ones meet in several reports.
figures = st.builds(
    lambda size, values, as_of: [
        {"name": name, "value": value} | ({"unit": "người"} if size % 2 else {"as_of": as_of})
        for name, value in zip(("Cán bộ nữ", "Hội viên"), values, strict=False)
    ],
    st.integers(0, 1),
    st.lists(st.sampled_from([0, 650, 12.5]), min_size=1, max_size=2),
    st.sampled_from(["2020-03-01", "2021-03-01"]),
)
# Spellings of one field, and another.
fields = st.lists(
    st.sampled_from(["Y tế", "y tế", "Y TẾ", "Giáo dục"]),
    min_size=1,
    max_size=2,
    unique_by=str.lower,
)
texts = st.builds(
    lambda word, links: " ".join([word, *(f"[xem]({link})" for link in links)]),
    st.sampled_from(
        [
            "",
            "Một đoạn.",
            "Đoạn *khác* của UB, VP.",
            "Đã hoàn thành việc giao tại mục 1 Thông báo số 2/TB-VP ngày 05/3/2020.",
            "Căn cứ Thông báo số 05/TB-VP năm 2020 và số 3/TB-VP.",
        ]
    ),
    st.one_of(st.just([]), st.just([]), some_of(LINKS)),
)
# Names that mean a body while it bears that name; the editor's word; a day; nothing at all.
conclusions = st.lists(
    st.sampled_from(
        [
            "Giao Văn phòng Ủy ban báo cáo trước ngày 30/12/2021.",
            "Đề nghị Cơ quan cu theo dõi, trong quý IV.",
            "Giao Ban Thử nghiệm chủ trì, phối hợp với Ban Thử nghiệm tỉnh Mẫu báo cáo.",
            "Giao Giám đốc Sở Y tế tỉnh và Sở Y tế rà soát.",
            'Việc khác.\n   {: to="vp" due="2021-06-30" }',
            'Việc *nữa*.\n   {: to="cu; Sở Mẫu" directive="assign" }',
            "Ghi nhận.",
            "Tiếp tục thực hiện mục 2 Thông báo số 1/TB-VP ngày 01/4/2020.",
            "Thông báo này thay thế Thông báo số 5/TB-VP ngày 05/3/2020.",
        ]
    ),
    min_size=1,
    max_size=3,
).map(lambda items: "Kết luận:\n\n" + "\n\n".join(f"{n}. {i}" for n, i in enumerate(items, 1)))
_changes = st.just([{"date": "2022-01-02", "note": "sửa"}])


def _values(**keys: Any) -> Values:
    return {key.rstrip("_"): value for key, value in keys.items() if value not in (None, [])}


def _dated(**keys: st.SearchStrategy[Any]) -> st.SearchStrategy[Values]:
    return st.builds(
        _values,
        title=st.sampled_from(["Họp", "Kết luận", "Thông báo"]),
        bodies=some_of(BODIES),
        people=st.lists(mentions, max_size=2),
        meeting=sometimes(meetings),
        figures=sometimes(figures),
        field=sometimes(fields),
        status=st.sampled_from([None, None, None, "draft", "withdrawn"]),
        summary=rarely(st.sampled_from(["Tóm tắt một.", "Tóm tắt hai: VP."])),
        changes=rarely(_changes),
        redirect_from=rarely(some_of(OLD_ADDRESSES)),
        **keys,
    )


def _moments(month: str) -> st.SearchStrategy[str]:
    days = [f"{month.replace('/', '-')}-{day}" for day in ("01", "05", "05 08:30", "30")]
    return st.sampled_from(days)


def _articles(uri: str) -> st.SearchStrategy[Put]:
    values = _dated(
        date=_moments(uri[8:15]),
        section=st.sampled_from(SECTIONS),
        publisher=rarely(st.sampled_from(BODIES)),
        featured=rarely(st.just(True)),
        author=rarely(st.just("A.B")),
        time_verified=rarely(st.just(False)),
        photos=rarely(st.just([{"src": "../../2020/03/anh.png", "caption": "Ảnh"}])),
        attachments=rarely(st.just([{"src": "../../../tep/giay.pdf", "title": "Giấy"}])),
    )
    return st.builds(Put, st.just(uri), values, texts)


# Few, so that documents cite each other, and some bear the same number.
NUMBERS = [f"{n}/TB-VP" for n in (*range(1, 6), "05")]
cited = st.lists(
    st.sampled_from([*NUMBERS, "số 2 tb vp", "3/TB-VP năm 2020", "4/2021/TB-VP", "số 1"]),
    min_size=1,
    max_size=2,
    unique=True,
)


def _documents(uri: str) -> st.SearchStrategy[Put]:
    values = _dated(
        date=st.sampled_from([f"{uri[8:12]}-{day}" for day in ("03-05", "04-01")]),
        kind=st.sampled_from(["TB", "QĐ"]),
        number=st.sampled_from(NUMBERS),
        replaces=sometimes(cited),
        replaced_by=rarely(cited),
        issuer=st.sampled_from(BODIES),
        signer=rarely(st.just({"position": "PHÓ BAN", "name": "TRẦN HOÀ"})),
    )
    return st.builds(Put, st.just(uri), values, texts | conclusions)


bodies = st.builds(
    Put,
    st.sampled_from([f"to-chuc/{slug}.md" for slug in BODIES]),
    st.builds(
        _values,
        name=st.sampled_from(BODY_NAMES),
        short_names=some_of(("VSTB", "UB", "VP"), 1),
        parent=rarely(st.sampled_from(BODIES)),
        succeeded_by=sometimes(st.sampled_from(BODIES)),
        province=rarely(st.sampled_from(["Mẫu", "Sơn La"])),
        active=rarely(st.sampled_from([{"to": "2020-12-31"}, {"from": "2021-01-01"}])),
        redirect_from=rarely(some_of(OLD_ADDRESSES, 1)),
    ),
    st.sampled_from(["", "Lập năm 2001.", "[họp](../tin-tuc/2020/03/a.md)"]),
)
sections = st.builds(
    Put,
    st.sampled_from([f"chuyen-muc/{slug}.md" for slug in SECTIONS]),
    st.builds(_values, name=st.sampled_from(["Mục", "Chỉ đạo"]), order=rarely(st.just(1))),
)
people = st.builds(
    Put,
    st.sampled_from([f"nguoi/{slug}.md" for slug in PEOPLE]),
    st.builds(_values, name=st.just("Lê An"), note=rarely(st.just("người khác"))),
)
articles = st.sampled_from(ARTICLES).flatmap(_articles)
documents = st.sampled_from(DOCUMENTS).flatmap(_documents)
alterations = st.one_of(
    *(
        st.builds(Alter, st.sampled_from((*ARTICLES, *DOCUMENTS)), st.just(key), values)
        for key, values in {
            "status": st.sampled_from([None, "draft", "withdrawn"]),
            "title": st.sampled_from(["Họp", "Họp lại"]),
            "people": st.one_of(st.none(), st.lists(mentions, min_size=1, max_size=2)),
            "bodies": st.one_of(st.none(), some_of(BODIES)),
            "meeting": st.one_of(st.none(), meetings),
            "replaces": st.one_of(st.none(), cited),
            "number": st.sampled_from(NUMBERS),
            "figures": st.one_of(st.none(), figures),
            "field": st.one_of(st.none(), fields),
        }.items()
    )
)
deletions = st.builds(Delete, st.sampled_from((*ARTICLES, *DOCUMENTS)))
renamings = st.builds(
    Rename, st.sampled_from(ARTICLES), st.sampled_from((*SLUGS, "a-moi")), st.booleans()
)
# What may spoil other records: what they link or refer to goes, or somebody stands in the way.
dangers = st.one_of(
    st.builds(
        Delete,
        st.sampled_from(
            [PICTURE, PAPER, PAGE, "to-chuc/cu.md", "chuyen-muc/y.md", "nguoi/le-an-2.md"]
        ),
    ),
    st.sampled_from(
        [
            PutFile(PICTURE, "ảnh khác"),
            PutFile(PAPER, "giấy"),
            PutFile(PAGE, "# Giới thiệu\n"),
            PutFile("tin-tuc/2020/03/a.md", ""),
            PutFile("tin-tuc/2020/03/b.md", "---\ntitle: A\n---\n"),
            PutFile("tin-tuc/2020/03/c/index.html", "tĩnh"),
            PutFile("cu/mot/index.html", "tĩnh"),
            PutFile("van-ban/2021/index.html", "tĩnh"),
            Delete("tin-tuc/2020/03/c/index.html"),
            Delete("cu/mot/index.html"),
            Delete("van-ban/2021/index.html"),
        ]
    ),
)
edits: st.SearchStrategy[Edit] = st.one_of(
    *(articles, articles, articles, documents, documents),
    *(bodies, sections, people, alterations, alterations, deletions, renamings, dangers),
)
puts = st.one_of(articles, articles, articles, documents, bodies, sections, people)
# What is written before the first build, and what is done between two builds.
beginnings = st.lists(
    st.one_of(articles, articles, articles, documents, bodies), min_size=6, max_size=14
)
sessions = st.lists(edits, min_size=1, max_size=4)
