"""The comparison: our site and others', the same archive, one series, one table.

python -m tests.bench.compare --records 1000 10000 50000 --peers hugo,pelican,mkdocs,blog,zensical

Every build of a phase is done by all before the next phase starts: cold; after a paragraph is added
to one article; with nothing changed; ours also after one article arrives and after it is deleted.
Last, each that got so far is built cold once more for its memory alone, since measuring that takes
time.
Before each build the disk is given time to settle.
Peers are installed under --work, in environments of their own. A build past --timeout-s or
--memory-gb (0.8 of the machine's) is killed and told as such; its later phases are left out.
Memory is the highest sum over all processes of a build at one time, shared pages counted once
(PSS, Linux).
"""

from __future__ import annotations

import argparse
import itertools
import json
import math
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from platformdirs import user_cache_path

from tests.bench.corpus import make_record, write_corpus
from tests.bench.environments import ensure_environment, pinned_versions
from tests.bench.measuring import BuildError, Taken, measure_folder, run_build, settle
from tests.bench.ours import Variant, index_seconds, ours_variants
from tests.bench.peers import make_peers
from tests.bench.peers.peer import Command, Peer
from tests.bench.report import (
    Measurement,
    describe_machine,
    machine_memory,
    rewrite_readme,
    write_report,
)

DEFAULT_PEERS = "hugo,pelican,mkdocs,blog,zensical"


@dataclass(frozen=True, slots=True)
class Contender:
    """A site in the series: ours, or a peer's with its environment."""

    site: Variant | Peer
    folder: Path
    environment: Path | None

    @property
    def is_ours(self) -> bool:
        return isinstance(self.site, Variant)

    def command(self) -> Command:
        """Return how it is built."""
        if isinstance(self.site, Variant):
            return self.site.build(self.folder)
        assert self.environment is not None
        return self.site.build(self.folder, self.environment)


def main() -> int:
    """Measure, print the table, write what was asked for."""
    options = parse_options()
    peers = [make_peers()[name] for name in options.peers]
    work: Path = options.work
    environments = {peer.name: ensure_environment(peer, work / "environments") for peer in peers}
    versions = pinned_versions(peers)
    command = describe_command(options)
    about = {"machine": describe_machine(), "versions": versions, "command": command}
    measured: list[Measurement] = []
    for records in options.records:
        folder = work / "bantin-bench-sites"
        shutil.rmtree(folder, ignore_errors=True)
        try:
            for one in run_series(records, peers, environments, folder, options):
                print(json.dumps(asdict(one), ensure_ascii=False), file=sys.stderr, flush=True)
                measured.append(one)
                # After each: what was measured outlives a series that is broken off.
                if options.json:
                    write_raw(options.json, about, measured)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    report = write_report(measured, describe_machine(), versions, options.timeout_s)
    print(report)
    if options.readme:
        rewrite_readme(options.readme, report, command)
    return 0


def describe_command(options: argparse.Namespace) -> str:
    """Return the command that does the same on another machine: without this one's folders."""
    records, peers = " ".join(map(str, options.records)), ",".join(options.peers)
    command = f"python -m tests.bench.compare --records {records} --peers {peers}"
    return f"{command} --runs {options.runs} --timeout-s {options.timeout_s:g}"


def write_raw(path: Path, about: Mapping[str, object], measured: Sequence[Measurement]) -> None:
    """Write the raw results, with machine, versions and command."""
    raw = {**about, "measurements": [asdict(one) for one in measured]}
    path.write_text(json.dumps(raw, ensure_ascii=False, indent=2) + "\n", "utf-8")


