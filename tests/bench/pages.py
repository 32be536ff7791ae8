"""A report on every kind of page: Lighthouse as on a phone, axe-core, the Nu HTML checker.

python -m tests.bench.pages [--only home article …] [--runs 5]

Needs Node and Java besides what the tests need; Lighthouse and the checker are installed under
--work. The site is built for the address that it is then served at, compressed as hosts do. Of
several runs of Lighthouse the median of each score is printed.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from platformdirs import user_cache_path
from playwright.sync_api import Browser, sync_playwright

from tests.bench.ours import PROJECT
from tests.bench.report import describe_machine
from tests.bench.search.serving import serve_counting
from tests.browser.chromium import LAUNCH_ARGS, ensure_chromium
from tests.browser.test_accessibility import PAGES, TAGS, barriers

LIGHTHOUSE = "lighthouse@13.5.0"
CHECKER = "vnu-jar@26.9.27"
SCORES = ("performance", "accessibility", "best-practices", "seo")
SETTINGS = """INHERIT: {project}/mkdocs.yml
site_url: {url}
docs_dir: {project}/docs
site_dir: {folder}/site
hooks: [{project}/hooks/publish.py]
theme:
  custom_dir: {project}/hooks/bantin/theme
"""
HEAD = "| page | performance | accessibility | best practices | SEO | axe | HTML errors |"


def main() -> int:
    """Print the table; 1 where a page falls short of what it is held to."""
    options = parse_options()
    pages = {name: PAGES[name] for name in options.only or PAGES}
    tools = ensure_tools(options.work / "pages")
    rows = []
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        folder = Path(temporary)
        chromium = ensure_chromium(Path(playwright.chromium.executable_path))
        with serve_counting(folder / "site") as (root, _):
            build(folder, root)
            errors = html_errors(tools, folder / "site")
            browser = playwright.chromium.launch(executable_path=chromium, args=LAUNCH_ARGS)
            for name, address in pages.items():
                report = folder / "lighthouse.json"
                runs = [
                    lighthouse(tools, chromium, root + address, report) for _ in range(options.runs)
                ]
                scores = map(middle, zip(*runs, strict=True))
                row = [name, *scores, axe(browser, root + address), errors[page_file(address)]]
                print(*row, file=sys.stderr, flush=True)
                rows.append(row)
            browser.close()
    print(f"{describe_machine()}.\n\n{HEAD}\n| --- |{' ---: |' * 6}")
    for row in rows:
        print(f"| {' | '.join(map(str, row))} |")
    return int(any(row[5] or row[6] for row in rows))


def parse_options() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--only", nargs="+", choices=list(PAGES), help="of all kinds of pages")
    parser.add_argument("--runs", type=int, default=1, help="of Lighthouse, for each page")
    parser.add_argument("--work", type=Path, default=user_cache_path("bantin-bench"))
    return parser.parse_args()


def ensure_tools(folder: Path) -> Path:
    """Install Lighthouse and the checker below a folder, unless they are there; return it."""
    wanted = f"{LIGHTHOUSE} {CHECKER}"
    done = folder / "installed.txt"
    if not done.is_file() or done.read_text("utf-8") != wanted:
        folder.mkdir(parents=True, exist_ok=True)
        npm = ["npm", "install", "--no-audit", "--no-fund", "--silent", "--prefix", str(folder)]
        # Through the shell's own search on Windows, where npm is a script.
        subprocess.run([*npm, LIGHTHOUSE, CHECKER], check=True, shell=os.name == "nt")
        done.write_text(wanted, "utf-8")
    return folder / "node_modules"


def build(folder: Path, url: str) -> None:
    """Build the project's site below a folder, for an address."""
    settings = SETTINGS.format(project=PROJECT.as_posix(), folder=folder.as_posix(), url=url)
    (folder / "mkdocs.yml").write_text(settings, "utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", f"{folder}/mkdocs.yml"]
    subprocess.run(command, check=True, cwd=PROJECT)


def lighthouse(tools: Path, chromium: Path, url: str, report: Path) -> list[float | None]:
    """Return the scores of a page, 0 to 1; None where Lighthouse gives none."""
    flags = "--chrome-flags=--headless=new --no-sandbox"
    command = ["node", str(tools / "lighthouse" / "cli" / "index.js"), url, flags]
    command += ["--quiet", "--output=json", f"--output-path={report}"]
    env = {**os.environ, "CHROME_PATH": str(chromium)}
    subprocess.run(command, env=env, check=True, stdout=subprocess.DEVNULL)
    categories = json.loads(report.read_text("utf-8"))["categories"]
    return [categories[name]["score"] for name in SCORES]


def middle(scores: Iterable[float | None]) -> str:
    """Return the median of a page's scores of one kind, of 100; "–" where there is none."""
    given = [score for score in scores if score is not None]
    return f"{100 * statistics.median(given):.0f}" if given else "–"


def axe(browser: Browser, url: str) -> int:
    """Return how many rules of axe-core a page breaks."""
    page = browser.new_page(reduced_motion="reduce")
    page.goto(url)
    told = barriers(page, TAGS)
    page.close()
    found = re.search(r"Found (\d+)", told)
    return int(found[1]) if found else 0


def html_errors(tools: Path, site: Path) -> Mapping[str, int]:
    """Return page file → how many errors the checker finds in it, of the whole site."""
    jar = tools / "vnu-jar" / "build" / "dist" / "vnu.jar"
    command = ["java", "-jar", str(jar), "--format", "json", "--stdout", "--exit-zero-always"]
    told = subprocess.run(
        [*command, "--errors-only", "--skip-non-html", str(site)],
        check=True,
        capture_output=True,
    ).stdout
    found = json.loads(told)["messages"]
    for message in found[:10]:
        print(f"{message['url']}: {message['message']}", file=sys.stderr)
    # "file:/…/site/tin-tuc/index.html"
    return Counter(message["url"].rpartition(f"/{site.name}/")[2] for message in found)


def page_file(address: str) -> str:
    """Return the file below the site that an address is served from."""
    path = address.partition("#")[0]
    return f"{path}index.html" if not path or path.endswith("/") else path


if __name__ == "__main__":
    sys.exit(main())
