"""Names and old addresses that no system can hold are told with file and line, before a build."""

from __future__ import annotations

from pathlib import Path

import pytest
from bantin.errors import Problem
from bantin.records.models import Record
from bantin.records.reader import LONGEST_NAME, parse_record, parse_unsaved, read_record

from tests.unit.archive import Archive


def body(*old: str) -> str:
    lines = "".join(f"  - '{one}'\n" for one in old)
    return f"---\nname: Ban\nredirect_from:\n{lines}---\n"


@pytest.mark.parametrize(
    ("old", "told"),
    [
        ("d" * 256, "tối đa 255 byte"),
        ("cu/" + "d" * 256, "tối đa 255 byte"),
        ("d" * 256 + "/", "tối đa 255 byte"),
        ("d" * 256 + "/index.html", "tối đa 255 byte"),
        ("d" * 300 + "/x.aspx?id=1", "tối đa 255 byte"),
        ("ệ" * 86, "tối đa 255 byte"),
        ("%E1%BB%87" * 86, "tối đa 255 byte"),
        ("😀" * 64, "tối đa 255 byte"),
        ("/".join(["d"] * 2000), "tối đa 100 phần giữa các dấu /, ở đây là 2000"),
        ("/".join(["d"] * 101), "tối đa 100 phần"),
        ("/".join(["d" * 200] * 20), "tối đa 2000 byte"),
        ("xem.aspx?id=" + "1" * 2000, "tối đa 2000 byte"),
        ("/?" + "1" * 5000, "tối đa 2000 byte"),
    ],
)
def test_an_old_address_that_no_system_holds_is_told(old: str, told: str) -> None:
    (problem,) = parse_record("to-chuc/ban.md", body("cu", old).encode())  # type: ignore[misc]
    assert isinstance(problem, Problem)
    assert (problem.line, problem.field) == (5, "redirect_from[2]")
    assert told in problem.message
    assert len(problem.message) < 200
    assert "xóa dòng này" in problem.hint


@pytest.mark.parametrize(
    "old",
    [
        "d" * 255,
        "d" * 255 + "/",
        "cu/" + "d" * 255 + "/cuoi/",
        "ệ" * 85,
        "%E1%BB%87" * 85,
        "/".join(["d"] * 100),
        "/".join(["d" * 199] * 10),
        "xem.aspx?id=" + "1" * 1900,
    ],
)
def test_the_longest_old_address_is_built(tmp_path: Path, old: str) -> None:
    archive = Archive(tmp_path)
    path = archive.docs / "to-chuc" / "ban.md"
    path.parent.mkdir(parents=True)
    path.write_text(body(old), "utf-8")
    assert archive.build().problems == ()


@pytest.mark.parametrize("folder", ["tin-tuc/2020/03", "van-ban/2020", "to-chuc", "nguoi"])
@pytest.mark.parametrize("length", [LONGEST_NAME + 1, 240, 252])
def test_a_record_with_too_long_a_name_is_told(tmp_path: Path, folder: str, length: int) -> None:
    uri = f"{folder}/{'d' * length}.md"
    path = tmp_path / uri
    path.parent.mkdir(parents=True)
    path.write_text("---\nname: X\n---\n", "utf-8")
    (problem,) = read_record(tmp_path, uri)  # type: ignore[misc]
    assert isinstance(problem, Problem)
    assert problem.path == uri
    assert f"tên tệp dài {length} ký tự" in problem.message
    assert f"tối đa {LONGEST_NAME} ký tự" in problem.hint
    assert parse_unsaved(uri, "---\nname: X\n---\n") == [problem]


def test_records_with_the_longest_name_are_built(tmp_path: Path) -> None:
    name = "d" * LONGEST_NAME
    archive = Archive(tmp_path)
    head = "title: T\ndate: 2020-03-04"
    meeting = f"meeting:\n  date: 2020-03-04\n  bodies: [{name}]"
    for uri, text in {
        f"to-chuc/{name}.md": "name: Ban",
        f"chuyen-muc/{name}.md": "name: Mục",
        f"nguoi/{name}.md": "name: Lê An",
        f"tin-tuc/2020/03/{name}.md": f"{head}\nsection: {name}\n{meeting}\n"
        f"people:\n  - name: Lê An\n    id: {name}",
        f"van-ban/2020/{name}.md": f"{head}\nkind: TB\nnumber: 1/TB-X\nissuer: {name}\n{meeting}",
    }.items():
        path = archive.docs / uri
        path.parent.mkdir(parents=True)
        task = f'\n1. Việc.\n   {{: to="{name}" due="2020-05-01" }}\n' if "van-ban" in uri else ""
        path.write_text(f"---\n{text}\n---\n{task}", "utf-8")
        assert isinstance(read_record(archive.docs, uri), Record)
    outcome = archive.build()
    assert outcome.problems == ()
    assert any(name in path for path in outcome.made)
