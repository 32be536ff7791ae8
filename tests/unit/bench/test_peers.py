"""What peers get of a record: front matter they can read, the same fields, the same body."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.bench.corpus import make_record, write_corpus
from tests.bench.peers import make_peers
from tests.bench.peers.hugo import Hugo, HugoJson
from tests.bench.peers.mkdocs_blog import SEPARATOR, Blog
from tests.bench.peers.mkdocs_stock import Mkdocs
from tests.bench.peers.peer import Peer
from tests.bench.peers.pelican import Pelican
from tests.bench.peers.records import Record, read_records
from tests.bench.peers.zensical import Zensical, ZensicalBlog

RECORDS = 10
Parts = tuple[dict[str, Any], str]


def split_yaml(text: str) -> Parts:
    _, front, body = text.split("---\n", 2)
    return yaml.safe_load(front), body


def split_json(text: str) -> Parts:
    meta, end = json.JSONDecoder().raw_decode(text)
    return meta, text[end + 1 :]


def split_post(text: str) -> Parts:
    meta, body = split_yaml(text)
    before, separator, body = body.partition(f"\n{SEPARATOR}\n")
    assert (before, separator) == ("", f"\n{SEPARATOR}\n")
    return meta, body


def split_lines(text: str) -> Parts:
    front, body = text.split("\n\n", 1)
    keys = dict(line.split(": ", 1) for line in front.splitlines())
    return keys | json.loads(keys["Record"]), body


READERS: dict[Peer, Callable[[str], Parts]] = {
    Hugo(): split_yaml,
    HugoJson(): split_json,
    Mkdocs(): split_yaml,
    Blog(): split_post,
    Pelican(): split_lines,
    Zensical(): split_yaml,
    ZensicalBlog(): split_post,
}


@pytest.fixture(scope="module")
def docs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_corpus(tmp_path_factory.mktemp("archive"), RECORDS)


@pytest.fixture(params=READERS, ids=lambda peer: peer.name)
def written(request: pytest.FixtureRequest, docs: Path, tmp_path: Path) -> dict[str, Parts]:
    """Path below docs/ → what one peer was given of it."""
    peer = request.param
    peer.prepare(docs, tmp_path)
    return {
        record.path: READERS[peer](peer.edit(tmp_path, record.path).read_text("utf-8"))
        for record in read_records(docs)
    }


def test_every_peer_gets_every_record_with_its_body(written: dict[str, Parts]) -> None:
    records = [make_record(number) for number in range(RECORDS)]
    bodies = {record.path: record.text.split("---\n", 2)[2].strip() for record in records}
    assert {path: body.strip() for path, (_, body) in written.items()} == bodies


def test_every_peer_can_read_what_it_shows(written: dict[str, Parts], docs: Path) -> None:
    for record in read_records(docs):
        meta, _ = written[record.path]
        assert meta["title"] == record.title
        assert meta["day_text"] == record.day_text
        assert [one["slug"] for one in meta["people"]] == [one.slug for one in record.people]
        assert meta["meeting"]["key"] == record.meeting.key
        assert meta.get("summary", "") == record.summary
        assert meta.get("number", "") == record.number


def test_a_record_has_the_addresses_and_dates_our_pages_have(docs: Path) -> None:
    records: dict[str, Record] = {record.slug: record for record in read_records(docs)}
    news, notice = records["tin-thu-0"], records["thong-bao-4"]
    assert news.moment.endswith("+07:00")
    assert news.moment[11:16] == news.clock
    assert news.url == news.path.removesuffix(".md") + "/"
    assert not notice.clock
    assert notice.bodies[-1] == notice.issuer
    assert notice.signer in notice.people
    assert {one.name for one in notice.meeting.chairs} <= {one.name for one in notice.people}


def test_peers_are_pinned_exactly_and_named_once() -> None:
    for name, peer in make_peers().items():
        assert name == peer.name
        assert all("==" in requirement for requirement in peer.requirements)
        assert any(peer.package in requirement for requirement in peer.requirements)
