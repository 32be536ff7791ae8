"""Makes, repairs and enters the project's own Python environment, for the scripts.

Uses the standard library only, because it runs before anything is installed.
"""

# Python 3.6 must read this file and every script, to get as far as the message. So they have no
# `from __future__ import annotations`, no `:=` and no `match`.
import signal
import sys

OLDEST_PYTHON = (3, 11)


def refuse_python(version: "tuple[int, ...]") -> str:
    """Return why a Python (major, minor) is too old for the project; "" when it is not."""
    if version >= OLDEST_PYTHON:
        return ""
    return (
        "Lỗi: cần Python {}.{} trở lên, máy đang dùng Python {}.{}.\n"
        "Hãy cài bản mới từ https://www.python.org/downloads/ rồi chạy lại bằng bản đó.\n"
    ).format(*(OLDEST_PYTHON + version))


_REFUSAL = refuse_python(tuple(sys.version_info[:2]))
if _REFUSAL:
    # As bytes: an old Python writes ASCII only where the system names no language.
    sys.stderr.buffer.write(_REFUSAL.encode("utf-8"))
    sys.stderr.flush()
    raise SystemExit(1)

if sys.platform != "win32":
    # Ctrl-C waits until `command` answers it. While files are loading, Python would answer with a
    # traceback.
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})

from .entering import command, run  # noqa: E402 - an old Python cannot read the other files
from .installing import PIP_OPTIONS, PROJECT, Level, python_of  # noqa: E402

__all__ = ["OLDEST_PYTHON", "PIP_OPTIONS", "PROJECT", "Level", "command", "python_of", "run"]
