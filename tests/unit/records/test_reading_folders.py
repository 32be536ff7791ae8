"""Which files are records, and what a folder of them gives."""

from __future__ import annotations

from pathlib import Path

import pytest
from bantin.records.docs_listing import list_record_uris
from bantin.records.docs_names import is_record_uri
from bantin.records.models import Article, Body
from bantin.records.reader import find_line, read_records
from bantin.records.registry import Registry, suggest

from tests.unit.samples import article, body, person, record_set, section

BODY = "---\nname: Cơ quan\n---\n"


def plant(root: Path, *uris: str, text: str = BODY) -> None:
    for uri in uris:
        path = root / uri
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def test_record_files_are_listed_in_order_and_nothing_else(tmp_path: Path) -> None:
    wanted = ["nguoi/a.md", "tin-tuc/2021/10/b.md", "to-chuc/c.MD", "to-chuc/d.markdown"]
    plant(tmp_path, *wanted)
    plant(tmp_path, "index.md", "khac/a.md", "to-chuc/e.txt", "to-chuc/.f.md", "nguoi/.an/g.md")
    assert list_record_uris(tmp_path) == wanted
    assert list_record_uris(tmp_path / "khong-co") == []


def test_linked_folders_are_listed_but_not_entered(tmp_path: Path) -> None:
    plant(tmp_path / "ngoai", "a.md")
    plant(tmp_path / "docs", "to-chuc/b.md")
    (tmp_path / "docs" / "to-chuc" / "lien").symlink_to(tmp_path / "ngoai")
    (tmp_path / "docs" / "nguoi").symlink_to(tmp_path / "ngoai")
    assert list_record_uris(tmp_path / "docs") == ["nguoi", "to-chuc/b.md", "to-chuc/lien"]
    messages = {p.path: p.message for p in read_records(tmp_path / "docs").problems}
    assert set(messages) == {"nguoi", "to-chuc/lien"}
    assert all("symlink" in message for message in messages.values())


@pytest.mark.parametrize(
    ("uri", "expected"),
    [
        ("to-chuc/a.md", True),
        ("to-chuc/Sai Chỗ/a.md", True),
        ("to-chuc/a.markdown", True),
        ("to-chuc/a.png", False),
        ("to-chuc.md", False),
        ("index.md", False),
    ],
)
def test_markdown_in_a_record_folder_is_a_record(uri: str, expected: bool) -> None:
    assert is_record_uri(uri) is expected


def test_one_bad_file_costs_no_other(tmp_path: Path) -> None:
    plant(tmp_path, "to-chuc/a.md", "to-chuc/c.md")
    plant(tmp_path, "to-chuc/b.md", text="")
    found = read_records(tmp_path)
    assert [record.slug for record in found.of_type(Body)] == ["a", "c"]
    assert [problem.path for problem in found.problems] == ["to-chuc/b.md"]


def test_only_asked_for_files_are_read(tmp_path: Path) -> None:
    plant(tmp_path, "to-chuc/a.md", "to-chuc/b.md")
    assert [r.slug for r in read_records(tmp_path, ["to-chuc/b.md"]).records] == ["b"]


def test_line_of_a_key_is_found_again(tmp_path: Path) -> None:
    plant(tmp_path, "to-chuc/a.md", text="---\nname: A\nshort_names:\n  - B\n---\n")
    assert find_line(tmp_path, "to-chuc/a.md", ("short_names", 0)) == 4
    assert find_line(tmp_path, "to-chuc/a.md", ("short_names", 7)) == 3
    assert find_line(tmp_path, "to-chuc/khong-co.md", ("name",)) == 0


def test_kinds_are_told_apart() -> None:
    records = record_set(article("a"), person("b", "B"))
    assert [type(item) for item in records.of_type(Article)] == [Article]
    assert records.documents == ()
    registry = records.registry()
    assert set(registry.bodies) == {"vp", "ban"}
    assert set(registry.sections) == {"chi-dao"}
    assert set(registry.people) == {"b"}


def registry_of(*bodies: object) -> Registry:
    return Registry.of(bodies, [section()], [])  # type: ignore[arg-type]


def test_ancestors_go_up_and_stop_at_a_circle_or_an_unknown() -> None:
    registry = registry_of(
        body("a", "parent: b"),
        body("b", "parent: c"),
        body("c", "parent: a"),
        body("d", "parent: x"),
    )
    assert [one.slug for one in registry.ancestors("a")] == ["b", "c"]
    assert list(registry.ancestors("d")) == []
    assert list(registry.ancestors("khong-co")) == []


def test_predecessors_are_those_that_name_it_successor() -> None:
    registry = registry_of(body("c", "succeeded_by: a"), body("b", "succeeded_by: a"), body("a"))
    assert [one.slug for one in registry.predecessors("a")] == ["b", "c"]


def test_unknown_slug_gets_the_nearest_known_one() -> None:
    assert suggest("ban-mao", ["ban-mau", "ubnd"]) == "có phải là “ban-mau”?"
    assert "tạo tệp" in suggest("xyz", ["ban-mau"])
