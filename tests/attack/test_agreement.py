"""Reader, check, hook and build say the same of any archive, and none of them ends in an error."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from bantin.building import build_session, fingerprint, freshness
from bantin.checking import last_check
from bantin.checking.check import check_records
from bantin.checking.staged import open_staged

from tests.attack.agreement import judge, make_files, told, write
from tests.attack.runs import SEED, tries
from tests.unit.archive import Archive

CASES = 60
COMMITS = 8


@pytest.fixture(autouse=True)
def same_code(monkeypatch: pytest.MonkeyPatch) -> None:
    """The code does not change while the tests run."""
    for caller in (fingerprint, freshness, build_session, last_check):
        monkeypatch.setattr(caller, "digest_engine", lambda *_: "máy")


@pytest.mark.parametrize("part", range(10))
def test_all_judges_say_the_same(tmp_path: Path, part: int) -> None:
    for number in range(part, tries(CASES), 10):
        root = tmp_path / str(number)
        write(root, make_files(SEED * 1_000_000 + number))
        verdicts = judge(root)
        assert verdicts.check == verdicts.build, number
        assert verdicts.named == verdicts.build, number
        assert verdicts.reader <= verdicts.build, number


def git(root: Path, *arguments: str) -> None:
    command = ["git", "-c", "user.name=Thử", "-c", "user.email=thu@example.invalid", *arguments]
    subprocess.run(command, cwd=root, check=True, capture_output=True)


@pytest.mark.parametrize("part", range(4))
def test_a_hook_refuses_what_a_build_refuses(tmp_path: Path, part: int) -> None:
    """What is committed was sound before, so that every fault is the commit's."""
    for number in range(part, tries(COMMITS), 4):
        root = tmp_path / str(number)
        sound = make_files(-1)
        git_root = root / "kho"
        write(git_root, sound)
        git(git_root, "init", "-q")
        git(git_root, "add", "-A")
        git(git_root, "commit", "-q", "-m", "Mở đầu")
        damaged = make_files(SEED * 1_000_000 + number)
        for uri in sound.keys() - damaged.keys():
            (git_root / "docs" / uri).unlink()
        write(git_root, {uri: raw for uri, raw in damaged.items() if sound.get(uri) != raw})
        git(git_root, "add", "-A")
        with open_staged(git_root / "docs") as staged:
            wanted = staged.uris | staged.left_behind
            found = check_records(staged.tree, wanted, moved=staged.moved).problems
        assert told(found) == told(Archive(git_root).build().problems), number
