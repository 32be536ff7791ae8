"""How a value of front matter is refused and shown: in Vietnamese, with what to do."""

from __future__ import annotations

from pydantic_core import PydanticCustomError

_LONGEST_SHOWN = 40


def shown(written: str) -> str:
    """Return a value as a message shows it: its beginning, and "…" for the rest of a long one."""
    return f"{written[:_LONGEST_SHOWN]}…" if len(written) > _LONGEST_SHOWN else written


def refused(kind: str, message: str, hint: str) -> PydanticCustomError:
    """Return the error of a value.

    Args:
        kind: what should stand there, such as "day"; for programs.
        message: what is wrong.
        hint: what to do.
    """
    # Braces would be read as placeholders of a message template.
    return PydanticCustomError(kind, "{message}", {"message": message, "hint": hint})
