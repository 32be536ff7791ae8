"""Turns options of the command into answers, and tells all their faults at once."""

from __future__ import annotations

from collections.abc import Mapping

from bantin.errors import AnswerError
from bantin.writing.answers import TYPES, Answers, default_slug
from bantin.writing.docs_folder import DocsFolder
from bantin.writing.parse import clean
from bantin.writing.pattern import describe_pattern
from bantin.writing.steps import STEPS, Step

# Option → the option that it needs.
_NEEDS = {"meeting": "body", "period": "meeting"}
# Defaults without an option. An editor who is asked would press Enter.
_TAKEN_AS_READ = ("date", "pattern", "slug", "kind")


def read_type(written: str) -> str:
    """Return the name of a type of record.

    Raises:
        AnswerError: there is none of this name.
    """
    if written not in TYPES:
        raise AnswerError(f"không có loại bản ghi “{written}”; dùng một trong: {', '.join(TYPES)}")
    return written


def read_options(docs: DocsFolder, options: Mapping[str, str]) -> tuple[Answers | None, list[str]]:
    """Read options.

    Args:
        docs: the records there are.
        options: name of a step, or "type" → what was written; what was not given is left out.

    Returns:
        The answers and what is wrong, in Vietnamese, each beginning with its option; without
        answers when not even the type is known.
    """
    try:
        record_type, told = TYPES[read_type(options.get("type", "tin"))]
    except AnswerError as error:
        return None, [f"--type: {error}"]
    answers = Answers(docs, record_type)
    steps = STEPS[record_type]
    known = {"type", *(step.name for step in steps)}
    problems = [
        f"--{name}: không dùng cho loại “{told}”; bỏ lựa chọn này"
        for name in options
        if name not in known
    ]
    for step in steps:
        try:
            _take(step, answers, options)
        except AnswerError as error:
            problems.append(f"--{step.name}: {error}")
        answers.look_for_pattern()
    return answers, problems


def _take(step: Step, answers: Answers, options: Mapping[str, str]) -> None:
    written = clean(options.get(step.name, ""))
    if step.name in options:
        if not written:
            raise AnswerError("để trống; ghi giá trị hoặc bỏ lựa chọn này")
        if not step.applies(answers):
            if _NEEDS.get(step.name) in options:  # which is wrong, and told of
                return
            raise AnswerError(_unfit(step))
    elif step.applies(answers) and step.name in _TAKEN_AS_READ:
        written = step.default(answers)
    if written:
        answers.given[step.name] = step.read(written, answers)
    elif step.name == "slug":
        _refuse_wordless(answers, options)
    elif step.required and step.applies(answers):
        raise AnswerError(_missing(step, answers))


def _refuse_wordless(answers: Answers, options: Mapping[str, str]) -> None:
    """Refuse a title that makes no file name; one that is missing or wrong is told of already."""
    if answers.given.get("title") and "number" not in options and not default_slug(answers):
        raise AnswerError("tiêu đề không có chữ hay số nào để đặt tên tệp; ghi --slug ten-tep")


def _missing(step: Step, answers: Answers) -> str:
    told = f"thiếu; {step.question[:1].lower()}{step.question[1:]}"
    choices = list(step.choices(answers))
    if choices:
        told += f": {', '.join(choices[:8])}{', …' if len(choices) > 8 else ''}"
    pattern = answers.followed
    if step.name == "title" and pattern:
        told += f". {describe_pattern(pattern)}"
        told += f"; kỳ này có thể ghi “{near}”" if (near := step.default(answers)) else ""
    return told


def _unfit(step: Step) -> str:
    return {
        "meeting": "cần --body nói cơ quan nào họp",
        "period": "cần --meeting nói ngày họp",
    }.get(step.name, "không có bài kỳ trước nào để làm mẫu")
