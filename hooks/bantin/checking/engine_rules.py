"""The rules of mkdocs.yml on the files of docs/: which it leaves out, which it names."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pathspec.gitignore import GitIgnoreSpec

from bantin.outputs.published_files import FilePatterns
from bantin.records.engine_settings import ENGINE_SETTINGS, read_engine_settings, strings_in

# MkDocs leaves these out by itself.
_BY_DEFAULT = (".*", "/templates/")
_KEYS = ("exclude_docs", "draft_docs")


@dataclass(frozen=True)
class EngineRules:
    """What the settings say of files.

    Attributes:
        left_out: matches the src_uri of files that no site shows.
        patterns: files that are published though nothing refers to them.
        named: src_uri of files that the settings may name.
        site_url: absolute address of the site, "" for none.
    """

    left_out: GitIgnoreSpec = field(default_factory=lambda: GitIgnoreSpec.from_lines(_BY_DEFAULT))
    patterns: FilePatterns = field(default_factory=FilePatterns)
    named: frozenset[str] = frozenset()
    site_url: str = ""

    @classmethod
    def beside(cls, docs_dir: Path) -> EngineRules:
        """Read the settings beside a docs folder; the engine's own where there are none.

        Raises:
            SettingsError: they are not YAML, or `extra.files` is no list.
        """
        path = docs_dir.parent / ENGINE_SETTINGS
        return cls.of(read_engine_settings(path)) if path.is_file() else cls()

    @classmethod
    def of(cls, values: Mapping[str, object]) -> EngineRules:
        """Take the rules from settings, as written.

        Raises:
            SettingsError: `extra.files` is no list.
        """
        written = [values.get(key) for key in _KEYS]
        lines = [line for one in written if isinstance(one, str) for line in one.split("\n")]
        return cls(
            GitIgnoreSpec.from_lines([*_BY_DEFAULT, *lines]),
            FilePatterns.read(values.get("extra")),
            frozenset(posixpath.normpath(one) for one in strings_in(values) if one),
            str(values.get("site_url") or ""),
        )

    def shown(self, src_uris: Iterable[str]) -> frozenset[str]:
        """Return the files that a site may show."""
        return frozenset(uri for uri in src_uris if not self.left_out.match_file(uri))
