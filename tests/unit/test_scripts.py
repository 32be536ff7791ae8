"""Our scripts as the build sends them: without comments and blanks, and saying the same."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]

SCRIPTS = sorted((PROJECT / "hooks/bantin/theme/assets").rglob("*.js"))
# The build's tool takes the inner of two templates for code, and loses its blanks.
NESTED = re.compile(r"`[^`\\]*\$\{[^{}`]*`")


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_no_template_stands_within_another(path: Path) -> None:
    assert not NESTED.search(path.read_text("utf-8"))


def test_a_template_within_another_is_found() -> None:
    assert NESTED.search("`A:${shown(`b: ${c}`)}`")
    assert not NESTED.search("[`A: ${b}`, `c: ${d}`, `${e}`]")
