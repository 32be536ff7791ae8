"""The text of a new record: answers as front matter, every other key as a comment.

An explanation begins with "# " and a word. Any other line with "#" in front is front matter: it
counts once an editor deletes the mark.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bantin.records.front_matter import write_front_matter
from bantin.records.models import Article, Document, Record
from bantin.writing.guide import EXAMPLES, Sample, explain

_HEAD = (
    "# Các dòng “# …” là lời giải thích. Dòng có # đứng liền trước tên khóa là khóa chưa dùng:",
    "# muốn dùng thì điền rồi xóa dấu # ở đầu mọi dòng của khóa ấy, giữ nguyên chỗ thụt vào.",
)
_TEXTS: Mapping[type[Record], str] = {
    Article: "<!-- Viết nội dung bài dưới dòng này. -->",
    Document: "<!-- Viết nội dung dưới dòng này; mỗi kết luận một mục đánh số ở đầu dòng: "
    "1. …, 2. … -->",
}


@dataclass(frozen=True, slots=True)
class Draft:
    """A record to be written.

    Attributes:
        record_type: its kind.
        src_uri: its place in docs/, POSIX.
        values: key → plain value, the editor's answers.
        proposals: key → plain value, written as comments; `meeting` has a mapping.
        notes: key → the text above it, besides its explanation.
        body: slug for the examples.
    """

    record_type: type[Record]
    src_uri: str
    values: Mapping[str, Any]
    proposals: Mapping[str, Any] = field(default_factory=dict)
    notes: Mapping[str, Sequence[str]] = field(default_factory=dict)
    body: str = "ten-co-quan"

    @property
    def url(self) -> str:
        """Address relative to the site's root."""
        return self.src_uri.removesuffix(".md") + "/"


def compose(draft: Draft, *, day: str) -> str:
    """Return the text of the record's file.

    Args:
        draft: the record.
        day: YYYY-MM-DD, for the examples.
    """
    sample = Sample(day, draft.body)
    lines = ["---", *_HEAD]
    for key in EXAMPLES[draft.record_type]:
        lines += ["#", f"# {explain(draft.record_type, key)}"]
        lines += [f"# {note}" for note in draft.notes.get(key, ())]
        lines += _block(draft, key, sample)
    text = _TEXTS.get(draft.record_type)
    return "\n".join([*lines, "---", "", *([text, ""] if text else [])])


def _block(draft: Draft, key: str, sample: Sample) -> Iterator[str]:
    example = sample.of(draft.record_type, key)
    if key not in draft.values:
        proposed = draft.proposals.get(key)
        # A meeting's proposals alone are no meeting: its date is missing.
        dumped = _dump(key, proposed) if proposed and key != "meeting" else example
        yield from (f"#{line}" for line in dumped)
        return
    yield from _dump(key, draft.values[key])
    if key == "meeting":
        proposed = draft.proposals.get(key, {})
        for below, lines in _below(example):
            if below in draft.values[key]:
                continue
            if below in proposed:
                lines = [f"  {line}" for line in _dump(below, proposed[below])]
            yield from (f"#{line}" for line in lines)


def _below(example: Sequence[str]) -> list[tuple[str, list[str]]]:
    """Split an example into (key, its lines), for the keys one step in."""
    parts: list[tuple[str, list[str]]] = []
    above: list[str] = []
    for line in example[1:]:
        if line.startswith("  # "):
            above.append(line)
            continue
        if line[2] != " ":
            parts.append((line.strip().partition(":")[0], above))
            above = []
        parts[-1][1].append(line)
    return parts


def _dump(key: str, value: Any) -> list[str]:
    return write_front_matter({key: value}, "").strip().split("\n")[1:-1]
