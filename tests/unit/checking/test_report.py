"""A report shows what it quotes without obeying it, in each of its formats."""

from __future__ import annotations

import json

import pytest
from bantin.checking.check import Findings
from bantin.checking.report import FORMATS
from bantin.errors import Problem

EVIL = "a\x1b[2J\x1b]0;b\x07\x9bc\u202ed\u2028e\r\0\udcfff"
PROBLEM = Problem(f"tin-tuc/{EVIL}.md", 3, EVIL, f"giá trị {EVIL}", f"bỏ {EVIL}", 4)
FINDINGS = Findings(1, (PROBLEM,), (PROBLEM,))


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_reaches_the_terminal_raw(name: str) -> None:
    told = "\n".join(FORMATS[name](FINDINGS, "docs"))
    assert not [char for char in told if char not in "\n" and not char.isprintable()]
    assert "[2J" in told
    told.encode()


def test_programs_find_the_file_by_its_true_name() -> None:
    told = json.loads("\n".join(FORMATS["json"](FINDINGS, "docs")))
    assert told["problems"][0]["file"] == f"docs/{PROBLEM.path}"
    assert told["problems"][0]["message"] == PROBLEM.message


def test_each_annotation_is_one_line() -> None:
    error, warning, _ = "\n".join(FORMATS["github"](FINDINGS, "docs")).split("\n")
    assert error.startswith("::error file=docs/tin-tuc/a\\x1b[2J")
    assert warning.startswith("::warning ")
