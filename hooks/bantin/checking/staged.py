"""Reads the records of the next commit as Git has staged them, not as they are in the folder."""

from __future__ import annotations

import tempfile
import unicodedata
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from bantin.building.git import Git, GitError
from bantin.checking.engine_rules import EngineRules
from bantin.checking.tree import DocsTree
from bantin.errors import Problem
from bantin.outputs.refused_files import may_hold_code
from bantin.records.docs_listing import DocsListing
from bantin.records.docs_names import is_hidden, is_left_copy, is_markdown, is_record_uri
from bantin.records.engine_settings import ENGINE_SETTINGS, engine_settings_in
from bantin.records.portable_names import refuse_name
from bantin.records.symlinks import fault_of_written_link

# Records checked for each removed file. Of many, some are enough.
_SOME = 20
# Git's mode of a symbolic link.
_LINK = "120000"


@dataclass(frozen=True)
class Staged:
    """The contents of the next commit.

    Attributes:
        tree: all of docs/ as after the commit.
        uris: src_uri of the new or changed records.
        moved: src_uri of removed files, and of new or changed files that are no records, with those
            that no site shows.
        left_behind: src_uri of records that `moved` files may spoil; only some of very many.
        settings: mkdocs.yml as after the commit, b"" where it is gone; None where the commit leaves
            it as it is.
    """

    tree: DocsTree
    uris: frozenset[str]
    moved: frozenset[str]
    left_behind: frozenset[str]
    settings: bytes | None = None

    @property
    def is_empty(self) -> bool:
        """True when the commit concerns nothing below docs/ that is checked."""
        tree = self.tree
        changes = self.uris or self.moved or tree.copies or tree.faults
        return not changes and self.settings is None


@contextmanager
def open_staged(docs_dir: Path) -> Iterator[Staged]:
    """Open the staged files below a docs folder.

    Fetching writes files to a temporary folder, which is removed at the end.

    Raises:
        GitError: Git is missing, or the folder lies in no repository.
        SettingsError: the engine's settings are wrong.
    """
    git = Git(docs_dir)
    diff = ("diff", "--cached", "--name-only", "--relative", "--no-renames", "-z")
    changed = git.paths(*diff, "--diff-filter=ACMT")
    gone = git.paths(*diff, "--diff-filter=D")
    referring = {
        uri
        for one in (*gone, *filter(may_hold_code, changed), *changed[:_SOME])
        for uri in islice(filter(is_record_uri, git.files_with([_name(one)])), _SOME)
    }
    prefix = git.ask("rev-parse", "--show-prefix")
    settings, rules = _settings(git, docs_dir)
    with tempfile.TemporaryDirectory(prefix="ban-tin-") as folder:
        copy = Path(folder, prefix)
        copy.mkdir(parents=True, exist_ok=True)
        listing = _list(git, set(changed))

        def fetch(uris: Collection[str]) -> None:
            git.give(
                sorted(listing.on_disk.get(uri, uri) for uri in uris),
                *("checkout-index", "--quiet", "--force", "--stdin", "-z"),
                f"--prefix={folder}/",
            )

        changed_uris = {unicodedata.normalize("NFC", uri) for uri in changed}
        others = rules.shown(listing.other_uris)
        rules.patterns.refuse_idle([uri for uri in others if not is_markdown(uri)])
        tree = DocsTree(
            copy,
            dict.fromkeys(listing.records, ""),
            others,
            fetch,
            rules,
            rules.shown(changed_uris.intersection(listing.copies)),
            listing.on_disk,
            tuple(one for one in listing.faults if rules.shown([one.path])),
        )
        uris = frozenset(uri for uri in changed if is_record_uri(uri))
        # Other names are faults, and no table can hold them.
        moved = frozenset(one for one in (*changed_uris, *gone) if not refuse_name(one)) - uris
        # A file may take the address of a record.
        referring |= {f"{one.removesuffix('/index.html')}.md" for one in moved} & tree.stamps.keys()
        yield Staged(tree, uris, moved, frozenset(referring) - uris, settings)


def _settings(git: Git, docs_dir: Path) -> tuple[bytes | None, EngineRules]:
    """Return the engine's settings where the commit changes them, and their rules on files.

    Settings that Git does not keep are read from the folder.

    Raises:
        SettingsError: the staged ones cannot be read.
    """
    name = f"../{ENGINE_SETTINGS}"
    try:
        is_kept = bool(git.paths("ls-files", "--cached", "-z", "--", name))
        is_changed = bool(git.paths("diff", "--cached", "--name-only", "-z", "--", name))
    except GitError:  # docs/ is the top of its repository
        return None, EngineRules.beside(docs_dir)
    if not is_kept:
        return (b"", EngineRules()) if is_changed else (None, EngineRules.beside(docs_dir))
    text = git.answer(b"", "cat-file", "blob", f":{name}")
    rules = EngineRules.of(engine_settings_in(text, Path(ENGINE_SETTINGS)))
    return text if is_changed else None, rules


def _list(git: Git, changed: Collection[str]) -> DocsListing:
    """List the staged files. Only changed ones are judged by their names and as links."""
    records: list[str] = []
    others: list[str] = []
    copies: list[str] = []
    on_disk: dict[str, str] = {}
    faults: list[Problem] = []
    # Each is "mode object stage<TAB>path".
    entries = [line.partition("\t") for line in git.paths("ls-files", "--cached", "-s", "-z")]
    here = {path for _, _, path in entries}
    for head, _, path in entries:
        if fault := refuse_name(path):
            faults += [fault] if path in changed and not is_hidden(path) else []
            continue
        uri = unicodedata.normalize("NFC", path)
        if uri != path:
            on_disk[uri] = path
        mode, link, _ = head.split()
        if is_record_uri(uri):
            records.append(uri)
        elif is_left_copy(uri):
            copies.append(uri)
        elif mode == _LINK and path in changed and not is_hidden(uri):
            target = git.ask("cat-file", "-p", link)
            if told := fault_of_written_link(uri, target, here):
                faults.append(Problem(uri, 0, "", *told))
            else:
                others.append(uri)
        else:
            others.append(uri)
    return DocsListing(
        dict.fromkeys(records, (0, 0, 0, 0)), tuple(others), tuple(copies), on_disk, tuple(faults)
    )


def _name(src_uri: str) -> str:
    """Return the word by which records refer to a file: a record's slug, or another file's name."""
    name = src_uri.removesuffix("/index.html").rpartition("/")[2]
    return name.removesuffix(".md") if is_record_uri(src_uri) else name
