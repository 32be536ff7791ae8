"""The same docs give the same bytes: on another day, in another place, under another locale."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.integration.project import Project, tree

HERE = {
    "SOURCE_DATE_EPOCH": "1000000000",
    "TZ": "UTC",
    "LC_ALL": "C",
    "LANG": "C",
    "PYTHONHASHSEED": "1",
    "PYTHONUTF8": "0",
}
ELSEWHERE = {
    "SOURCE_DATE_EPOCH": "1900000000",
    "TZ": "America/Los_Angeles",
    "LC_ALL": "C.UTF-8",
    "LANG": "vi_VN.UTF-8",
    "PYTHONHASHSEED": "2",
    "PYTHONUTF8": "1",
}


def build_under(root: Path, environment: dict[str, str]) -> dict[str, bytes]:
    """Build the project of all tests in a process of its own, and return its site."""
    project = Project.make(root)
    for number, path in enumerate(sorted(project.docs.rglob("*"))):
        os.utime(path, (int(environment["SOURCE_DATE_EPOCH"]) + number,) * 2)
    run = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build"],
        cwd=root,
        env={**os.environ, **environment},
        check=False,
        capture_output=True,
    )
    assert run.returncode == 0, run.stderr.decode("utf-8", "replace")
    return tree(project.site)


@pytest.fixture(scope="module")
def site_here(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return build_under(tmp_path_factory.mktemp("a"), HERE)


@pytest.fixture(scope="module")
def site_elsewhere(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    root = tmp_path_factory.mktemp("b") / "một chỗ khác" / "sâu hơn nhiều" / "kho-tin-thử"
    return build_under(root, ELSEWHERE)


def test_site_is_the_same_elsewhere_at_another_time(
    site_here: dict[str, bytes], site_elsewhere: dict[str, bytes]
) -> None:
    assert len(site_here) > 50
    assert site_elsewhere == site_here


def test_site_knows_neither_its_folder_nor_its_day(site_elsewhere: dict[str, bytes]) -> None:
    marks = ("một chỗ khác", "kho-tin-thử", ELSEWHERE["SOURCE_DATE_EPOCH"], "2030-03-17")
    told = [
        f"{path}: {mark}"
        for path, content in site_elsewhere.items()
        for mark in marks
        if mark.encode() in content
    ]
    assert told == []
