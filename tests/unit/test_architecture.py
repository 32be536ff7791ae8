"""The house stands as DESIGN.md says, and the check that says so can fail."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.floors import find_violations, load_modules

PROJECT = Path(__file__).resolve().parents[2]

SOUND = {
    "hooks/publish.py": "from bantin.mkdocs.events import on_config\n",
    "hooks/bantin/__init__.py": "'''The publisher.'''\n",
    "hooks/bantin/errors.py": "'''Errors.'''\nimport dataclasses\n",
    "hooks/bantin/text/__init__.py": "'''Text.'''\nfrom ..errors import Problem\n",
    "hooks/bantin/text/fold.py": "'''Fold.'''\nfrom . import marks\nfrom .marks import x\n",
    "hooks/bantin/text/marks.py": "'''Marks.'''\n",
    "hooks/bantin/text/words.py": "'''Words.'''\nclass Mark: ...\n",
    "hooks/bantin/records/__init__.py": "'''Records.'''\nfrom bantin import errors, text\n",
    "hooks/bantin/records/folders.py": "'''Folders.'''\nNEWS = 'tin-tuc'\nPEOPLE = 'nguoi'\n",
    "hooks/bantin/records/ways.py": "'''In tin-tuc/.'''\nx = '?nguoi='\ny = 'tin-tuc.json'\n",
    "hooks/bantin/outputs/pages/home.py": "'''Home.'''\nfrom bantin.outputs.listings import x\n",
    "hooks/bantin/checking/__init__.py": "'''Checks.'''\nimport bantin.records\n",
    "hooks/bantin/mkdocs/events.py": "'''Events.'''\nimport mkdocs\nfrom bantin import building\n",
    "scripts/environment/__init__.py": "import os\nfrom .entering import run\n",
    "scripts/environment/entering.py": "import os\n",
    "scripts/check.py": "import rich\nimport environment\nfrom bantin.checking import check\n",
    "scripts/count.py": "from bantin.text import words\nwords.Mark()\n",
}


def plant(root: Path, files: dict[str, str]) -> None:
    for name, source in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(source, encoding="utf-8")


def test_project_holds_its_floors() -> None:
    assert find_violations(PROJECT) == []


def test_every_part_of_the_project_is_read() -> None:
    """A check that finds no files would pass for ever."""
    names = {module.name for module in load_modules(PROJECT)}
    assert {"publish", "bantin", "scripts.environment", "scripts.start", "scripts.test"} <= names
    assert any(name.startswith("bantin.mkdocs") for name in names)


def test_sound_tree_passes(tmp_path: Path) -> None:
    plant(tmp_path, SOUND)
    assert find_violations(tmp_path) == []


@pytest.mark.parametrize(
    ("path", "source", "why"),
    [
        ("hooks/bantin/text/bad.py", "import bantin.records", "floor 0"),
        ("hooks/bantin/text/bad.py", "from .. import records", "floor 0"),
        ("hooks/bantin/text/bad.py", "from ..records.models import A", "floor 0"),
        ("hooks/bantin/text/bad.py", "def f():\n    from bantin import catalog", "floor 0"),
        ("hooks/bantin/text/bad.py", "importlib.import_module('bantin.records')", "floor 0"),
        ("hooks/bantin/errors.py", "from bantin.text import fold", "floor 0"),
        ("hooks/bantin/errors.py", "from bantin.text import fold", "in a circle"),
        ("hooks/bantin/outputs/bad.py", "from bantin.building import plan", "floor 5"),
        ("hooks/bantin/outputs/bad.py", "from bantin.views import load", "services"),
        ("hooks/bantin/outputs/bad.py", "from bantin.mkdocs import nav", "adapter"),
        ("hooks/bantin/outputs/bad.py", "import mkdocs.config", "engine"),
        ("hooks/bantin/outputs/bad.py", "from material import x", "engine"),
        ("hooks/bantin/outputs/bad.py", "import publish", "above everything"),
        ("hooks/bantin/outputs/bad.py", "from scripts import environment", "imports scripts"),
        ("hooks/bantin/outputs/bad.py", "import environment", "imports scripts"),
        ("hooks/bantin/views/bad.py", "from bantin.rendering import x", "stands on"),
        ("hooks/bantin/views/bad.py", "from bantin.importing import x", "stands on"),
        ("hooks/bantin/__init__.py", "from bantin.errors import Problem", "stays empty"),
        ("hooks/bantin/odd.py", "", "on no floor"),
        ("hooks/bantin/outputs/odd/bad.py", "", "on no floor"),
        ("hooks/publish.py", "from bantin.records import load", "only wire"),
        ("hooks/publish.py", "import yaml", "only wire"),
        ("scripts/bad.py", "import check", "not each other"),
        ("scripts/bad.py", "from mkdocs.config import load_config", "MkDocs itself"),
        ("scripts/bad.py", "import publish", "not its hooks"),
        ("hooks/bantin/text/marks.py", "from bantin.text import fold", "in a circle"),
        (
            "hooks/bantin/text/marks.py",
            "if TYPE_CHECKING:\n    from bantin.text.fold import Fold",
            "in a circle",
        ),
        ("hooks/bantin/text/bad.py", "class Mark: ...", "has the name of one in"),
        ("hooks/bantin/text/bad.py", "def f():\n    class _Mark: ...", "has the name of one in"),
        ("hooks/bantin/text/bad.py", "def alone(): ...", "nothing uses"),
        ("hooks/bantin/text/bad.py", "__all__ = ['Alone']\nclass Alone: ...", "nothing uses"),
        ("hooks/bantin/views/bad.py", "x = 'tin-tuc'", "names folders"),
        ("hooks/bantin/views/bad.py", "def f(slug):\n    return f'nguoi/{slug}/'", "names folders"),
        ("hooks/bantin/views/bad.py", "x = 'có trong nguoi/, ở đó'", "names folders"),
        ("hooks/bantin/views/bad.py", "x = r'(?:tin-tuc|khac)/.*'", "names folders"),
        ("hooks/bantin/outputs/data/bad.py", "from bantin.outputs.pages import x", "may know"),
        ("hooks/bantin/outputs/listings/bad.py", "from ..pages import bodies", "may know"),
        ("hooks/bantin/outputs/pages/bad.py", "from ..discovery.feeds import x", "may know"),
        ("scripts/bad.py", "\n" * 401, "401 lines"),
        ("tests/unit/test_bad.py", "\n" * 401, "401 lines"),
    ],
)
def test_planted_violation_is_found(tmp_path: Path, path: str, source: str, why: str) -> None:
    plant(tmp_path, SOUND | {path: f"'Bad.'{source}" if source.isspace() else f"'Bad.'\n{source}"})
    found = find_violations(tmp_path)
    assert any(
        why in line and line.startswith((path, "packages", "files", "hooks/bantin/text/words.py"))
        for line in found
    ), found


def test_module_without_docstring_is_found(tmp_path: Path) -> None:
    plant(tmp_path, SOUND | {"hooks/bantin/text/bad.py": "import re\n"})
    assert find_violations(tmp_path) == ["hooks/bantin/text/bad.py:1: no docstring"]


def test_longest_allowed_file_passes(tmp_path: Path) -> None:
    plant(tmp_path, SOUND | {"scripts/long.py": "\n" * 400})
    assert find_violations(tmp_path) == []
