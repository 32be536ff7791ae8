"""A real preview of a project, run as `scripts/start.py` runs it, and what it answers."""

from __future__ import annotations

import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NamedTuple

from tests.integration.project import PROJECT, Project

# The command itself, but for another project and without making an environment.
START = """
import sys
from functools import partial
from pathlib import Path
import start
start.enter = lambda: None
start.run = partial(start.run, cwd=Path.cwd())
sys.exit(start.main())
"""
# What is waited for comes far sooner, and fails the test if it never comes.
PATIENCE_S = 60.0
# No answer may wait for anything; one that hangs fails the test.
ANSWER_S = 60.0
RECORD = "tin-tuc/2026/11/ngay-sai.md"
WRONG_DAY = "---\ntitle: Tin có ngày sai\ndate: 10-11-2026\nsection: chi-dao\n---\n\nChữ.\n"
# The title of a record of the project.
TITLE = "Ban Mẫu họp tháng ba"
# Words that MkDocs and Python would say.
ENGLISH = re.compile(
    r"Building|Serving|Browser connected|error happened|Shutting|Watching|Detected|Reloading|"
    r"Cleaning|Documentation|Traceback|Aborted|WARNING|INFO|ERROR|code \d{3}|Exception|\bconfig\b"
)
BAR = "bt-preview--wrong"


class Answer(NamedTuple):
    status: int
    text: str
    headers: dict[str, str]


class RunningPreview:
    """The preview's process, its address and what it has said."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self.said: list[str] = []
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.said.append(line.rstrip("\n"))

    @property
    def port(self) -> int:
        found = re.search(r"Địa chỉ xem thử: http://127\.0\.0\.1:(\d+)/", "\n".join(self.said))
        return int(found[1]) if found else 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    def wait_for(self, condition: Callable[[], object], what: str) -> None:
        until = time.monotonic() + PATIENCE_S
        while not condition():
            alive = self.process.poll() is None
            assert alive, f"ended while waiting for {what}:\n" + "\n".join(self.said)
            assert time.monotonic() < until, f"never came: {what}\n" + "\n".join(self.said)
            time.sleep(0.05)

    def get(self, path: str = "", *, host: str | None = None) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=ANSWER_S)
        headers = {"Host": f"127.0.0.1:{self.port}" if host is None else host}
        try:
            connection.request("GET", f"/{path}", headers=headers)
            answer = connection.getresponse()
            body = answer.read().decode("utf-8", "replace")
            return Answer(answer.status, body, dict(answer.getheaders()))
        finally:
            connection.close()

    def wait_for_page(self, path: str, *parts: str) -> Answer:
        """Wait until a page holds all these parts. Each answer comes at once, right or not."""
        last: list[Answer] = []

        def has_come() -> bool:
            last.append(self.get(path))
            return all(part in last[-1].text for part in parts)

        self.wait_for(has_come, f"{parts} at /{path}")
        return last[-1]

    def wait_for_bar_to_go(self, path: str = "") -> Answer:
        last: list[Answer] = []

        def has_gone() -> bool:
            last.append(self.get(path))
            return last[-1].status == 200 and BAR not in last[-1].text

        self.wait_for(has_gone, "no bar")
        return last[-1]

    def wait_for_rest(self) -> None:
        """Wait until nothing new has been shown for longer than the system takes to tell."""
        before = ""
        while (now := re.findall(r'data-epoch="(\d+)"', self.get().text)[0]) != before:
            before = now
            time.sleep(1.5)

    def wait_for_end(self) -> int:
        """Return the exit code of a preview that ends by itself."""
        code = self.process.wait(PATIENCE_S)
        self.close()
        return code

    def close(self) -> None:
        """Kill what still runs."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        self._reader.join()
        assert self.process.stdout is not None
        self.process.stdout.close()

    def end(self, number: int = signal.SIGINT) -> int:
        """Press Ctrl-C, as a terminal does it: the whole group hears. Return the exit code."""
        os.killpg(self.process.pid, number)
        return self.wait_for_end()


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


def launch(project: Project, *options: str, command: list[str] | None = None) -> RunningPreview:
    path = os.pathsep.join([str(PROJECT / "scripts"), str(PROJECT / "hooks")])
    process = subprocess.Popen(
        [*(command or [sys.executable, "-c", START]), *options],
        cwd=project.root,
        env=os.environ | {"PYTHONPATH": path, "PYTHONUTF8": "1", "PYTHONUNBUFFERED": "1"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        start_new_session=True,
    )
    return RunningPreview(process)


@contextmanager
def previewing(
    project: Project, *options: str, command: list[str] | None = None
) -> Iterator[RunningPreview]:
    """Run a preview until the block ends. Yield as soon as it answers."""
    options = options or ("--port", str(free_port()))
    preview = launch(project, *options, command=command)
    try:
        preview.wait_for(lambda: preview.port, "an address")
        yield preview
    finally:
        preview.close()
