"""The tables of the comparison, and their place in a README. Measures nothing."""

from __future__ import annotations

import os
import platform
import statistics
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

BASE = "hugo"
BEGIN, END = "<!-- bench:begin -->", "<!-- bench:end -->"
PEER_PHASES = ("cold", "edited", "unchanged")
PHASE_TITLES = {
    "cold": "cold",
    "edited": "one edit",
    "unchanged": "no change",
    "added": "one added",
    "deleted": "one deleted",
}
NOTHING = "–"


class ReadmeError(Exception):
    """The README has no place for the table; the message says what is missing."""


@dataclass(frozen=True, slots=True)
class Measurement:
    """One build of one site; the fields of `measuring.Taken`, and what the site holds after it.

    Attributes:
        records: size of the archive.
        site: name of the variant or peer.
        title: as in the table.
        ours: False for peers.
        phase: "cold", "edited", "unchanged", "added", "deleted" or "memory".
        run: 0-based.
        files: how many the site holds.
        size_bytes: their bytes.
    """

    records: int
    site: str
    title: str
    ours: bool
    phase: str
    run: int
    wall_s: float
    cpu_s: float | None
    memory_bytes: int | None
    stopped: str
    files: int
    size_bytes: int


def write_report(
    measured: Sequence[Measurement], machine: str, versions: Mapping[str, str], timeout_s: float
) -> str:
    """Return the tables, one for each size, with the machine and all versions, in Markdown."""
    told = "; ".join(f"{title} {version}" for title, version in versions.items())
    parts = [f"{machine}. {told}.".replace(" .", ".")]
    for records in dict.fromkeys(one.records for one in measured):
        of_size = [one for one in measured if one.records == records]
        parts.append(_size_table(of_size, records, timeout_s))
        ours = [one for one in of_size if one.ours]
        if any(one.phase not in PEER_PHASES for one in ours):
            parts.append(_publish_table(ours, timeout_s))
    return "\n\n".join(parts) + "\n"


def _size_table(measured: Sequence[Measurement], records: int, timeout_s: float) -> str:
    head = [f"{records:,} records"]
    for phase in PEER_PHASES:
        head += [PHASE_TITLES[phase], "× Hugo"]
    head += ["CPU, cold", "peak memory", "files", "size"]
    rows = [head, ["---", *["---:"] * (len(head) - 1)]]
    for site in dict.fromkeys(one.site for one in measured):
        of_site = [one for one in measured if one.site == site]
        row = [of_site[0].title]
        for phase in PEER_PHASES:
            row += [_time(of_site, phase, timeout_s), _ratio(measured, site, phase)]
        cold = [one for one in of_site if one.phase == "cold" and not one.stopped]
        row += [
            _middle(cold, lambda one: one.cpu_s, "{:.1f} s"),
            _most(of_site),
            f"{cold[-1].files:,}" if cold else NOTHING,
            f"{cold[-1].size_bytes / 1e6:,.0f} MB" if cold else NOTHING,
        ]
        rows.append(row)
    return _table(rows)


def _publish_table(ours: Sequence[Measurement], timeout_s: float) -> str:
    phases = [phase for phase in PHASE_TITLES if any(one.phase == phase for one in ours)]
    rows = [["ours", *(PHASE_TITLES[phase] for phase in phases)]]
    rows.append(["---", *["---:"] * len(phases)])
    for site in dict.fromkeys(one.site for one in ours):
        of_site = [one for one in ours if one.site == site]
        if {one.phase for one in of_site} == {"cold"}:
            continue  # it is in the other table
        rows.append([of_site[0].title, *(_time(of_site, phase, timeout_s) for phase in phases)])
    return _table(rows)


def _table(rows: Sequence[Sequence[str]]) -> str:
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _time(measured: Sequence[Measurement], phase: str, timeout_s: float) -> str:
    of_phase = [one for one in measured if one.phase == phase]
    stopped = {one.stopped for one in of_phase} - {""}
    told = {"failure": "failed", "memory": "out of memory", "time": f"> {timeout_s:g} s"}
    for reason, text in told.items():
        if reason in stopped:
            return text
    return _middle(of_phase, lambda one: one.wall_s, "{:.2f} s")


def _ratio(measured: Sequence[Measurement], site: str, phase: str) -> str:
    """Return the median of the ratios of each run, so that both sides had the same machine."""
    times = {(one.site, one.run): one for one in measured if one.phase == phase}
    pairs = [
        one.wall_s / base.wall_s
        for (name, run), one in times.items()
        if name == site
        and (base := times.get((BASE, run))) is not None
        and not (one.stopped or base.stopped)
    ]
    return f"{statistics.median(pairs):.2f}" if pairs else NOTHING


def _middle(
    measured: Sequence[Measurement], value: Callable[[Measurement], float | None], form: str
) -> str:
    values = [found for one in measured if (found := value(one)) is not None]
    return form.format(statistics.median(values)) if values else NOTHING


def _most(measured: Sequence[Measurement]) -> str:
    values = [one.memory_bytes for one in measured if one.memory_bytes is not None]
    return f"{max(values) / 1e6:,.0f} MB" if values else NOTHING


def describe_machine() -> str:
    """Return processors, memory, system and Python of this machine in one line."""
    memory = machine_memory()
    parts = [
        f"{os.cpu_count()} processors ({_processor()})",
        f"{memory / 2**30:.0f} GB" if memory else "",
        f"{platform.system()} {platform.release()} {platform.machine()}",
        f"Python {platform.python_version()}",
    ]
    return ", ".join(part for part in parts if part)


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        lines = []
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.processor() or "unknown")


def machine_memory() -> int | None:
    """Return the bytes of memory this machine has; None where the system does not tell."""
    if not hasattr(os, "sysconf") or "SC_PHYS_PAGES" not in os.sysconf_names:
        return None
    return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")


def rewrite_readme(path: Path, report: str, command: str) -> None:
    """Put the tables and the command that made them between the two comments of a README.

    Raises:
        ReadmeError: it has not both comments, in their order, once each.
    """
    text = path.read_text("utf-8")
    if text.count(BEGIN) != 1 or text.count(END) != 1 or text.index(BEGIN) > text.index(END):
        raise ReadmeError(f"{path}: needs the lines {BEGIN} and {END}, once each, in this order")
    before, rest = text.split(BEGIN)
    after = rest.split(END)[1]
    section = f"{BEGIN}\n```\n{command}\n```\n\n{report}{END}"
    path.write_text(f"{before}{section}{after}", "utf-8", newline="\n")
