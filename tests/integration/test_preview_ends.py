"""How previews begin and end: one for a project, on a port that can be had, in Vietnamese."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from bantin.mkdocs.preview.running import PREVIEW_FOLDER

from tests.integration.previewing import (
    BAR,
    ENGLISH,
    RECORD,
    TITLE,
    WRONG_DAY,
    free_port,
    launch,
    previewing,
)
from tests.integration.project import PROJECT, Project

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is sent as a signal")


def test_one_preview_of_a_project_runs_at_a_time(project: Project) -> None:
    other = project.copy(project.root.with_name("other"))
    with previewing(project) as first:
        second = launch(project, "--port", str(first.port))
        assert second.wait_for_end() == 1
        said = second.said[-1]
        assert f"đang chạy ở {first.url}, từ " in said
        assert "nhấn Ctrl-C" in said
        assert not ENGLISH.search(said)
        # Another project takes the next port.
        with previewing(other, "--port", str(first.port)) as third:
            assert third.port > first.port
            assert f"Cổng {first.port} có chương trình khác dùng" in "\n".join(third.said)
        os.killpg(first.process.pid, signal.SIGKILL)
        first.process.wait()
    # A killed one is in nobody's way.
    with previewing(project) as fourth:
        fourth.wait_for_page("", TITLE)


def test_a_port_that_may_not_be_had_ends_in_plain_words(project: Project) -> None:
    with socket.create_server(("127.0.0.1", 65535)) if _is_free(65535) else _Nothing():
        refused = launch(project, "--port", "65535")
        assert refused.wait_for_end() == 1
    assert "không có cổng nào trống từ 65535" in refused.said[-1]
    refused = launch(project, "--port", "8000", "--host", "203.0.113.7")
    assert refused.wait_for_end() == 1
    assert "không dùng được địa chỉ 203.0.113.7" in refused.said[-1]


@pytest.mark.parametrize("host", ["a..b", "a" * 64, "\udcff"])
def test_what_is_no_name_of_a_host_ends_in_plain_words(project: Project, host: str) -> None:
    refused = launch(project, "--port", "8000", "--host", host)
    assert refused.wait_for_end() == 1
    assert "không dùng được địa chỉ" in refused.said[-1]
    assert not ENGLISH.search("\n".join(refused.said))


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("moment", ["at once", "while it builds", "later"])
def test_every_end_is_told_in_vietnamese(
    project: Project, number: signal.Signals, moment: str
) -> None:
    if moment == "later":
        project.edit("gioi-thieu.md", "12-tb-vp.md", "12-tb.md")
    with previewing(project) as preview:
        if moment != "at once":
            preview.wait_for(lambda: preview.get(".xem-thu/preview.js").status == 200, "answers")
        if moment == "later":
            preview.wait_for_page("", TITLE)
            project.write(RECORD, WRONG_DAY)
            preview.wait_for_page("", BAR)
            preview.get("khong-co/")
            (project.docs / RECORD).unlink()
            preview.wait_for_bar_to_go()
        code = preview.end(number)
    said = "\n".join(preview.said)
    assert code == 0, said
    assert preview.said[-1] == "Đã dừng xem thử."
    assert said.count("Đã dừng") == 1
    assert not ENGLISH.search(said), said
    # Nothing stays half-made, and the next build finds the way free.
    assert not list((project.root / PREVIEW_FOLDER).rglob("run-*"))
    project.edit("gioi-thieu.md", "12-tb", "12-tb")
    assert project.build().code == 0


# Stands for the engine: the signal meets code that was made from text.
INTERRUPTED = """
import sys, types
engine = types.ModuleType("engine")
engine.run_preview = lambda *_, **__: exec("raise KeyboardInterrupt")
sys.modules["bantin.mkdocs.preview.engine"] = engine
"""


def test_an_end_while_modules_load_is_a_good_end(tmp_path: Path) -> None:
    """Python remembers such an interrupt, though it was answered, and ends with 130."""
    (tmp_path / "sitecustomize.py").write_text(INTERRUPTED, "utf-8")
    ended = subprocess.run(
        [sys.executable, "-m", "bantin.mkdocs.preview", "--host", "x", "--port", "1"],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": f"{tmp_path}{os.pathsep}{PROJECT / 'hooks'}"},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout == "\nĐã dừng xem thử.\n"


def test_mkdocs_own_command_gets_the_same_preview(project: Project) -> None:
    command = [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{free_port()}"]
    with previewing(project, "--livereload", command=command) as preview:
        preview.wait_for_page("", TITLE)
        project.write(RECORD, WRONG_DAY)
        assert RECORD in preview.wait_for_page("", BAR).text
        assert preview.get(host="evil.example").status == 421
        (project.docs / RECORD).unlink()
        preview.wait_for_bar_to_go()
        assert preview.end() == 0
    assert preview.said[-1] == "Đã dừng xem thử."


def test_a_site_below_the_root_of_its_host_is_shown_there(project: Project) -> None:
    project.configure("https://bantin.example/", "https://bantin.example/kho/tin/")
    with previewing(project) as preview:
        preview.wait_for_page("kho/tin/", TITLE)
        assert preview.get("").headers["Location"] == "/kho/tin/"
        assert preview.get("kho/tin/tin-tuc").headers["Location"] == "/kho/tin/tin-tuc/"
        assert preview.get("tin-tuc/").status == 404
        assert preview.get("kho/tin/../../etc/passwd").status == 404
        assert preview.get("kho/tin/%2e%2e/%2e%2e/mkdocs.yml").status == 404


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


class _Nothing:
    def __enter__(self) -> None: ...
    def __exit__(self, *_: object) -> None: ...
