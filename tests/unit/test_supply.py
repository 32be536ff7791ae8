"""What is installed is known to the byte, and its licences are noted."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from importlib.metadata import metadata
from pathlib import Path
from typing import Any

import pytest
import yaml
from bantin.checking.pipelines import PLACES, read_pipeline

PROJECT = Path(__file__).resolve().parents[2]
LISTS = PROJECT / "scripts" / "requirements"
PINNED = {
    "site.in": PROJECT / "requirements.txt",
    "import.in": LISTS / "import.txt",
    "tests.in": PROJECT / "tests" / "requirements.txt",
    "lock.in": LISTS / "lock.txt",
}
# Each bill of materials, and the lists that it tells of.
BILLS = {"site.cdx.json": ("site.in",), "import.cdx.json": ("site.in", "import.in")}
# Packages whose licence is free words, which the bill leaves out; and these words.
FREE_WORDS = {"pypdfium2": "BSD-3-Clause, Apache-2.0, dependency licenses"}
# Copyleft that would reach this project or an office's own changes.
STRONG_COPYLEFT = re.compile(r"\b(?:A?GPL|GNU (?:Affero )?General Public)")


def normal(name: str) -> str:
    """The one spelling of a package's name.

    Source: https://packaging.python.org/en/latest/specifications/name-normalization/
    """
    return re.sub(r"[-_.]+", "-", name).lower()


def pins(path: Path) -> dict[str, str]:
    found = re.findall(r"^([\w.-]+)==([^\s;\\]+)", path.read_text("utf-8"), re.MULTILINE)
    return {normal(name): version for name, version in found}


def requirements(path: Path) -> list[str]:
    """Each requirement with its hashes, in one line."""
    text = re.sub(r"^\s*#.*\n", "", path.read_text("utf-8"), flags=re.MULTILINE)
    return [one for one in text.replace("\\\n", " ").splitlines() if one.strip()]


@pytest.mark.parametrize("name", PINNED)
def test_every_pinned_package_has_hashes(name: str) -> None:
    """pip refuses a list in which one requirement has none."""
    lines = requirements(PINNED[name])
    assert len(lines) > 20
    assert [one for one in lines if not re.search(r"==\S+ .*--hash=sha256:[0-9a-f]{64}", one)] == []


@pytest.mark.parametrize("name", PINNED)
def test_what_we_ask_for_is_what_is_pinned(name: str) -> None:
    asked, pinned = pins(LISTS / name), pins(PINNED[name])
    assert asked
    assert asked.items() <= pinned.items()


@pytest.mark.parametrize(
    ("wider", "narrower"),
    [("tests.in", "site.in"), ("import.in", "site.in"), ("tests.in", "import.in")],
)
def test_lists_that_are_installed_together_agree(wider: str, narrower: str) -> None:
    first, second = pins(PINNED[narrower]), pins(PINNED[wider])
    common = first.keys() & second.keys()
    assert common
    assert {name: second[name] for name in common} == {name: first[name] for name in common}


@pytest.mark.parametrize("bill", BILLS)
def test_a_bill_of_materials_is_that_of_the_pinned_packages(bill: str) -> None:
    told = {normal(one["name"]): one["version"] for one in components(bill)}
    pinned = {key: one for name in BILLS[bill] for key, one in pins(PINNED[name]).items()}
    assert told == pinned


def components(bill: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((LISTS / bill).read_text("utf-8"))["components"]
    return found


def licences(component: dict[str, Any]) -> list[str]:
    """The licences of a component of the bill, by CycloneDX's names; of a choice, what we take."""
    found = []
    for one in component.get("licenses", []):
        licence = one.get("license", {})
        told = one.get("expression") or licence.get("id") or licence.get("name") or ""
        found.append(freest(told))
    return [one for one in found if one]


def freest(expression: str) -> str:
    """The licence of a choice ("A OR B") that binds least; any other expression as it is."""
    if "(" in expression or " AND " in expression:
        return expression
    return next(
        (one for one in expression.split(" OR ") if not STRONG_COPYLEFT.search(one)), expression
    )


@pytest.mark.parametrize("bill", BILLS)
def test_every_package_has_a_licence_that_an_office_can_take(bill: str) -> None:
    told = {one["name"]: licences(one) for one in components(bill)}
    silent = [name for name, found in told.items() if not found]
    assert [name for name in silent if metadata(name)["License"] != FREE_WORDS.get(name)] == []
    assert [name for name, found in told.items() if STRONG_COPYLEFT.search(" ".join(found))] == []


def test_a_licence_that_binds_is_noticed() -> None:
    assert STRONG_COPYLEFT.search("AGPL-3.0-only")
    assert STRONG_COPYLEFT.search("GNU General Public License v3")
    assert not STRONG_COPYLEFT.search("LGPL-3.0")
    assert freest("GPL-2.0-only OR MPL-1.1") == "MPL-1.1"
    for bound in ("GPL-2.0-only", "MIT AND GPL-2.0-only", "AGPL-3.0-only OR GPL-3.0-only"):
        assert STRONG_COPYLEFT.search(freest(bound))


def actions_of(told: Any) -> list[str]:
    """Every action that a recipe uses."""
    if isinstance(told, dict):
        own = [told["uses"]] if "uses" in told else []
        return [*own, *(one for value in told.values() for one in actions_of(value))]
    if isinstance(told, list):
        return [one for item in told for one in actions_of(item)]
    return []


@pytest.mark.parametrize("host", [host for host in PLACES if host != "gitlab"])
def test_a_recipe_names_its_actions_by_commit(host: str) -> None:
    """A tag can be moved to other code; a commit cannot."""
    actions = actions_of(yaml.load(read_pipeline(host), yaml.BaseLoader))
    assert actions
    assert [one for one in actions if not re.search(r"@[0-9a-f]{40}$", one)] == []
    noted = re.findall(r"uses: \S+@[0-9a-f]{40}  # v[\d.]+$", read_pipeline(host), re.MULTILINE)
    assert len(noted) == len(actions)


def test_the_project_has_a_licence() -> None:
    assert "Apache License" in (PROJECT / "LICENSE").read_text("utf-8")
    assert 'license = "Apache-2.0"' in (PROJECT / "pyproject.toml").read_text("utf-8")


@pytest.mark.parametrize(("argument", "code"), [("--help", 0), ("-h", 0), ("--la", 2), ("a", 2)])
def test_asked_what_it_does_lock_pins_nothing(argument: str, code: int) -> None:
    command = [sys.executable, str(PROJECT / "scripts" / "lock.py"), argument]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == code
    said, silent = (done.stdout, done.stderr) if code == 0 else (done.stderr, done.stdout)
    assert "cách dùng: lock.py" in said
    assert silent == ""
