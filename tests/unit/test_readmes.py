"""What READMEs and the editors' guide name is there: files, commands, options, keys, packages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from bantin.minutes.directives import LABELS
from bantin.minutes.overrides import KEYS
from bantin.records.kinds import document_kinds
from bantin.records.models import RECORD_TYPES, Record
from bantin.text.slug import slugify
from bantin.writing.guide import PARTS

PROJECT = Path(__file__).resolve().parents[2]
PACKAGE = PROJECT / "hooks" / "bantin"
GUIDE = PROJECT / "docs" / "huong-dan"
READMES = sorted(
    path
    for folder in ("hooks/bantin", "tests/bench")
    for path in (PROJECT / folder).rglob("*.md")
    if "themes" not in path.parts
)
DOCUMENTS = [PROJECT / "README.md", *READMES]
PAGES = sorted(GUIDE.glob("*.md"))
KEYS_PAGE = GUIDE / "tra-cuu-khoa.md"
# Keys of mkdocs.yml.
OTHER_KEYS = {"theme", "logo"}

_BLOCK = re.compile(r"^ *```(?P<language>\w*)\n(?P<text>.*?)^ *```$", re.MULTILINE | re.DOTALL)
_SPAN = re.compile(r"`([^`\n]+)`")
_LINK = re.compile(r"(?<!`)\]\((?!https?:)([^)\s]+)\)")
_PATH = re.compile(r"[\w.-]+(?:/[\w.-]+)*/?")
_SOURCE = (".py", ".html", ".css", ".js", ".md")
# Names that stand for an editor's own, and folders that a command makes.
_MADE_UP = re.compile(
    r"docs/(?:tin-tuc/2021/10/ten-|(?:chuyen-muc|to-chuc)/ten-|nguoi/|bieu-trung\.|\.luot-xem/|"
    r"tin-tuc/NĂM/|van-ban/NĂM/)|site/|\.md"
)
_SCRIPT = re.compile(r"(?:python3 |(?<![\w/]))scripts/(\w+)\.py")
_MODULE = re.compile(r"python -m (tests[\w.]+)")
_OPTION = re.compile(r"(?<!\S)--([a-z][a-z-]*)")


def names(path: Path) -> str:
    return path.relative_to(PROJECT).as_posix()


def prose(path: Path) -> str:
    return _BLOCK.sub("", path.read_text("utf-8"))


def blocks(path: Path, language: str) -> list[str]:
    found = _BLOCK.finditer(path.read_text("utf-8"))
    return [match["text"] for match in found if match["language"] == language]


def rows(text: str) -> Iterator[list[str]]:
    """Yield the cells of every row of every table, heads too."""
    for line in text.split("\n"):
        if line.startswith("| "):
            yield [cell.strip() for cell in line.strip("| ").split(" | ")]


def part(path: Path, title: str) -> str:
    """Return what stands under a heading of the second level."""
    return path.read_text("utf-8").split(f"\n## {title}\n")[1].split("\n## ")[0]


def missing_links(path: Path) -> list[str]:
    missing = []
    for href in _LINK.findall(prose(path)):
        target, _, fragment = href.partition("#")
        file = path.parent / target if target else path
        headings = re.findall(r"^#+ (.+)$", prose(file), re.MULTILINE) if fragment else []
        if not file.exists() or (fragment and fragment not in map(slugify, headings)):
            missing.append(href)
    return missing


def missing_paths(path: Path) -> list[str]:
    """Return the files of this project that a document names and that are not there."""
    roots = (PROJECT, PACKAGE, path.parent)
    named = []
    for span in _SPAN.findall(prose(path)):
        if not _PATH.fullmatch(span) or _MADE_UP.match(span):
            continue
        first = span.split("/")[0]
        is_ours = any((root / first).is_dir() for root in roots) and "/" in span
        if span.endswith(_SOURCE) or is_ours:
            named.append(span)
    return [name for name in named if not any((root / name).exists() for root in roots)]


def missing_commands(path: Path) -> list[str]:
    """Return the commands, and their options, that a document names and that are not there."""
    missing = []
    text = path.read_text("utf-8")
    lines = [line for block in _BLOCK.finditer(text) for line in block["text"].split("\n")]
    for line in [*lines, *_SPAN.findall(prose(path))]:
        command = line.split("  #")[0]
        sources = [PROJECT / "scripts" / f"{name}.py" for name in _SCRIPT.findall(command)]
        for module in _MODULE.findall(command):
            at = PROJECT / Path(*module.split("."))
            sources.append(at / "__main__.py" if at.is_dir() else at.with_suffix(".py"))
        for source in sources:
            told = source.read_text("utf-8") if source.exists() else ""
            if "bantin.command_line" in told:
                # Options that several commands have.
                told += (PACKAGE / "command_line.py").read_text("utf-8")
            options = _OPTION.findall(command)
            if not told or not all(f'"--{one}"' in told or f'"{one}":' in told for one in options):
                missing.append(line)
    return missing


def test_the_readme_is_short() -> None:
    assert (PROJECT / "README.md").stat().st_size <= 10_000


def test_every_readme_is_reached_from_the_first() -> None:
    reached = [PROJECT / "README.md"]
    for path in reached:
        targets = {(path.parent / href.partition("#")[0]) for href in _LINK.findall(prose(path))}
        found = {target.resolve() for target in targets}
        reached += [one for one in READMES if one in found and one not in reached]
    assert [names(path) for path in READMES if path not in reached] == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=names)
def test_links_of_a_readme_lead_somewhere(path: Path) -> None:
    assert missing_links(path) == []


@pytest.mark.parametrize("path", [*DOCUMENTS, *PAGES], ids=names)
def test_files_that_are_named_are_there(path: Path) -> None:
    assert missing_paths(path) == []


@pytest.mark.parametrize("path", [*DOCUMENTS, *PAGES], ids=names)
def test_commands_that_are_named_are_there(path: Path) -> None:
    assert missing_commands(path) == []


def test_the_map_shows_what_is_there() -> None:
    [drawn] = [block for block in blocks(PROJECT / "README.md", "") if "hooks/" in block]
    columns = (re.split(r" {2,}", line.strip())[0] for line in drawn.split("\n"))
    shown = [name for column in columns for name in column.split()]
    assert "publish.py" in shown
    roots = (PROJECT, PROJECT / "hooks", PACKAGE)
    assert [one for one in shown if not any((root / one).exists() for root in roots)] == []
    rooms = {f"{path.parent.name}/" for path in PACKAGE.glob("*/__init__.py")}
    assert rooms <= set(shown)


def test_the_rooms_of_the_package_are_all_told_of() -> None:
    told = set(_SPAN.findall(part(PACKAGE / "README.md", "The rooms")))
    assert {f"{path.parent.name}/" for path in PACKAGE.glob("*/__init__.py")} <= told


def test_the_table_of_dependencies_names_the_packages_that_we_use() -> None:
    pinned = []
    for name in ("site.in", "import.in", "tests.in"):
        own = (
            (PROJECT / "scripts" / "requirements" / name).read_text("utf-8").split("# Held back")[0]
        )
        pinned += re.findall(r"^([\w.-]+)==", own, re.MULTILINE)
    table = rows(part(PROJECT / "README.md", "Dependencies"))
    named = [name for cells in table for name in cells[0].split(", ")]
    assert sorted(named[1:]) == sorted(pinned)
    assert all(cells[2] for cells in table)


def test_the_guide_leads_to_all_of_its_pages() -> None:
    linked = set(_LINK.findall(prose(GUIDE / "index.md")))
    assert {path.name for path in PAGES} - linked == {"index.md"}


def test_the_guide_tells_every_key_of_every_kind_of_record() -> None:
    titles = ("Tin", "Văn bản", "Cơ quan", "Chuyên mục", "Người")
    for title, record_type in zip(titles, RECORD_TYPES, strict=True):
        told = [cells[0] for cells in rows(part(KEYS_PAGE, title))][1:]
        assert sorted(told) == sorted(keys_as_told(record_type))


def test_the_guide_tells_every_key_within_a_key() -> None:
    told = [(cells[0], cells[1]) for cells in rows(part(KEYS_PAGE, "Các khóa bên trong"))][1:]
    expected = []
    for key, models in PARTS.items():
        for model in models:
            above = f"`{key}`" if model is models[0] else f"`{key}: {model.__name__.lower()}`"
            expected += [(above, one) for one in keys_as_told(model)]
    assert sorted(told) == sorted(expected)


def test_the_guide_tells_every_kind_of_document() -> None:
    told = [tuple(cells) for cells in rows(part(KEYS_PAGE, "Các loại văn bản"))][1:]
    assert told == [(f"`{code}`", name) for code, name in document_kinds().items()]


def test_the_guide_tells_every_key_below_a_conclusion() -> None:
    told = dict(list(rows(part(GUIDE / "van-ban.md", "Việc gì, giao ai, hạn nào")))[1:])
    assert {key.split("=")[0] for key in told} == {f"`{key}" for key in KEYS}
    kinds = told['`directive="…"`']
    assert all(f"`{code}` {label.lower()}" in kinds for code, label in LABELS.items())


@pytest.mark.parametrize("path", PAGES, ids=names)
def test_keys_that_the_guide_names_are_keys(path: Path) -> None:
    spans = _SPAN.findall(prose(path))
    named = {match[1] for span in spans if (match := re.match(r"([a-z_]+):(?: |$)", span))}
    named -= {"javascript", "data"}  # Of addresses.
    for block in blocks(path, "yaml"):
        named |= set(keys_within(yaml.safe_load(block.strip("-\n").split("\n---")[0])))
    assert named - all_keys() - OTHER_KEYS == set()


def keys_as_told(model: type) -> list[str]:
    """Return the keys of a model as the guide writes them: those that must be given stand out."""
    fields = model.model_fields  # type: ignore[attr-defined]
    keys = {field.alias or name: field.is_required() for name, field in fields.items()}
    keys.pop("file", None) if issubclass(model, Record) else None
    return [f"**`{key}`**" if required else f"`{key}`" for key, required in keys.items()]


def all_keys() -> set[str]:
    models = [*RECORD_TYPES, *(model for group in PARTS.values() for model in group)]
    return {key.strip("*`") for model in models for key in keys_as_told(model)}


def keys_within(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        yield from value
        for inner in value.values():
            yield from keys_within(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from keys_within(inner)
