"""The exception tree, `Problem`, which tells an editor what is wrong, and how both are printed.

Knows nothing of records, pages or MkDocs.

    BantinError                 any error this library raises on purpose
    ├── ProblemsError           editors' mistakes, collected: carries every Problem
    ├── SettingsError           a setting in mkdocs.yml is wrong
    ├── ImportRefusedError      a captured text cannot become a record
    ├── AnswerError             an editor's answer or choice cannot make a record
    ├── LockHeldError           another process holds a lock
    ├── BuildRunningError       another build of the same site is running
    ├── PublishError            the disk refused a read or a write of the build
    └── StoreError              the store of the last build is unusable (rebuilt, never fatal)
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

# In characters; a Problem with its place and its remedy, or another error.
LONGEST_MESSAGE = 500
_LONGEST_PLACE = 110
_LONGEST_FIELD = 60


def printable(text: str) -> str:
    r"""Return text that a terminal shows and does not obey: "\x1b" for an escape character.

    Line feeds and tabs stay. What is written so stays as it is when it comes here again.
    """
    if text.isprintable():
        return text
    return "".join(
        char if char.isprintable() or char in "\n\t" or _is_space(char) else _escape(char)
        for char in text
    )


def shorten(text: str, longest: int) -> str:
    """Return a text of at most so many characters: "…" stands for what is left out between."""
    if len(text) <= longest:
        return text
    tail = longest // 3
    return f"{text[: longest - tail - 1]}…{text[-tail:]}"


def _is_space(char: str) -> bool:
    return unicodedata.category(char) == "Zs"


def _escape(char: str) -> str:
    return (
        char.encode("ascii", "backslashreplace").decode()
        if char > "\x7f"
        else f"\\x{ord(char):02x}"
    )


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing an editor got wrong, in Vietnamese.

    Field, message and hint hold nothing that a terminal obeys. Together with the place they have at
    most `LONGEST_MESSAGE` characters: what they quote may be anything.

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

    def __post_init__(self) -> None:
        field, message, hint = map(_one_line, (self.field, self.message, self.hint))
        object.__setattr__(self, "field", shorten(field, _LONGEST_FIELD))
        object.__setattr__(self, "message", "")
        room = LONGEST_MESSAGE - len(self._told) - (len(_REMEDY) + 1 if hint else 0)
        message = shorten(message, max(room - len(hint), room * 2 // 3))
        object.__setattr__(self, "message", message)
        object.__setattr__(self, "hint", shorten(hint, room - len(message)))

    def __str__(self) -> str:
        return f"{self._told}{_REMEDY}{_close(self.hint)}" if self.hint else self._told

    @property
    def shown_path(self) -> str:
        """The path as it can be printed."""
        return shorten(_one_line(self.path), _LONGEST_PLACE)

    @property
    def _told(self) -> str:
        where = f"{self.shown_path}:{self.line}" if self.line else self.shown_path
        where += f":{self.column}" if self.column else ""
        what = f"[{self.field}] {self.message}" if self.field else self.message
        return f"{where}: {_close(what)}"


_REMEDY = "\n    Cách sửa: "


def _one_line(text: str) -> str:
    return printable(text).replace("\n", r"\n").replace("\t", r"\t")


def _close(sentence: str) -> str:
    return sentence if sentence.endswith(("?", "…")) else f"{sentence}."


class BantinError(Exception):
    """Base of every error this library raises on purpose."""

    def __str__(self) -> str:
        return shorten(printable(super().__str__()), LONGEST_MESSAGE)


class ProblemsError(BantinError):
    """All mistakes of editors, in the order in which a person would mend them."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))

    def __str__(self) -> str:
        return "\n".join(map(str, self.problems))


class SettingsError(BantinError):
    """A setting in mkdocs.yml is missing or of the wrong form."""


class ImportRefusedError(BantinError):
    """A captured text is unreadable or of no known form; the message says what is expected."""


class AnswerError(BantinError):
    """An answer cannot be used; the message, in Vietnamese, says why and gives a good answer."""


class LockHeldError(BantinError):
    """Another process holds a lock; the message is that holder's note, for programs."""


class BuildRunningError(BantinError):
    """Another build of the same site is running; the message names it and says what to do."""


class PublishError(BantinError):
    """The disk refused a read or a write of the build; the message says where and why."""


class StoreError(BantinError):
    """The store of the last build cannot be used."""
