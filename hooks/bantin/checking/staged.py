"""Reads the records of the next commit as Git has staged them, not as they are in the folder."""

from __future__ import annotations

import tempfile
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from bantin.building.git import Git
from bantin.checking.tree import DocsTree, shown
from bantin.records.docs_listing import is_record_uri

# Records checked for each removed file. Of many, some are enough.
_SOME = 20


@dataclass(frozen=True)
class Staged:
    """The contents of the next commit.

    Attributes:
        tree: all of docs/ as after the commit.
        uris: src_uri of the new or changed records.
        left_behind: src_uri of records that may refer to a file that the commit removes; only some
            of very many.
    """

    tree: DocsTree
    uris: frozenset[str]
    left_behind: frozenset[str]


@contextmanager
def open_staged(docs_dir: Path) -> Iterator[Staged]:
    """Open the staged files below a docs folder.

    Fetching writes files to a temporary folder, which is removed at the end.

    Raises:
        GitError: Git is missing, or the folder lies in no repository.
    """
    git = Git(docs_dir)
    diff = ("diff", "--cached", "--name-only", "--relative", "--no-renames", "-z")
    changed = git.paths(*diff, "--diff-filter=ACMT")
    gone = git.paths(*diff, "--diff-filter=D")
    referring = {
        uri
        for lost in gone
        for uri in islice(filter(is_record_uri, git.files_with([_name(lost)])), _SOME)
    }
    below = git.paths("ls-files", "--cached", "-z")
    prefix = git.ask("rev-parse", "--show-prefix")
    with tempfile.TemporaryDirectory(prefix="ban-tin-") as folder:

        def fetch(uris: Collection[str]) -> None:
            git.give(
                sorted(uris),
                *("checkout-index", "--quiet", "--force", "--stdin", "-z"),
                f"--prefix={folder}/",
            )

        copy = Path(folder, prefix)
        copy.mkdir(parents=True, exist_ok=True)
        records = [uri for uri in below if is_record_uri(uri)]
        others = shown(uri for uri in below if not is_record_uri(uri))
        tree = DocsTree(copy, dict.fromkeys(records, ""), others, fetch)
        uris = frozenset(uri for uri in changed if is_record_uri(uri))
        yield Staged(tree, uris, frozenset(referring) - uris)


def _name(src_uri: str) -> str:
    """Return the word by which records refer to a file: a record's slug, or another file's name."""
    name = src_uri.rpartition("/")[2]
    return name.removesuffix(".md") if is_record_uri(src_uri) else name
