"""The conversation: each step is a question, asked again until the answer is right.

Prints and reads nothing itself: the caller hands in two functions for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from bantin.errors import AnswerError
from bantin.writing.answers import TYPES, Answers, Choices
from bantin.writing.docs_folder import DocsFolder
from bantin.writing.parse import choose, clean
from bantin.writing.pattern import describe_pattern
from bantin.writing.steps import STEPS, Step

# Longer lists scroll away. Then the editor types a part of the name.
MOST_LISTED = 30
# The answer "none", where Enter alone would take a proposal.
PASS = "-"

_Value = TypeVar("_Value")
Ask = Callable[[str], str]
Tell = Callable[[str], None]


def ask_all(docs: DocsFolder, ask: Ask, tell: Tell) -> tuple[str, Answers]:
    """Ask for everything a record needs.

    Args:
        docs: the records there are.
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
    answers = Answers(docs, TYPES[kind][0])
    for step in STEPS[answers.record_type]:
        if not step.is_asked or not step.applies(answers):
            continue
        if step.name == "pattern" and answers.pattern:
            tell(describe_pattern(answers.pattern))
        value = _ask_step(step, answers, ask, tell)
        if value is not None:
            answers.given[step.name] = value
        answers.look_for_pattern()
    return kind, answers


def _ask_step(step: Step, answers: Answers, ask: Ask, tell: Tell) -> object:
    """Return the answer to a step; None for Enter alone where no answer is needed."""
    default = step.default(answers)

    def read(written: str) -> object:
        if written == PASS and not step.required:
            return None
        if not (written or default):
            if step.required:
                raise AnswerError("chưa trả lời; mục này bắt buộc")
            return None
        return step.read(written or default, answers)

    _show(step.choices(answers), tell)
    shown = f" [{default}]" if default else "" if step.required else " [Enter: bỏ qua]"
    if default and not step.required:
        shown = f" [{default}; {PASS}: bỏ qua]"
    return _repeat(f"{step.question}{shown}", read, ask, tell)


def _repeat(question: str, read: Callable[[str], _Value], ask: Ask, tell: Tell) -> _Value:
    """Ask until the answer is right."""
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
