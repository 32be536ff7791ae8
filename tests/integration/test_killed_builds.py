"""Real builds, killed at many moments: the site is whole, and the next build finishes the work.

What dies between two given steps of publishing is in tests/unit/building/test_crash_points.py.
"""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.integration.project import BODY, DOCS, Project, tree

RECORDS = 30

# Half of the builds share their pages out to workers, though they are few.
WITH_WORKERS = """
from bantin.building import pool
from mkdocs.__main__ import cli
pool.POOL_FROM, pool.CHUNK = 1, 10
cli(["build"])
"""

Tree = dict[str, bytes]


def write_edition(project: Project, edition: int) -> None:
    """Write records that differ between editions, each of its own length or of the same."""
    shutil.rmtree(project.docs)
    for uri, text in DOCS.items():
        project.write(uri, text)
    name = ("Ban Mẫu", "Ban Mẫu mực")[edition]
    project.edit(BODY, "Ban Mẫu", name)
    for number in range(RECORDS):
        if number % 10 == edition:
            continue  # each edition has records that the other lacks
        text = f"""---
title: Tin số {number}
date: 20{10 + number % 10}-0{1 + number % 9}-11
section: chi-dao
bodies: [ban-mau]
---

{f"Lần in {edition}. " * (1 + number % 3)}
"""
        project.write(f"tin-tuc/20{10 + number % 10}/0{1 + number % 9}/tin-{number}.md", text)
    project.write("tep/lon.bin", bytes([edition]) * 1_000_000)
    # An address that is a folder in one edition and a file in the other.
    project.write(("tep/doi", "tep/doi/trong.bin")[edition], "đổi")


@contextmanager
def building(project: Project, *, with_workers: bool) -> Iterator[subprocess.Popen[bytes]]:
    """A real build under way; it is killed at last."""
    arguments = ["-c", WITH_WORKERS] if with_workers else ["-m", "mkdocs", "build"]
    process = subprocess.Popen(
        [sys.executable, *arguments],
        cwd=project.root,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def is_publishing(project: Project) -> bool:
    """True once the engine has written its last page, and until the build has tidied up."""
    return any(project.root.glob(".site.bantin/run-*/pages/gioi-thieu/index.html"))


@dataclass(frozen=True)
class Course:
    """How long a build takes, in seconds: to its end, and the end's share from publishing on."""

    whole_s: float
    publishing_s: float


def time_build(project: Project, *, with_workers: bool) -> Course:
    started, published = time.monotonic(), None
    with building(project, with_workers=with_workers) as process:
        while process.poll() is None:
            if published is None and is_publishing(project):
                published = time.monotonic()
            time.sleep(0.001)
    assert process.returncode == 0
    ended = time.monotonic()
    return Course(ended - started, ended - (published or ended))


def kill_build(
    project: Project, chance: random.Random, course: Course, *, late: bool, with_workers: bool
) -> None:
    """Kill a build at any moment, or at any moment of its publishing."""
    with building(project, with_workers=with_workers) as process:
        if late:
            while process.poll() is None and not is_publishing(project):
                time.sleep(0.0005)
            time.sleep(chance.uniform(0, course.publishing_s / 2))
        else:
            time.sleep(chance.uniform(0, course.whole_s))


@pytest.mark.parametrize(
    ("with_workers", "kills"), [(False, 7), (True, 4)], ids=["alone", "with workers"]
)
def test_killed_builds_leave_whole_files_and_are_finished_by_the_next(
    tmp_path: Path, with_workers: bool, kills: int
) -> None:
    project = Project.make(tmp_path / "project")
    editions: list[Tree] = []
    for edition in (0, 1):
        write_edition(project, edition)
        editions.append(project.clean_tree())
    known = set(editions[0].items()) | set(editions[1].items())
    # The last clean build's edition comes first: it is timed.
    course = time_build(project, with_workers=with_workers)
    chance = random.Random(2021)
    mixed = 0
    for kill in range(kills):
        write_edition(project, kill % 2)
        late = bool(kill % 4)
        kill_build(project, chance, course, late=late, with_workers=with_workers)
        site = tree(project.site)
        assert site.items() <= known, "a file is neither the old nor the new one"
        mixed += site not in editions
        if kill == kills - 1 or chance.random() < 0.5:
            edition = chance.choice((0, 1))
            write_edition(project, edition)
            assert project.build().code == 0
            assert tree(project.site) == editions[edition]
    # To be read with `pytest -s`: how many kills fell is the machine's affair.
    print(f"{kills} killed, {mixed} of them while files were being moved")
