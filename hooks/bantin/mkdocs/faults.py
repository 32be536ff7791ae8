"""What a build, or a part of one, found wrong, as plain data. Knows no engine and no browser."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bantin.errors import Problem


@dataclass(frozen=True, slots=True)
class BuildFaults:
    """What a build found wrong.

    Attributes:
        problems: they kept the build from being shown.
        warnings: the build is shown, but would not be published.
    """

    problems: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()


def count_in_words(problems: Iterable[Problem], noun: str) -> str:
    """Return "3 lỗi trong 2 tệp", or "1 lỗi" where no file is to blame."""
    problems = tuple(problems)
    files = len({problem.path for problem in problems if problem.path})
    return f"{len(problems)} {noun}" + (f" trong {files} tệp" if files else "")
