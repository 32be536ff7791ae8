"""The exception tree, and `Problem`, which tells an editor what is wrong.

Knows nothing of records, pages or MkDocs.

    BantinError                 any error this library raises on purpose
    ├── ProblemsError           editors' mistakes, collected: carries every Problem
    ├── SettingsError           a setting in mkdocs.yml is wrong
    ├── ImportRefusedError      a captured text cannot become a record
    ├── AnswerError             an editor's answer or choice cannot make a record
    ├── BuildRunningError       another build of the same site is running
    ├── PublishError            the disk refused a read or a write of the build
    └── StoreError              the store of the last build is unusable (rebuilt, never fatal)
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing an editor got wrong, in Vietnamese.

    Attributes:
        path: file as the editor knows it, POSIX, relative to the project or docs folder.
        line: 1-based line in that file; 0 when the file as a whole is meant.
        field: front-matter key, dotted for nested keys; "" when none is meant.
        message: what is wrong; a sentence without its full stop.
        hint: what to do about it; a sentence without its full stop, a question, or "".
        column: 1-based character in that line; 0 when the line as a whole is meant.
    """

    path: str
    line: int
    field: str
    message: str
    hint: str = ""
    column: int = 0

    def __str__(self) -> str:
        where = self.path if self.line == 0 else f"{self.path}:{self.line}"
        where += f":{self.column}" if self.column else ""
        what = f"[{self.field}] {self.message}" if self.field else self.message
        told = f"{where}: {_close(what)}"
        return f"{told}\n    Cách sửa: {_close(self.hint)}" if self.hint else told


def _close(sentence: str) -> str:
    return sentence if sentence.endswith(("?", "…")) else f"{sentence}."


class BantinError(Exception):
    """Base of every error this library raises on purpose."""


class ProblemsError(BantinError):
    """All mistakes of editors, in the order in which a person would mend them."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))


class SettingsError(BantinError):
    """A setting in mkdocs.yml is missing or of the wrong form."""


class ImportRefusedError(BantinError):
    """A captured text is unreadable or of no known form; the message says what is expected."""


class AnswerError(BantinError):
    """An answer cannot be used; the message, in Vietnamese, says why and gives a good answer."""


class BuildRunningError(BantinError):
    """Another build of the same site is running; the message names it and says what to do."""


class PublishError(BantinError):
    """The disk refused a read or a write of the build; the message says where and why."""


class StoreError(BantinError):
    """The store of the last build cannot be used."""
