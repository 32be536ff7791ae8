"""The views of each record on this site: one small file of totals in docs/.

`scripts/views.py` writes it, and every build reads it. Knows nothing of logs. Views at an old
portal stand in the front matter and are no part of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from bantin.errors import Problem, ProblemsError
from bantin.records import folders
from bantin.text.normalize import split_lines

# Hidden: the engine does not publish hidden files.
FOLDER = ".luot-xem"
TOTALS = "tong.tsv"
# `Seen.lately` counts so many days, the newest counted one included.
LATELY_DAYS = 30

_HEAD = re.compile(r"# (\d{4}-\d\d-\d\d) (\d{4}-\d\d-\d\d)")
_ROW = re.compile(rf"((?:{'|'.join(folders.DATED)})/[^\t]+/)\t(\d+)\t(\d+)")
_HINT = "xoá tệp này rồi chạy lại scripts/views.py với một nhật ký bất kỳ, máy sẽ cộng lại"


@dataclass(frozen=True, slots=True)
class Seen:
    """Views of one record: of all time, and of the last days counted."""

    total: int
    lately: int


@dataclass(frozen=True, slots=True)
class ViewTotals:
    """The totals of all counts.

    Attributes:
        since: ISO day of the first counted view; "" where nothing was counted.
        until: ISO day of the last one; "" likewise.
        seen: address relative to the site's root → views, at least 1 in total. Records that are no
            more, or bear another address now, may be among them.
    """

    since: str = ""
    until: str = ""
    seen: Mapping[str, Seen] = field(default_factory=dict)


def totals_path(docs_dir: Path) -> Path:
    """Return where the totals lie."""
    return docs_dir / FOLDER / TOTALS


def read_totals(docs_dir: Path) -> ViewTotals:
    """Read the totals; nothing where nobody has counted yet.

    Raises:
        ProblemsError: the file is not as `format_totals` writes it.
    """
    path = totals_path(docs_dir)
    if path.exists() and not path.is_file():  # a pipe would never end
        raise _refusal(0, "không phải là tệp thường")
    try:
        lines = split_lines(path.read_text("utf-8"))
    except FileNotFoundError:
        return ViewTotals()
    except UnicodeDecodeError:
        raise _refusal(0, "không phải là tệp chữ UTF-8") from None
    head = _HEAD.fullmatch(lines[0]) if lines else None
    if head is None or not all(map(_is_day, head.groups())):
        raise _refusal(1, "dòng đầu phải là “# ngày-đầu ngày-cuối”")
    return ViewTotals(head[1], head[2], dict(_rows(lines)))


def _rows(lines: list[str]) -> Iterator[tuple[str, Seen]]:
    for number, line in enumerate(lines[1:], 2):
        row = _ROW.fullmatch(line)
        if row is None:
            raise _refusal(number, "phải là: địa chỉ, số lượt, số lượt gần đây, cách nhau bằng tab")
        yield row[1], Seen(int(row[2]), int(row[3]))


def format_totals(totals: ViewTotals) -> str:
    """Return the file's text, by address; made only where something was counted."""
    rows = (f"{url}\t{seen.total}\t{seen.lately}\n" for url, seen in sorted(totals.seen.items()))
    return f"# {totals.since} {totals.until}\n" + "".join(rows)


def _is_day(written: str) -> bool:
    try:
        date.fromisoformat(written)
    except ValueError:
        return False
    return True


def _refusal(line: int, message: str) -> ProblemsError:
    return ProblemsError([Problem(f"{FOLDER}/{TOTALS}", line, "", message, _HINT)])
