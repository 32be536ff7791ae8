"""A real Git repository around an archive, for tests of what its past tells."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path


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