def parse_options() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--records", type=int, nargs="+", default=[1000])
    parser.add_argument("--peers", default=DEFAULT_PEERS, help=f"of {','.join(make_peers())}")
    parser.add_argument("--runs", type=int, default=1, help="whole series; the table has medians")
    parser.add_argument("--timeout-s", type=float, default=600)
    parser.add_argument("--memory-gb", type=float, default=_most_of_memory_gb())
    parser.add_argument("--work", type=Path, default=user_cache_path("bantin-bench"))
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the raw results")
    parser.add_argument(
        "--readme",
        type=Path,
        nargs="?",
        const=Path(__file__).with_name("README.md"),
        metavar="FILE",
        help="rewrite the section between the bench comments (default: this folder's README)",
    )
    options = parser.parse_args()
    options.peers = [name for name in options.peers.split(",") if name]
    unknown = set(options.peers) - set(make_peers())
    if unknown:
        parser.error(f"unknown peers: {', '.join(sorted(unknown))}")
    options.work = options.work.resolve()
    return options


def _most_of_memory_gb() -> float:
    memory = machine_memory()
    return round(0.8 * memory / 1e9, 1) if memory else math.inf


def run_series(
    records: int,
    peers: Sequence[Peer],
    environments: Mapping[str, Path],
    folder: Path,
    options: argparse.Namespace,
) -> Iterator[Measurement]:
    """Lay out every site, then run each phase over all of them, as many times as asked."""
    docs = write_corpus(folder / "archive", records)
    paths = sorted(path.relative_to(docs).as_posix() for path in docs.glob("tin-tuc/*/*/*.md"))
    edited = paths[len(paths) // 2]
    contenders = []
    sites: tuple[Variant | Peer, ...] = (*ours_variants(), *peers)
    for site in sites:
        place = folder / site.name
        place.mkdir()
        print(f"{records} records: laying out {site.title}", file=sys.stderr, flush=True)
        site.prepare(docs, place)
        contenders.append(Contender(site, place, environments.get(site.name)))
    for run in range(options.runs):
        running = list(contenders)
        for phase in ("cold", "edited", "unchanged", "added", "deleted", "memory"):
            for one in list(running):
                if phase in ("added", "deleted") and not one.is_ours:
                    continue
                change(one, phase, edited, records, run)
                settle()
                taken = run_or_tell(one, options, with_memory=phase == "memory")
                files, size_bytes = measure_folder(one.folder / "site")
                name, title = one.site.name, one.site.title
                measured = Measurement(
                    records, name, title, one.is_ours, phase, run, **asdict(taken),
                    files=files, size_bytes=size_bytes,
                )  # fmt: skip
                yield measured
                if one.is_ours and phase == "cold" and not taken.stopped:
                    yield without_index(measured, index_seconds(one.folder / "build.log"))
                if taken.stopped:
                    running.remove(one)


def run_or_tell(one: Contender, options: argparse.Namespace, *, with_memory: bool) -> Taken:
    """Build a site; tell of a failure and let the others go on, for a series may take hours."""
    try:
        return run_build(
            one.command(),
            one.folder / "build.log",
            timeout_s=options.timeout_s,
            limit_bytes=options.memory_gb * 1e9,
            with_memory=with_memory,
        )
    except BuildError as error:
        print(f"{one.site.title}: {error}", file=sys.stderr, flush=True)
        return Taken(0, None, None, "failure")


def without_index(measured: Measurement, index_s: float) -> Measurement:
    """Return a cold build of ours as it were without the search index, which no peer makes."""
    return replace(
        measured,
        site=f"{measured.site}-pages",
        title="Bản Tin, search index apart",
        wall_s=measured.wall_s - index_s,
        cpu_s=None,
    )


def change(one: Contender, phase: str, edited: str, records: int, run: int) -> None:
    """Do to a site what a phase measures, before it is built."""
    if phase in ("cold", "memory"):
        one.site.forget(one.folder)
    elif phase == "edited":
        path = one.site.edit(one.folder, edited)
        with path.open("a", encoding="utf-8", newline="\n") as file:
            file.write(f"\nThêm một đoạn thử {run}.\n")
    elif phase in ("added", "deleted"):
        new = next(
            record
            for record in map(make_record, itertools.count(records))
            if record.path.startswith("tin-tuc/")
        )
        path = one.site.edit(one.folder, new.path)
        if phase == "deleted":
            path.unlink()
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(new.text, "utf-8", newline="\n")


if __name__ == "__main__":
    sys.exit(main())
