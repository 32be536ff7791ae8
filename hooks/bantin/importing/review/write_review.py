"""Writes the review list: a table, a page, and the page's data, into the folder of originals."""

from __future__ import annotations

import html
import secrets
import shutil
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bantin.errors import ImportRefusedError
from bantin.importing.imported_item import Outcome
from bantin.importing.job.ledger import load_items
from bantin.importing.review.entries import ReviewEntry, ReviewState, make_entry
from bantin.importing.review.review_files import INDEX, ReviewData, sort_key
from bantin.importing.review.review_table import EditorsRow, read_table, write_table
from bantin.importing.site_index import SiteIndex
from bantin.unforeseen import reason_of

TABLE = "review.csv"
PAGE = "xem-lai.html"
FOLDER = "xem-lai"
_SOURCES = Path(__file__).with_name("page")


@dataclass(frozen=True, slots=True)
class ReviewTotals:
    """The numbers of a review list.

    Attributes:
        waiting: records in the list.
        lacking: of these, with open required keys.
        published: imported records that an editor has published.
        gone: records in the list whose file is gone.
    """

    waiting: int = 0
    lacking: int = 0
    published: int = 0
    gone: int = 0


def write_review(store: Path, docs_dir: Path) -> ReviewTotals:
    """Write the review list of all imports; what an editor wrote in the table stays.

    Args:
        store: the folder of originals, with the ledger.
        docs_dir: folder of the records.

    Raises:
        ImportRefusedError: the disk refuses, or the old table cannot be read.
    """
    table = store / TABLE
    written = read_table(table) if table.is_file() else []
    with _telling(store):
        fresh = store / f"{FOLDER}.moi"
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir(parents=True)
        data, states = ReviewData(fresh), Counter[ReviewState]()
        entries = []
        for entry in _entries(store, docs_dir):
            states[entry.state] += 1
            if entry.state is not ReviewState.PUBLISHED:
                entries.append(data.add(entry))
        data.finish()
        entries.sort(key=sort_key)
        _replace(table, write_table(entries, _still(written, entries)))
        shutil.rmtree(store / FOLDER, ignore_errors=True)
        fresh.replace(store / FOLDER)
        _replace(store / PAGE, make_page().encode())
    return ReviewTotals(
        len(entries),
        sum(bool(entry.missing) for entry in entries),
        states[ReviewState.PUBLISHED],
        states[ReviewState.GONE],
    )


def make_page() -> str:
    """Return the page: its own script and style, and a policy that allows nothing else."""
    nonce = secrets.token_urlsafe(18)
    text = (_SOURCES / "review.html").read_text("utf-8")
    for name in ("review.css", "review.js"):
        text = text.replace(f"{{{{ {name} }}}}", (_SOURCES / name).read_text("utf-8"))
    marks = {"nonce": nonce, "index": f"{FOLDER}/{INDEX}", "folder": FOLDER}
    for name, value in marks.items():
        text = text.replace(f"{{{{ {name} }}}}", html.escape(value))
    return text


def _entries(store: Path, docs_dir: Path) -> Iterator[ReviewEntry]:
    index = SiteIndex(docs_dir)
    seen: set[str] = set()
    for item in load_items(store):
        # A ledger knows a record by each file that came in as it.
        if item.outcome is Outcome.WRITTEN and item.target not in seen:
            seen.add(item.target)
            yield make_entry(item, docs_dir, index.place_of_capture)


def _still(written: list[EditorsRow], entries: list[ReviewEntry]) -> Iterator[EditorsRow]:
    """Yield what an editor wrote, also beside records that were moved since."""
    now = {entry.item.target: entry.src_uri for entry in entries if entry.is_moved}
    for row in written:
        yield EditorsRow(now.get(row.src_uri, row.src_uri), row.take, row.note)


def _replace(path: Path, content: bytes) -> None:
    fresh = path.with_name(f".{path.name}.moi")
    fresh.write_bytes(content)
    fresh.replace(path)


@contextmanager
def _telling(store: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise ImportRefusedError(
            f"không ghi được danh sách xem lại vào {store} ({reason_of(error)}); đóng {TABLE} "
            "trong chương trình bảng tính nếu đang mở, rồi chạy lại"
        ) from error
