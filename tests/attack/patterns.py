"""Every regular expression of the library, with how it is used."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import bantin

# These look for a match at one place only; the others anywhere.
_AT_ONE_PLACE = {"match", "fullmatch"}


@dataclass(frozen=True)
class Used:
    """A regular expression.

    Attributes:
        name: "text.dates._DAY"; one in a table has its place there: "checking.markup._FORMS[3]".
        pattern: the expression.
        calls: names of the methods that its module calls: {"match"}; any for one in a table.
    """

    name: str
    pattern: re.Pattern[str]
    calls: frozenset[str]

    def run(self, text: str) -> None:
        """Do with a text what the module does with it; look everywhere when that is not known."""
        if not self.calls or self.calls - _AT_ONE_PLACE:
            for _ in self.pattern.finditer(text):
                pass
        for name in self.calls & _AT_ONE_PLACE:
            getattr(self.pattern, name)(text)


def all_patterns() -> list[Used]:
    """Return the expressions that modules keep, each once, by name."""
    found: dict[re.Pattern[str], Used] = {}
    for module in _modules():
        short = module.__name__.removeprefix("bantin.")
        calls = _calls(module)
        for name, value in vars(module).items():
            for place, pattern in _within(value):
                used = Used(f"{short}.{name}{place}", pattern, calls.get(name, frozenset()))
                if pattern not in found or (not place and name in calls):
                    found[pattern] = used
    return sorted(found.values(), key=lambda one: one.name)


def _modules() -> Iterator[ModuleType]:
    for one in pkgutil.walk_packages(bantin.__path__, "bantin."):
        if not one.name.startswith("bantin.mkdocs"):
            yield importlib.import_module(one.name)


def _calls(module: ModuleType) -> dict[str, frozenset[str]]:
    """Return, for names of a module, the methods that the module calls or hands on."""
    tree = ast.parse(Path(str(module.__file__)).read_text("utf-8"))
    calls: dict[str, set[str]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            calls.setdefault(node.value.id, set()).add(node.attr)
    return {name: frozenset(found - {"pattern", "flags"}) for name, found in calls.items()}


def _within(value: Any, place: str = "") -> Iterator[tuple[str, re.Pattern[str]]]:
    if isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            yield place, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _within(inner, f"{place}[{key!r}]")
    elif isinstance(value, list | tuple | set | frozenset):
        for at, inner in enumerate(value):
            yield from _within(inner, f"{place}[{at}]")
