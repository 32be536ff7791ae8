"""Damaged archives, and what reader, check, hook and build say of each.

A case is a small sound archive with a few damages, drawn by a number: the same number makes the
same case. Whoever judges it is asked through the library, as the commands ask it.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from bantin.checking.check import check_records
from bantin.checking.tree import DocsTree
from bantin.errors import Problem
from bantin.outputs.addresses import is_left_out
from bantin.outputs.refused_files import refuse_file
from bantin.records.docs_listing import list_record_uris
from bantin.records.reader import read_record

from tests.attack.damages import (
    BLOCKS,
    FILES,
    KEYS,
    NAMES,
    ODD,
    OLD_ADDRESSES,
    TARGETS,
    VALUES,
)
from tests.attack.runs import CROWD
from tests.unit.archive import Archive

# File, line, field, message: a person sees no more of an error but its remedy.
Told = tuple[str, int, str, str]

SOUND = {
    "index.md": "# Trang chủ\n",
    "gioi-thieu.md": "# Giới thiệu\n",
    "tep/giay.pdf": "%PDF-1.4",
    "tin-tuc/2020/03/anh.png": "ảnh",
    "chuyen-muc/x.md": "---\nname: Mục x\n---\n",
    "to-chuc/ban.md": "---\nname: Ban Mẫu\nparent: vp\nshort_names: [BM]\n---\n\nLập năm 2001.\n",
    "to-chuc/vp.md": "---\nname: Văn phòng Mẫu\nredirect_from: [cu/vp]\n---\n",
    "to-chuc/cu.md": "---\nname: Ban Cũ\nsucceeded_by: ban\n---\n",
    "nguoi/le-an-2.md": "---\nname: Lê An\nnote: người khác\n---\n",
    "tin-tuc/2020/03/a.md": (
        "---\ntitle: Ban họp\ndate: 2020-03-05 08:30\nsection: x\nbodies: [ban]\npublisher: vp\n"
        "people:\n  - name: Trần Hoà\n    positions: [Trưởng ban]\n"
        "meeting:\n  date: 2020-03-04\n  bodies: [ban]\n  chairs: [Trần Hoà]\n"
        "photos:\n  - src: anh.png\n    alt: Ảnh\nattachments:\n"
        "  - src: ../../../tep/giay.pdf\n    title: Giấy\n"
        "figures:\n  - name: Hội viên\n    value: 12\nredirect_from: [cu/a, xem.aspx?id=1]\n---\n\n"
        "## Kết quả\n\nXem [thông báo](../../../van-ban/2020/p.md) và [bài sau](../04/b.md#muc).\n"
    ),
    "tin-tuc/2020/04/b.md": (
        "---\ntitle: Bài sau\ndate: 2020-04-01\nsection: x\n"
        "redirect_from: [tin-tuc/2020/04/b-cu/]\n"
        "---\n\n## Mục {: #muc }\n\nXem [bài trước](../03/a.md), [trang](../../../gioi-thieu.md).\n"
    ),
    "van-ban/2020/p.md": (
        "---\nkind: TB\nnumber: 1/TB-VP\ntitle: Kết luận\ndate: 2020-03-06\nissuer: vp\n"
        "signer:\n  position: PHÓ BAN\n  name: TRẦN HOÀ\nreplaces: [9/TB-VP]\n"
        "meeting:\n  date: 2020-03-04\n  bodies: [ban]\n---\n\nKết luận:\n\n"
        '1. Giao Ban Mẫu báo cáo trước ngày 30/12/2021.\n   {: to="ban" due="2021-12-30" }\n'
        "2. Ghi nhận.\n"
    ),
    "van-ban/2020/q.md": (
        "---\nkind: QĐ\nnumber: 2/QĐ-VP\ntitle: Quyết định\ndate: 2020-04-01\nissuer: ban\n"
        "---\n\nĐiều 1.\n"
    ),
}
DAMAGED_COPIES = 0.8
RECORDS = tuple(uri for uri in SOUND if "/" in uri and uri.endswith(".md"))


@dataclass(frozen=True)
class Verdicts:
    """The errors that each judge tells of an archive, without remedies."""

    reader: frozenset[Told]
    check: frozenset[Told]
    named: frozenset[Told]
    build: frozenset[Told]


def told(problems: Iterable[Problem]) -> frozenset[Told]:
    return frozenset((one.path, one.line, one.field, one.message) for one in problems)


def judge(root: Path) -> Verdicts:
    """Ask everybody about the archive in a folder."""
    archive = Archive(root)
    tree = DocsTree.of_folder(archive.docs)
    moved = tree.other_uris | {".luot-xem/tong.tsv"}
    found = [read_record(archive.docs, uri) for uri in list_record_uris(archive.docs)]
    # The engine's adapter looks into ordinary pages; an archive is built here without the engine.
    pages = [
        fault
        for uri in tree.other_uris
        if uri.endswith(".md") and not is_left_out(uri, tree.other_uris)
        for fault in refuse_file(tree.path_of(uri), uri)
    ]
    return Verdicts(
        told(one for outcome in found if isinstance(outcome, list) for one in outcome),
        told(check_records(tree).problems),
        told(check_records(tree, frozenset(tree.stamps), moved=moved).problems),
        told([*archive.build().problems, *pages]),
    )


def write(root: Path, files: dict[str, bytes]) -> None:
    for uri, content in files.items():
        path = root / "docs" / uri
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        except OSError:
            continue  # another file stands in the way, or the system has no such name


def make_files(number: int) -> dict[str, bytes]:
    """Return src_uri → content of a case, with one to four damages; of -1 the sound archive."""
    dice = random.Random(number)
    files = {uri: text.encode() for uri, text in SOUND.items()}
    if number < 0:
        return files
    for _ in range(dice.choice((1, 1, 1, 2, 2, 3, 4))):
        dice.choice(DAMAGES)(files, dice)
    for place in range(CROWD):
        files |= make_copy(dice, place)
    return files


def make_copy(dice: random.Random, place: int) -> dict[str, bytes]:
    """Return one more record under a name of its own, most of them damaged."""
    uri = dice.choice([uri for uri in RECORDS if uri.startswith(("tin-tuc", "van-ban"))])
    sound = re.sub(r"(number: )\d+", rf"\g<1>{place + 10}", SOUND[uri])
    text = re.sub(r"(redirect_from: ).*", rf"\g<1>[cu/dong-{place}]", sound).encode()
    alone = {uri: text}
    if dice.random() < DAMAGED_COPIES:
        dice.choice(DAMAGES_WITHIN)(alone, dice)
    return {f"{uri.rpartition('/')[0]}/dong-{place}.md": alone.get(uri, text)}


Damage = Callable[[dict[str, bytes], random.Random], None]


def _record(files: dict[str, bytes], dice: random.Random) -> str:
    return dice.choice([uri for uri in files if uri in RECORDS] or ["to-chuc/vp.md"])


def _edit(files: dict[str, bytes], uri: str, edit: Callable[[str], str]) -> None:
    text = files.get(uri, b"---\nname: X\n---\n").decode("utf-8", "surrogateescape")
    files[uri] = edit(text).encode("utf-8", "surrogatepass")


def insert_odd(files: dict[str, bytes], dice: random.Random) -> None:
    odd = dice.choice(ODD)

    def edit(text: str) -> str:
        at = dice.randrange(len(text) + 1)
        return text[:at] + odd + text[at:]

    _edit(files, _record(files, dice), edit)


def spoil_bytes(files: dict[str, bytes], dice: random.Random) -> None:
    uri = _record(files, dice)
    raw = files.get(uri, b"")
    at = dice.randrange(len(raw) + 1)
    files[uri] = (
        raw[:at] + dice.choice((b"\xff", b"\xc3", b"\xed\xa0\x80", b"\x00", b"")) + raw[at + 1 :]
    )


def cut_short(files: dict[str, bytes], dice: random.Random) -> None:
    uri = _record(files, dice)
    raw = files.get(uri, b"")
    files[uri] = raw[: dice.randrange(len(raw) + 1)]


def drop_line(files: dict[str, bytes], dice: random.Random) -> None:
    def edit(text: str) -> str:
        lines = text.split("\n")
        del lines[dice.randrange(len(lines))]
        return "\n".join(lines)

    _edit(files, _record(files, dice), edit)


def leave_unfinished(files: dict[str, bytes], dice: random.Random) -> None:
    """Make a draft that lacks a key or two, sometimes where drafts without a day lie."""
    uri = _record(files, dice)
    keys = dice.sample(("title", "date", "section", "kind", "number", "issuer"), 2)

    def edit(text: str) -> str:
        lines = [line for line in text.split("\n") if not line.startswith(f"{keys[0]}:")]
        written = [f"{keys[1]}:" if line.startswith(f"{keys[1]}:") else line for line in lines]
        return _add_key("\n".join(written), "status: draft")

    _edit(files, uri, edit)
    if dice.random() < 0.5 and uri in files:
        folder, _, name = uri.partition("/")
        files[f"{folder}/chua-ro-ngay/{name.rpartition('/')[2]}"] = files.pop(uri)


def double_line(files: dict[str, bytes], dice: random.Random) -> None:
    def edit(text: str) -> str:
        lines = text.split("\n")
        at = dice.randrange(len(lines))
        return "\n".join([*lines[:at], lines[at], *lines[at:]])

    _edit(files, _record(files, dice), edit)


def change_value(files: dict[str, bytes], dice: random.Random) -> None:
    value = dice.choice(VALUES)

    def edit(text: str) -> str:
        lines = text.split("\n")
        marked = [at for at, line in enumerate(lines) if ":" in line]
        if marked:
            at = dice.choice(marked)
            lines[at] = f"{lines[at].partition(':')[0]}: {value}"
        return "\n".join(lines)

    _edit(files, _record(files, dice), edit)


def _add_key(text: str, line: str) -> str:
    head, mark, rest = text.partition("---\n")
    return f"{head}{mark}{line}\n{rest}"


def add_key(files: dict[str, bytes], dice: random.Random) -> None:
    line = f"{dice.choice(KEYS)}: {dice.choice(VALUES)}"
    _edit(files, _record(files, dice), lambda text: _add_key(text, line))


def add_old_address(files: dict[str, bytes], dice: random.Random) -> None:
    written = "\n".join(
        f"  - '{dice.choice(OLD_ADDRESSES)}'" for _ in range(dice.choice((1, 1, 2)))
    )

    def edit(text: str) -> str:
        kept = "\n".join(line for line in text.split("\n") if "redirect_from" not in line)
        return _add_key(kept, f"redirect_from:\n{written}")

    _edit(files, _record(files, dice), edit)


def add_link(files: dict[str, bytes], dice: random.Random) -> None:
    target = dice.choice(TARGETS)
    form = dice.choice(
        ("[x]({})", "![x]({})", '<a href="{}">x</a>', "<img src='{}'>", "[x]: {}\n\n[x]")
    )
    _edit(files, _record(files, dice), lambda text: f"{text}\n{form.format(target)}\n")


def add_block(files: dict[str, bytes], dice: random.Random) -> None:
    block = dice.choice(BLOCKS)
    _edit(files, _record(files, dice), lambda text: f"{text}\n{block}\n")


def lose_file(files: dict[str, bytes], dice: random.Random) -> None:
    files.pop(dice.choice(sorted(files)), None)


def rename(files: dict[str, bytes], dice: random.Random) -> None:
    files[dice.choice(NAMES)] = files.pop(_record(files, dice), b"---\nname: X\n---\n")


def copy(files: dict[str, bytes], dice: random.Random) -> None:
    files[dice.choice(NAMES)] = files.get(_record(files, dice), b"---\nname: X\n---\n")


def add_file(files: dict[str, bytes], dice: random.Random) -> None:
    files[dice.choice(FILES)] = dice.choice((b"", b"x", b"\xff", b"# 2020-01-01 2020-01-02\n"))


def swap_parent(files: dict[str, bytes], dice: random.Random) -> None:
    key, target = dice.choice(("parent", "succeeded_by")), dice.choice(("ban", "vp", "cu", "la"))
    _edit(
        files,
        dice.choice(("to-chuc/ban.md", "to-chuc/vp.md")),
        lambda t: _add_key(t, f"{key}: {target}"),
    )


def other_name(files: dict[str, bytes], dice: random.Random) -> None:
    pairs = (
        ("Trần Hoà", "Trần Hòa"),
        ("TRẦN HOÀ", "TRÂN HOÀ"),
        ("Lê An", "Lê Ân"),
        ("1/TB-VP", "2/QĐ-VP"),
    )
    old, new = dice.choice(pairs)
    _edit(files, _record(files, dice), lambda text: text.replace(old, new, 1))


DAMAGES_WITHIN: tuple[Damage, ...] = (
    *(insert_odd, insert_odd, spoil_bytes, cut_short, drop_line, double_line),
    *(leave_unfinished, leave_unfinished),
    *(
        change_value,
        change_value,
        add_key,
        add_old_address,
        add_old_address,
        add_link,
        add_link,
        add_block,
    ),
)
DAMAGES: tuple[Damage, ...] = (
    *DAMAGES_WITHIN,
    *(lose_file, rename, copy, add_file, add_file, swap_parent, other_name),
)
