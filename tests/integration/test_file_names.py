"""Whatever a file is called, its address leads to it, everywhere it is written."""

from __future__ import annotations

import json
import threading
import unicodedata
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from html.parser import HTMLParser
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote, urljoin
from xml.etree.ElementTree import fromstring

import pytest
from bantin.checking.check import check_records
from bantin.checking.tree import DocsTree
from bantin.records.engine_settings import strings_in

from tests.integration.odd_names import STEMS
from tests.integration.project import Project

SITE = "https://bantin.example/"
FOLDER = "tin-tuc/2020/06"
PAGE = f"{FOLDER}/ten-tep/"
NAMES = [f"{stem}.pdf" for stem in STEMS]
PHOTOS = [f"{stem}.png" for stem in STEMS]


class _Links(HTMLParser):
    """Collects the addresses of a page, and the data in it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.data: list[str] = []
        self._is_data = False
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.found += [value for name in ("href", "src") if (value := values.get(name))]
        self.found += [value for value in (values.get("content"),) if value and SITE in value]
        self._is_data = values.get("type") == "application/ld+json"

    def handle_data(self, data: str) -> None:
        if self._is_data and data.strip():
            self.data.append(data)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def serving(site: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


def fetch(address: str) -> bytes:
    try:
        with urllib.request.urlopen(address) as answer:
            return bytes(answer.read())
    except urllib.error.HTTPError as error:
        raise AssertionError(f"{error.code}: {address}") from error


def addresses_in(path: Path, url: str) -> set[str]:
    """Return the absolute addresses of this site that a file of it holds."""
    text = path.read_text("utf-8")
    if path.suffix == ".html":
        page = _Links(text)
        data = (one for data in page.data for one in strings_in(json.loads(data)))
        found = [*page.found, *(one for one in data if one.startswith(SITE))]
    else:
        told = (
            strings_in(json.loads(text))
            if path.suffix == ".json"
            else (
                held for one in fromstring(text).iter() for held in (one.text, *one.attrib.values())
            )
        )
        # Feeds hold whole texts. There is no page to begin an address at.
        found = [one for held in told if held for one in (held.strip(), *_Links(held).found)]
        found = [one for one in found if one.startswith(SITE)]
    absolute = {urljoin(SITE + url, one).partition("#")[0] for one in found if " " not in one}
    return {one for one in absolute if one.startswith(SITE)}


@pytest.mark.parametrize("stem", ["giới-thiệu-khác", "Đường đi", "hỏi & đáp", "mục/lời"])
def test_a_page_is_read_where_the_disk_has_it(project: Project, stem: str) -> None:
    """Some disks, and archives made on them, write marks apart from letters."""
    project.write(f"{unicodedata.normalize('NFD', stem)}.md", "# Trang\n\nMột trang.\n")
    outcome = project.build(strict=True)
    assert outcome.code == 0, outcome.log
    assert "Một trang." in (project.site / stem / "index.html").read_text("utf-8")


def test_every_address_leads_to_its_file(project: Project) -> None:
    attachments = [f"  - {{src: {json.dumps(n, ensure_ascii=False)}, title: A}}" for n in NAMES]
    photos = [f"  - {{src: {json.dumps(n, ensure_ascii=False)}, alt: A}}" for n in PHOTOS]
    linked = [f"l{name}" for name in NAMES]
    shown = [f"h{name}" for name in PHOTOS]
    for name in (*NAMES, *PHOTOS, *linked, *shown):
        # A name of 255 bytes has no room for one more.
        project.write(f"{FOLDER}/{name}", name)
    lines = [
        *("---", "title: Tên tệp", "date: 2020-06-05", "section: chi-dao"),
        *("attachments:", *attachments, "photos:", *photos, "---", ""),
        *(f"[a](<{quote(name)}>)\n" for name in linked),
        *(f"![a]({quote(name)})\n" for name in shown),
    ]
    project.write(f"{FOLDER}/ten-tep.md", "\n".join(lines))
    page = "\n".join(f"[a]({quote(f'{FOLDER}/{name}')})\n" for name in (*NAMES, *linked))
    project.write("gioi-thieu.md", f"# Giới thiệu\n\n{page}\n")
    outcome = project.build(strict=True)
    assert outcome.code == 0, outcome.log
    findings = check_records(DocsTree.of_folder(project.docs))
    assert findings.problems == ()
    assert not [one for one in findings.warnings if "đưa lên trang" in one.message]

    contents = {name: name.encode() for name in (*NAMES, *PHOTOS, *linked, *shown)}
    with serving(project.site) as server:
        by_page: dict[str, set[str]] = {}
        for path in sorted(project.site.rglob("*")):
            if path.suffix not in (".html", ".xml", ".json"):
                continue
            where = path.relative_to(project.site).as_posix()
            url = where.removesuffix("index.html")
            got = {
                address: fetch(address.replace(SITE, server, 1))
                for address in addresses_in(path, quote(url))
                if f"{FOLDER}/" in address and not address.endswith("/")
            }
            by_page[where] = {content.decode() for content in got.values()} & contents.keys()
    everything = set(contents)
    assert by_page[f"{PAGE}index.html"] == everything
    assert by_page[f"api/{FOLDER}.json"] == everything
    assert by_page["gioi-thieu/index.html"] == {*NAMES, *linked}
