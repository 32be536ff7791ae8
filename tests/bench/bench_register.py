"""What a question to the register costs its reader, beside fetching the whole register at once.

python -m tests.bench.bench_register --conclusions 100000

Builds a site of synthetic notices and asks the register's page in Chromium, its processor slowed to
a quarter as on a cheap phone. Each question is asked on a fresh page; printed are the files and
kilobytes of data fetched for it, seconds until it is answered, and their ratio to fetching and
reading every month. Needs the environment of the tests and a Chromium.
"""

from __future__ import annotations

import argparse
import os
import platform
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.bench.bench_build import PROJECT, SETTINGS
from tests.bench.corpus import NOTICE_EVERY, make_corpus, make_record
from tests.browser.chromium import LAUNCH_ARGS, ensure_chromium
from tests.browser.serving import serve

SLOWED = 4
QUESTIONS = {
    "one body": "co-quan=ban-1-1",
    "one body and year": "co-quan=ban-1-1&nam=2016",
    "one kind": "loai=assign",
    "due in a month": "han-tu=2016-03-01&han-den=2016-03-31",
    "one body, due soonest": "co-quan=ban-1-1&sap-xep=han",
    "due latest": "sap-xep=han-muon",
}
ANSWERED = """() => {
    const told = document.querySelector(".bt-register__status").textContent;
    return told !== "";
}"""
READ_ALL = """async (root) => {
    const read = async (path) => (await fetch(`${root}ket-luan/${path}`)).json();
    const { months } = await read("muc-luc.json");
    for (let at = 0; at < months.length; at += 4)
        await Promise.all(months.slice(at, at + 4).map(([month]) => {
            return read(`${month.replace("-", "/")}/ket-luan.json`);
        }));
}"""


def main() -> int:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--conclusions", type=int, default=100_000)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        size = write_notices(folder, options.conclusions)
        build(folder)
        parts = list((folder / "site/ket-luan").rglob("ket-luan.json"))
        data_mb = sum(path.stat().st_size for path in parts) / 1e6
        print(f"{size} conclusions in {len(parts)} months, {data_mb:.0f} MB of JSON")
        print(f"Python {platform.python_version()}, processor slowed {SLOWED} times\n")
        with sync_playwright() as playwright, serve(folder / "site") as url:
            executable = ensure_chromium(Path(playwright.chromium.executable_path))
            browser = playwright.chromium.launch(executable_path=executable, args=LAUNCH_ARGS)
            asked = {
                label: ask(browser, url, query, options.runs) for label, query in QUESTIONS.items()
            }
            whole = take_all(browser, url)
            for label, (files, kilobytes, seconds) in {**asked, "all of it": whole}.items():
                print(
                    f"{label:>22}  {files:4} files {kilobytes:8.0f} KB {seconds:7.2f} s  "
                    f"x{kilobytes / whole[1]:.3f} of all KB  x{seconds / whole[2]:.3f} of all s"
                )
            browser.close()
    return 0


def write_notices(folder: Path, wanted: int) -> int:
    """Write notices with at least so many conclusions; every other one has a body and a day."""
    for file in make_corpus(0):
        _write(folder, file.path, file.text)
    size = 0
    for number in range(NOTICE_EVERY - 1, 10**9, NOTICE_EVERY):
        if size >= wanted:
            return size
        record = make_record(number)
        lines = list(_with_overrides(record.text.split("\n"), random.Random(number)))
        size += sum(
            line.startswith(("1. ", "2. ", "3. ", "4. ", "5. ", "6. ", "7. ")) for line in lines
        )
        _write(folder, record.path, "\n".join(lines))
    return size


def _is_point(line: str) -> bool:
    return line[:1].isdigit() and line[1:3] == ". "


def _with_overrides(lines: list[str], rng: random.Random) -> Iterator[str]:
    written = next(line for line in lines if line.startswith("date: "))
    day = date.fromisoformat(written.removeprefix("date: "))
    for line in lines:
        yield line
        if _is_point(line) and rng.random() < 0.5:
            due = day + timedelta(days=rng.randrange(400))
            body = f"ban-{rng.randrange(5)}-{rng.randrange(12)}"
            yield f'   {{: to="{body}" due="{due}" directive="assign" }}'


def _write(folder: Path, path: str, text: str) -> None:
    target = folder / "docs" / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, "utf-8", newline="\n")


def build(folder: Path) -> None:
    """Build the site of a folder's docs/."""
    settings = SETTINGS.format(docs=folder / "docs", site=folder / "site", tree=PROJECT)
    settings += "extra_css: [assets/bantin/bantin.css, assets/bantin/register.css]\n"
    (folder / "mkdocs.yml").write_text(settings, "utf-8")
    started = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(folder / "mkdocs.yml")],
        check=True,
        env={**os.environ, "PYTHONPATH": str(PROJECT / "hooks")},
    )
    print(f"built in {time.perf_counter() - started:.0f} s")


def ask(browser: Browser, url: str, query: str, runs: int) -> tuple[int, float, float]:
    """Return files, kilobytes and median seconds of a question."""
    seconds = []
    for _ in range(runs):
        page, fetched = _open(browser)
        started = time.perf_counter()
        page.goto(f"{url}ket-luan/?{query}")
        page.wait_for_function(ANSWERED)
        seconds.append(time.perf_counter() - started)
        page.context.close()
    return len(fetched), sum(fetched) / 1000, statistics.median(seconds)


def take_all(browser: Browser, url: str) -> tuple[int, float, float]:
    """Return files, kilobytes and seconds of fetching and reading every month."""
    page, fetched = _open(browser)
    page.goto(f"{url}404.html")
    started = time.perf_counter()
    page.evaluate(READ_ALL, url)
    seconds = time.perf_counter() - started
    page.context.close()
    return len(fetched), sum(fetched) / 1000, seconds


def _open(browser: Browser) -> tuple[Page, list[int]]:
    page = browser.new_context().new_page()
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
    fetched: list[int] = []
    page.on(
        "response",
        lambda response: (
            fetched.append(int(response.headers.get("content-length", 0)))
            if response.url.endswith(".json")
            else None
        ),
    )
    return page, fetched


if __name__ == "__main__":
    raise SystemExit(main())
