"""The search benchmark: ours and others' over the same archive, each query asked in Chromium.

python -m tests.bench.search --records 1000 10000 --peers pagefind,material

Every record is synthetic; those that must be found are planted. Counted are the files fetched for
a search only, as a host sends them, text types compressed; from a search's first request to its
results takes so many ms, with the machine's own server; "own" are those while no file was being
waited for. All show ten results. Material is asked everything in one page, and built with its
pages: it knows no index apart.
Peers are installed under --work, in environments of their own.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, replace
from pathlib import Path

from platformdirs import user_cache_path
from playwright.sync_api import Browser, sync_playwright

from tests.bench.environments import ensure_environment
from tests.bench.measuring import BuildError, run_build
from tests.bench.report import describe_machine
from tests.bench.search.archive import write_archive
from tests.bench.search.asking import Answer, ask_all
from tests.bench.search.edited import measure_edits
from tests.bench.search.queries import Query, make_queries, sample
from tests.bench.search.report import Result, miss_line, write_misses, write_report
from tests.bench.search.serving import serve_counting
from tests.bench.search.sites import make_sites
from tests.bench.search.sites.site import SearchedSite
from tests.bench.search.tab import EAGER, ISOLATED, measure_tab
from tests.browser.chromium import LAUNCH_ARGS, ensure_chromium

TAB_QUERIES = 100


def main() -> int:
    """Measure and print the tables."""
    options = parse_options()
    sites = [make_sites()[name] for name in ("ours", *options.peers)]
    queries = sample(make_queries(), options.queries)
    folder = options.work / "bantin-bench-search"
    results: list[Result] = []
    with sync_playwright() as playwright:
        executable = ensure_chromium(Path(playwright.chromium.executable_path))
        browser = playwright.chromium.launch(executable_path=executable, args=[*LAUNCH_ARGS, EAGER])
        for records in options.records:
            shutil.rmtree(folder, ignore_errors=True)
            docs = write_archive(folder / "archive", records)
            for site in sites:
                result = measure(site, records, docs, folder / site.name, browser, queries, options)
                print(write_report([result]), file=sys.stderr, flush=True)
                results.append(result)
                if options.json:
                    write_raw(options.json, results)
        browser.close()
    shutil.rmtree(folder, ignore_errors=True)
    print(f"{describe_machine()}.\n\n{write_report(results)}")
    if options.misses:
        print("\n\n".join(map(write_misses, results)))
    return 0


def parse_options() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    others = [name for name in make_sites() if name != "ours"]
    parser.add_argument("--records", type=int, nargs="+", default=[1000])
    parser.add_argument("--peers", default=",".join(others), help='"" for ours alone')
    parser.add_argument("--misses", action="store_true", help="name each query not found first")
    parser.add_argument(
        "--queries", type=int, default=1000, help="ask no more, of all groups alike"
    )
    parser.add_argument("--timeout-s", type=float, default=60, help="for one query")
    parser.add_argument("--limit-s", type=float, default=900, help="for one search's queries")
    parser.add_argument("--build-s", type=float, default=900, help="for one build")
    parser.add_argument("--work", type=Path, default=user_cache_path("bantin-bench"))
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the raw results")
    options = parser.parse_args()
    options.peers = [name for name in options.peers.split(",") if name]
    if unknown := set(options.peers) - set(others):
        parser.error(f"unknown peers: {', '.join(sorted(unknown))}")
    options.work = options.work.resolve()
    return options


def measure(
    site: SearchedSite,
    records: int,
    docs: Path,
    folder: Path,
    browser: Browser,
    queries: Sequence[Query],
    options: argparse.Namespace,
) -> Result:
    """Build one site below `folder` and ask it everything."""
    folder.mkdir()
    environment = folder
    if site.requirements:
        environment = ensure_environment(site, options.work / "environments")
    site.prepare(docs, folder)
    log = folder / "build.log"
    try:
        taken = run_build(site.build(folder, environment), log, timeout_s=options.build_s)
    except BuildError as error:
        print(f"{site.title}: {error}", file=sys.stderr)
        return Result(records, site.title, stopped="failed to build")
    if taken.stopped:
        return Result(records, site.title, stopped=f"not built in {options.build_s:g} s")
    files = site.index_files(folder / "site")
    site.finish(folder)
    limits = {"timeout_s": options.timeout_s, "limit_s": options.limit_s}
    with serve_counting(folder / "site") as served:
        answers = tuple(told(ask_all(site, browser, served, queries, **limits)))
    result = Result(
        records,
        site.title,
        answers,
        site.index_seconds(log, taken.wall_s),
        len(files),
        sum(path.stat().st_size for path in files),
    )
    if site.name != "ours":
        return result
    # In the cold pages above nothing piles up.
    with serve_counting(folder / "site", ISOLATED) as (root, _):
        tab = measure_tab(browser, root, queries[:TAB_QUERIES], options.timeout_s * 1000)
    return replace(result, tab=tab, edited=measure_edits(folder))


def told(answers: Iterable[Answer]) -> Iterator[Answer]:
    """Pass answers on, telling of each miss: what is known outlives a run that is broken off."""
    for number, answer in enumerate(answers, 1):
        if line := miss_line(answer):
            print(f"{number} {line}", file=sys.stderr, flush=True)
        yield answer


def write_raw(path: Path, results: Sequence[Result]) -> None:
    """Write every answer, with what is in the tables."""
    raw = [asdict(result) for result in results]
    path.write_text(json.dumps(raw, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    sys.exit(main())
