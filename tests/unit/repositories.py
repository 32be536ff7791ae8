"""An archive in a real Git repository, for tests of what its past tells."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.unit.archive import Archive


@dataclass(frozen=True)
class Repository:
    """A repository in a folder. `git` runs with no settings but its own."""

    root: Path

    @classmethod
    def make(cls, root: Path) -> Repository:
        """Begin a repository. What builds leave is ignored, as in the project."""
        repository = cls(root)
        repository.git("init", "--quiet", "--initial-branch=main")
        (root / ".git" / "info" / "exclude").write_text("*.bantin/\n/site/\n/fresh/\n")
        return repository

    def git(self, *arguments: str, day: str = "2026-11-01") -> str:
        """Run Git on a day, at noon in Vietnam; return what it says."""
        own = {
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_COMMITTER_DATE": f"{day}T12:00:00+07:00",
            "GIT_AUTHOR_DATE": "2001-01-01T00:00:00+00:00",
            **{f"GIT_{who}_NAME": "Biên tập" for who in ("AUTHOR", "COMMITTER")},
            **{f"GIT_{who}_EMAIL": "bt@x.example" for who in ("AUTHOR", "COMMITTER")},
        }
        outside = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
        done = subprocess.run(
            ["git", *arguments],
            cwd=self.root,
            env={**outside, **own},
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    def commit(self, day: str = "2026-11-01", *, amend: bool = False) -> None:
        """Commit all that lies in the folder; nothing new is a commit too."""
        self.git("add", "--all", ".")
        more = ("--amend",) if amend else ()
        self.git("commit", "--quiet", "--allow-empty", "--message", day, *more, day=day)

    def clone(self, root: Path, *arguments: str) -> Repository:
        """Clone through Git's own protocol, so that depths count."""
        self.git("clone", "--quiet", *arguments, self.root.resolve().as_uri(), str(root))
        return Repository(root)


class Past:
    """An archive in a repository, written and committed by a test."""

    def __init__(self, root: Path) -> None:
        self.archive = Archive(root)
        for uri in ("chuyen-muc/x.md", "to-chuc/ban.md"):
            self.write(**{uri: "---\nname: Tên\n---\n"})
        self.repository = Repository.make(root)

    def write(self, **files: str | None) -> None:
        for uri, text in files.items():
            path = self.archive.docs / uri
            path.parent.mkdir(parents=True, exist_ok=True)
            path.unlink(missing_ok=True)
            if text is not None:
                path.write_text(text, "utf-8")

    def commit(self, day: str, **files: str | None) -> None:
        self.write(**files)
        self.repository.commit(day)

    def build(self) -> dict[str, bytes]:
        """Build in the wake of the last build and from nothing; both must be the same."""
        fresh = self.archive.root / "fresh"
        assert self.archive.build().problems == ()
        assert not self.archive.build(fresh).problems
        tree = self.archive.tree()
        assert tree == self.archive.tree(fresh)
        shutil.rmtree(fresh)
        shutil.rmtree(self.archive.root / ".fresh.bantin")
        return tree

    def told(self, lasting_id: str) -> list[tuple[str, str]]:
        """Return (day, what) of all events of a record."""
        return [
            (one["when"][:10], one["what"])
            for one in changes_in(self.build())
            if one["id"] == lasting_id
        ]


def index_of(tree: dict[str, bytes]) -> Any:
    return json.loads(tree["api/changes/index.json"])


def changes_in(tree: dict[str, bytes]) -> list[dict[str, Any]]:
    """Return all events of all months, as the index leads to them."""
    found = []
    for month in index_of(tree)["months"]:
        data = json.loads(tree[month["url"].removeprefix("https://vidu.example/")])
        assert (data["month"], len(data["changes"])) == (month["month"], month["size"])
        found += data["changes"]
    return found
