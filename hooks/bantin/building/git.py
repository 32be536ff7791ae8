"""Runs Git as the clerk's own Git would run, also inside a hook."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Collection, Iterable
from pathlib import Path

from bantin.errors import BantinError
from bantin.unforeseen import reason_of

# A hook gets these. They name the repository as seen from the hook's first folder, which is wrong
# elsewhere. Without them Git finds the repository from any folder in it.
_PLACES = ("GIT_DIR", "GIT_WORK_TREE", "GIT_PREFIX")


class GitError(BantinError):
    """Git is missing, there is no repository, or Git refuses; the Vietnamese message says which."""


class NoRepositoryError(GitError):
    """There is no Git here, or no repository: nothing is wrong, and nothing can be read."""


class Git:
    """Git in one folder of a repository."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._environment = {key: v for key, v in os.environ.items() if key not in _PLACES}
        # No command of ours may fetch from elsewhere what the clone has left out.
        self._environment["GIT_NO_LAZY_FETCH"] = "1"
        # Its errors are read below.
        self._environment["LC_ALL"] = "C"
        # Git makes a separate index for a commit that names its files.
        if index := self._environment.get("GIT_INDEX_FILE"):
            self._environment["GIT_INDEX_FILE"] = str(Path(index).resolve())

    def ask(self, *arguments: str) -> str:
        """Return Git's output, without the line's end.

        Raises:
            GitError: Git is missing, or refuses.
        """
        return _text(self._run(arguments, b"")).rstrip("\n")

    def head(self) -> str:
        """Return the full name of the present commit; "" before the first one.

        Raises:
            GitError: Git is missing, or refuses.
        """
        command = ("rev-parse", "--quiet", "--verify", "HEAD^{commit}")
        return _text(self._run(command, b"", allowed=(0, 1))).strip()

    def paths(self, *arguments: str) -> list[str]:
        """Return the paths that Git puts out; the arguments must contain `-z`.

        Raises:
            GitError: Git is missing, or refuses.
        """
        return [path for path in self.ask(*arguments).split("\0") if path]

    def files_with(self, words: Iterable[str]) -> list[str]:
        """Return the staged files below the folder that contain at least one of the words.

        Raises:
            GitError: Git is missing, or refuses.
        """
        wanted = [part for word in words for part in ("-e", word)]
        # Exit code 1 means that no file matches.
        command = ("grep", "--cached", "--name-only", "-z", "--fixed-strings", *wanted)
        found = _text(self._run(command, b"", allowed=(0, 1))) if wanted else ""
        return [path for path in found.split("\0") if path]

    def give(self, paths: Iterable[str], *arguments: str) -> None:
        """Hand paths to a command that reads them; the arguments must contain `-z --stdin`.

        Raises:
            GitError: Git is missing, or refuses.
        """
        told = b"".join(path.encode("utf-8", "surrogateescape") + b"\0" for path in paths)
        self._run(arguments, told)

    def answer(self, told: bytes, *arguments: str) -> bytes:
        """Return what Git puts out for what it is told.

        Raises:
            GitError: Git is missing, or refuses.
        """
        return self._run(arguments, told)

    def _run(
        self, arguments: Iterable[str], told: bytes, *, allowed: Collection[int] = (0,)
    ) -> bytes:
        # No line end is changed on the way, so the stored bytes are checked.
        command = ["git", "-c", "core.autocrlf=false", *arguments]
        try:
            done = subprocess.run(
                command, cwd=self._folder, env=self._environment, input=told, capture_output=True
            )
        except FileNotFoundError:
            raise NoRepositoryError(
                "máy này chưa có Git; cài từ https://git-scm.com rồi chạy lại"
            ) from None
        except OSError as error:
            raise GitError(f"không chạy được Git ({reason_of(error)})") from None
        if done.returncode not in allowed:
            said = done.stderr.decode("utf-8", "replace").strip()
            # Outside a repository "git diff" compares folders, and knows no staged files.
            if "not a git repository" in said or "usage: git diff --no-index" in said:
                raise NoRepositoryError(f"{self._folder} không nằm trong kho Git nào")
            raise GitError(f"Git từ chối lệnh {' '.join(command)}: {said}")
        return done.stdout


def _text(told: bytes) -> str:
    return told.decode("utf-8", "surrogateescape")
