"""The tables of the search benchmark, in Markdown. Measures nothing."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from tests.bench.search.asking import Answer
from tests.bench.search.edited import Edited
from tests.bench.search.tab import TabUse

NOTHING = "–"


@dataclass(frozen=True, slots=True)
class Result:
    """One search over one archive.

    Attributes:
        title: as in the table.
        answers: one for each query that was asked.
        index_s: seconds the index took.
        index_bytes: on disk.
        stopped: why there is nothing else; "" otherwise.
        tab: what it took of a browser's tab; None where that was not measured.
        edited: what one edited record cost the index; None likewise.
    """

    records: int
    title: str
    answers: tuple[Answer, ...] = ()
    index_s: float = 0.0
    index_files: int = 0
    index_bytes: int = 0
    stopped: str = ""
    tab: TabUse | None = None
    edited: Edited | None = None


def write_report(results: Sequence[Result]) -> str:
    """Return a table of all searches, one of the groups of queries, and what else was measured."""
    tables = (_table(_costs(results)), _table(_groups(results)), *_more(results))
    return "\n\n".join(tables) + "\n"


def write_misses(result: Result) -> str:
    """Return a line for each query whose record is not first."""
    lines = filter(None, map(miss_line, result.answers))
    return "\n".join((f"{result.title}, {result.records:,} records:", *lines))


def miss_line(answer: Answer) -> str:
    """Return where the record is and what came first; "" when the record did."""
    if answer.is_among(1):
        return ""
    came = answer.failure or next(iter(answer.urls), "nothing")
    query = answer.query
    return f"- {query.group}: `{query.text}` → {query.url} {_place(answer)}; first: {came}"


def share(answers: Sequence[Answer], first: int) -> float:
    """Return the share of queries whose record is among so many first; 0 when none was asked."""
    return sum(one.is_among(first) for one in answers) / len(answers) if answers else 0.0


def percentile(values: Sequence[float], share: float) -> float:
    """Return the least value that so large a share of the values does not exceed."""
    ordered = sorted(values)
    place = -(-len(ordered) * share // 1)
    return ordered[max(0, int(place) - 1)]


def _costs(results: Sequence[Result]) -> Iterator[list[str]]:
    head = "records,search,queries,first,in five,KB median,KB p90,KB worst"
    times = "ms median,ms worst,own ms median,own ms worst"
    yield [*head.split(","), *times.split(","), "index built", "index", "files"]
    for one in results:
        row = [f"{one.records:,}", one.title]
        if one.stopped:
            yield [*row, one.stopped, *[NOTHING] * 12]
            continue
        sizes = [answer.size_bytes / 1000 for answer in one.answers]
        times = [answer.took_ms for answer in one.answers if answer.took_ms is not None]
        own = [answer.own_ms for answer in one.answers if answer.own_ms is not None]
        yield [
            *row,
            str(len(one.answers)),
            f"{share(one.answers, 1):.3f}",
            f"{share(one.answers, 5):.3f}",
            *(f"{percentile(sizes, part):,.0f}" for part in (0.5, 0.9, 1)),
            _number(times, statistics.median),
            _number(times, max),
            _number(own, statistics.median),
            _number(own, max),
            f"{one.index_s:.0f} s",
            f"{one.index_bytes / 1e6:.1f} MB",
            f"{one.index_files:,}",
        ]


def _more(results: Sequence[Result]) -> Iterator[str]:
    for one in results:
        if one.tab and one.edited:
            held = one.tab.memory_bytes
            memory = "an unknown amount of memory" if held is None else f"{held / 1e6:.0f} MB"
            yield (
                f"{one.title}, {one.records:,} records: after {one.tab.queries} queries in one tab "
                f"it holds {memory}, and no task of the page was longer "
                f"than {max(50, one.tab.longest_ms):.0f} ms. One record edited: "
                f"{one.edited.median_s:.2f} s, {one.edited.files} files of the index "
                f"({one.edited.bytes / 1000:,.0f} KB)."
            )


def _groups(results: Sequence[Result]) -> Iterator[list[str]]:
    shown = [one for one in results if one.answers]
    groups = sorted({answer.query.group for one in shown for answer in one.answers})
    yield ["first / in five", *(f"{one.title}, {one.records:,}" for one in shown)]
    for group in groups:
        row, asked = [], 0
        for one in shown:
            answers = [answer for answer in one.answers if answer.query.group == group]
            asked = max(asked, len(answers))
            row.append(f"{share(answers, 1):.2f} / {share(answers, 5):.2f}" if answers else NOTHING)
        yield [f"{group} ({asked})", *row]


def _number(values: Sequence[float], of: Callable[[Sequence[float]], float]) -> str:
    return f"{of(values):,.0f}" if values else NOTHING


def _place(answer: Answer) -> str:
    urls, wanted = answer.urls, answer.query.url
    return f"is no. {urls.index(wanted) + 1}" if wanted in urls else "is not shown"


def _table(rows: Iterator[list[str]]) -> str:
    head, *others = rows
    lines = [head, ["---"] * 2 + ["---:"] * (len(head) - 2), *others]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
