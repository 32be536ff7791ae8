"""The conversation: each step a question, asked again with the reason until the answer will do.

Prints and reads nothing itself: what to do so with is handed in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from bantin.errors import AnswerError
from bantin.writing.parse import choose, clean
from bantin.writing.pattern import describe_pattern
from bantin.writing.progress import TYPES, Choices, Progress
from bantin.writing.site import Site
from bantin.writing.steps import STEPS, Step

# Longer lists scroll away: of these the editor types a part of the name.
MOST_LISTED = 30
# Answers that there is none, where a mere Enter would take a proposal.
PASS = "-"

_Value = TypeVar("_Value")
Ask = Callable[[str], str]
Tell = Callable[[str], None]


def ask_all(site: Site, ask: Ask, tell: Tell) -> tuple[str, Progress]:
    """Ask for everything a record needs.

    Args:
        site: the archive.
        ask: shows a prompt and returns the answer's line; EOFError when there are no more.
        tell: shows a line.

    Returns:
        The name of the type, and the answers.
    """
    names = {name: (told,) for name, (_, told) in TYPES.items()}
    _show(names, tell)
    kind = _repeat(
        "Loại bản ghi [tin]", lambda written: choose(written or "tin", names, "loại"), ask, tell
    )
    progress = Progress(site, TYPES[kind][0])
    for step in STEPS[progress.record_type]:
        if not step.applies(progress):
            continue
        if step.name == "pattern" and progress.pattern:
            tell(describe_pattern(progress.pattern))
        value = _ask_step(step, progress, ask, tell)
        if value is not None:
            progress.given[step.name] = value
        progress.look_for_pattern()
    return kind, progress


def _ask_step(step: Step, progress: Progress, ask: Ask, tell: Tell) -> object:
    """Return the answer to a step; None for a mere Enter where nothing is needed."""
    default = step.default(progress)

    def read(written: str) -> object:
        if written == PASS and not step.required:
            return None
        if not (written or default):
            if step.required:
                raise AnswerError("chưa trả lời; mục này bắt buộc")
            return None
        return step.read(written or default, progress)

    _show(step.choices(progress), tell)
    shown = f" [{default}]" if default else "" if step.required else " [Enter: bỏ qua]"
    if default and not step.required:
        shown = f" [{default}; {PASS}: bỏ qua]"
    return _repeat(f"{step.question}{shown}", read, ask, tell)


def _repeat(question: str, read: Callable[[str], _Value], ask: Ask, tell: Tell) -> _Value:
    """Ask until the answer will do."""
    while True:
        try:
            return read(clean(ask(f"{question}: ")))
        except AnswerError as error:
            tell(f"  Chưa được: {error}.")


def _show(choices: Choices, tell: Tell) -> None:
    for line in _list(choices):
        tell(line)


def _list(choices: Choices) -> Iterator[str]:
    for number, (key, names) in enumerate(choices.items(), start=1):
        if number > MOST_LISTED:
            yield f"  … và {len(choices) - MOST_LISTED} mục nữa: gõ vài chữ trong tên để tìm"
            return
        yield f"  {number}. {names[0]} ({key})"
