"""The files for nginx and Caddy, tried with the servers themselves."""

from __future__ import annotations

import http.client
import json
import os
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.integration.odd_names import STEMS
from tests.integration.project import ARTICLE, DOCUMENT, OTHER_ARTICLE, Project
from tests.packages import ensure_program

STARTING_S = 20
LONG = f"dai/{'rat-' * 40}dai/"
OLD = """redirect_from:
  - tin/họp tháng ba/
  - /tin/h%E1%BB%8Dp.aspx
  - xem.aspx?id=12&loai=tin
  - "/?p=7"
  - "a$b'c(1)/{x}~y/"
bodies: [ban-mau]
attachments:
"""
FILES = [f"{stem}.pdf" for stem in STEMS]
# What a browser asks for, below the root → whose page it leads to.
LEADS = {
    "tin/hop.aspx": ARTICLE,
    "tin/hop.aspx?x=1": ARTICLE,
    "tin/h%E1%BB%8Dp%20th%C3%A1ng%20ba/": OTHER_ARTICLE,
    "tin/h%E1%BB%8Dp.aspx": OTHER_ARTICLE,
    "xem.aspx?id=12&loai=tin": OTHER_ARTICLE,
    "xem.aspx?id=12&loai=tin&fbclid=IwAR0_x&utm_source=zalo": OTHER_ARTICLE,
    "?p=7": OTHER_ARTICLE,
    "a$b'c(1)/%7Bx%7D~y/": OTHER_ARTICLE,
    LONG: DOCUMENT,
}


@dataclass(frozen=True)
class Place:
    """A folder to serve, and where in it the site lies: "" or "kho-tin/"."""

    www: Path
    below: str

    @property
    def for_servers(self) -> Path:
        return self.www / self.below / "may-chu"


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: str


Ask = Callable[[str], Answer]


@pytest.fixture(scope="module", params=["", "kho-tin/"])
def place(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Place:
    """A site at the root of a host, and one below it, with old addresses of every kind."""
    root = tmp_path_factory.mktemp("servers")
    project = Project.make(root / "project")
    project.configure("https://bantin.example/", f"https://bantin.example/{request.param}")
    attached = (f"  - {{src: {json.dumps(one, ensure_ascii=False)}, title: A}}\n" for one in FILES)
    project.edit(OTHER_ARTICLE, "bodies: [ban-mau]\n", OLD + "".join(attached))
    for one in FILES:
        project.write(f"tin-tuc/2020/04/{one}", one)
    project.edit(DOCUMENT, "signer:", f"redirect_from: [{LONG}]\nsigner:")
    www = root / "www"
    outcome = project.build(site=www / request.param)
    assert outcome.code == 0, outcome.log
    return Place(www, request.param)


@pytest.fixture(params=["nginx", "caddy"])
def ask(request: pytest.FixtureRequest, place: Place, tmp_path: Path) -> Iterator[Ask]:
    program = str(ensure_program(request.param))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings = tmp_path / "settings"
    write = write_nginx if request.param == "nginx" else write_caddy
    settings.write_text(write(place, port, tmp_path), "utf-8")
    options = (
        ["-c", str(settings), "-p", str(tmp_path), "-e", "stderr"]
        if request.param == "nginx"
        else ["run", "--config", str(settings), "--adapter", "caddyfile"]
    )
    with running([program, *options], port, tmp_path):
        yield lambda address: get(port, f"/{place.below}{address}")


def test_files_are_served_whatever_they_are_called(ask: Ask) -> None:
    answers = {one: ask(f"tin-tuc/2020/04/{quote(one)}") for one in FILES}
    assert {one: (found.status, found.body) for one, found in answers.items()} == {
        one: (200, one) for one in FILES
    }


def write_nginx(place: Place, port: int, folder: Path) -> str:
    temporary = "".join(
        f"{kind}_temp_path {folder}/{kind};"
        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    return f"""
        daemon off; master_process off; pid {folder}/pid;
        events {{}}
        http {{
            access_log off; {temporary}
            types {{ text/html html; text/javascript js; application/json json; }}
            include {place.for_servers}/nginx-http.conf;
            server {{
                listen 127.0.0.1:{port};
                root {place.www};
                include {place.for_servers}/nginx-server.conf;
            }}
        }}
    """


def write_caddy(place: Place, port: int, folder: Path) -> str:
    return f"""{{
        admin off
        auto_https off
    }}
    http://127.0.0.1:{port} {{
        root * {place.www}
        import {place.for_servers}/caddy.conf
        import {place.for_servers}/caddy-dia-chi-cu.conf
        file_server
    }}
    """


@contextmanager
def running(command: list[str], port: int, home: Path) -> Iterator[None]:
    environment = {**os.environ, "HOME": str(home), "XDG_DATA_HOME": str(home)}
    log = home / "log"
    with (
        log.open("wb") as told,
        subprocess.Popen(command, stdout=told, stderr=told, env=environment) as process,
    ):
        try:
            until = time.monotonic() + STARTING_S
            while not answers(port):
                assert process.poll() is None, log.read_text("utf-8")
                assert time.monotonic() < until, log.read_text("utf-8")
                time.sleep(0.05)
            yield
        finally:
            process.terminate()


def answers(port: int) -> bool:
    with socket.socket() as one:
        return one.connect_ex(("127.0.0.1", port)) == 0


def get(port: int, address: str) -> Answer:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("GET", address)
        response = connection.getresponse()
        headers = {name.lower(): value for name, value in response.getheaders()}
        return Answer(response.status, headers, response.read().decode("utf-8", "replace"))
    finally:
        connection.close()


def test_old_addresses_lead_on_for_good(ask: Ask, place: Place) -> None:
    for old, src_uri in LEADS.items():
        answer = ask(old)
        target = f"/{place.below}{src_uri.removesuffix('.md')}/"
        assert (answer.status, answer.headers.get("location")) == (301, target), old
    assert ask("xem.aspx?id=13").status == 404
    assert ask("").status == 200


def test_every_answer_is_guarded_and_a_missing_page_is_the_sites_own(ask: Ask) -> None:
    for address, status in (("", 200), ("tin-tuc/", 200), ("khong-co/", 404), ("feed.xml", 200)):
        answer = ask(address)
        assert answer.status == status, address
        assert "default-src 'none'" in answer.headers["content-security-policy"], address
        assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert "camera=()" in answer.headers["permissions-policy"]
    assert "Không tìm thấy trang" in ask("khong-co/").body


def test_only_files_named_by_their_content_are_kept_for_long(ask: Ask, place: Place) -> None:
    site = place.www / place.below
    part = next((site / "tim-kiem/phan").iterdir()).relative_to(site).as_posix()
    pack = next((site / "tim-kiem/bai").rglob("*.bin")).relative_to(site).as_posix()
    bundle = next((site / "assets/javascripts").glob("*.js")).relative_to(site).as_posix()
    for address in (part, pack, bundle):
        assert "immutable" in ask(address).headers["cache-control"], address
    for address in ("", "tin-tuc/", "tim-kiem/muc-luc.json", "assets/bantin/search.js"):
        assert ask(address).headers["cache-control"] == "no-cache", address
    assert "immutable" not in ask("tim-kiem/phan/mat.json").headers.get("cache-control", "")


def test_what_servers_read_is_not_shown_to_readers(ask: Ask) -> None:
    for address in ("_headers", "_redirects", "may-chu/nginx-http.conf", "may-chu/caddy.conf"):
        assert ask(address).status == 404, address
