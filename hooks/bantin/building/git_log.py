"""Reads from Git which versions of record files there were, along the line that was published.

Follows the first parents: what was tried on a branch counts when it is merged. Uses commands whose
output no setting of Git changes. Knows no records.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bantin.building.git import Git, GitError

# Modes of plain files. A removed file has mode 0.
_FILES = ("100644", "100755")
# Versions fetched with one run of Git: some megabytes.
_AT_ONCE = 1_000


@dataclass(frozen=True, slots=True)
class FileChange:
    """A file that a commit added, changed or removed.

    Attributes:
        path: POSIX, relative to the folder.
        blob: Git's name of the content; "" for a removed file, and for what is no plain file.
    """

    path: str
    blob: str


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit of the published line, with its changes in the folder, by path.

    Attributes:
        name: its full name.
        seconds: when it was made, since the epoch.
        is_cut: the clone does not know what was before: all files seem to be added.
        changes: the changes in the folder.
    """

    name: str
    seconds: int
    is_cut: bool
    changes: tuple[FileChange, ...]


@dataclass(frozen=True, slots=True)
class PublishedLine:
    """The commits of the published line, as far as the clone knows them.

    Attributes:
        head: the newest commit.
        cuts: commits at which a shallow clone ends.
    """

    head: str
    cuts: frozenset[str]


class GitLog:
    """The past of a folder."""

    def __init__(self, folder: Path) -> None:
        self._git = Git(folder)
        self._folder = folder

    def line(self) -> PublishedLine | None:
        """Return the present line; None before the first commit.

        Raises:
            GitError: there is no Git, no repository, or Git refuses.
        """
        head = self._git.head()
        if not head:
            return None
        told = self._git.ask("rev-parse", "--is-shallow-repository", "--git-path", "shallow")
        is_shallow, path = told.split("\n")
        if is_shallow != "true":
            return PublishedLine(head, frozenset())
        try:
            cuts = (self._folder / path).read_text("ascii").split()
        except (OSError, ValueError) as error:
            raise GitError(f"không đọc được {path}: {error}") from error
        return PublishedLine(head, frozenset(cuts))

    def commits(self, line: PublishedLine, known: str = "") -> list[Commit] | None:
        """Return the commits that changed the folder, oldest first.

        Args:
            line: the present line.
            known: only commits after this one; "" for all.

        Returns:
            None when `known` is no commit of the line.

        Raises:
            GitError: Git refuses.
        """
        told = self._git.ask("rev-list", "--first-parent", "--timestamp", line.head)
        found = [entry.split(" ") for entry in told.split("\n")]
        names = [name for _, name in found]
        if known and known not in names:
            return None
        new = names.index(known) if known else len(names)
        asked = (" ".join(names[at : at + 2]) for at in range(new))
        changes = self._changes(asked)
        return [
            Commit(name, int(seconds), name in line.cuts, changes[name])
            for seconds, name in reversed(found[:new])
            if name in changes
        ]

    def _changes(self, asked: Iterator[str]) -> Mapping[str, tuple[FileChange, ...]]:
        """Return commit → its changes, for lines of a commit and its parent."""
        arguments = ("diff-tree", "--stdin", "-r", "-z", "--root", "--raw", "--no-renames")
        lines = "".join(f"{one}\n" for one in asked).encode()
        told = self._git.answer(lines, *arguments, "--no-abbrev", "--relative", "--", ".")
        changes: dict[str, list[FileChange]] = {}
        parts = iter(told.decode("utf-8", "surrogateescape").split("\0"))
        name = ""
        for part in parts:
            if not part.startswith(":"):
                name = part
                continue
            _, mode, _, blob, _ = part.split(" ")
            change = FileChange(next(parts), blob if mode in _FILES else "")
            changes.setdefault(name, []).append(change)
        return {name: tuple(found) for name, found in changes.items()}

    def contents(self, blobs: Sequence[str]) -> Iterator[tuple[str, bytes]]:
        """Yield (blob, content) of each blob, in the given order.

        Raises:
            GitError: one is missing, as in a clone that fetches contents on demand.
        """
        for start in range(0, len(blobs), _AT_ONCE):
            batch = blobs[start : start + _AT_ONCE]
            told = self._git.answer(
                "".join(f"{one}\n" for one in batch).encode(), "cat-file", "--batch"
            )
            at = 0
            for blob in batch:
                end = told.index(b"\n", at)
                _, kind, *size = told[at:end].split(b" ")
                if kind != b"blob":
                    raise GitError(f"kho Git thiếu nội dung {blob}")
                at = end + 1 + int(size[0]) + 1
                yield blob, told[end + 1 : at - 1]
