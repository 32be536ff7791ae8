"""Chooses the files of docs/ that the site shows: those that something published refers to.

Everything else stays at home: files of drafts, files that nobody refers to, copies. Knows neither
the engine nor the store.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any

from bantin.errors import SettingsError
from bantin.outputs.discovery.robots import OWN_FILES
from bantin.rendering.file_references import (
    paths_meant,
    references_in_html,
    references_in_text,
)

# Servers, browsers and services ask for these by name, in the root of the site.
_ASKED_FOR = re.compile(
    r"favicon\.ico|apple-touch-icon(?:-[\w-]+)?\.png|CNAME|humans\.txt|ads\.txt|security\.txt"
    r"|google[0-9a-f]+\.html|BingSiteAuth\.xml|yandex_[0-9a-f]+\.html"
)
_PAGES = (".html", ".htm", ".xhtml")
# Published files of these kinds may name others.
_CODE = (*_PAGES, ".css", ".js", ".mjs", ".json", ".webmanifest")


@dataclass(frozen=True, slots=True)
class FilePatterns:
    """The setting `extra.files`: files that are published though nothing refers to them.

    Attributes:
        patterns: src_uri with `*` and `?`; one that ends in "/" means all below a folder.
    """

    patterns: tuple[str, ...] = ()

    @classmethod
    def read(cls, extra: Any) -> FilePatterns:
        """Read the setting from the value of `extra`.

        Raises:
            SettingsError: it is no list of patterns.
        """
        found = extra.get("files") if isinstance(extra, Mapping) else None
        found = [] if found is None else found
        if not isinstance(found, list) or not all(isinstance(one, str) and one for one in found):
            raise SettingsError(
                "mkdocs.yml: extra.files phải là danh sách tên tệp; viết mỗi tên một dòng, mở đầu "
                "bằng “- ”, ví dụ “- tai-lieu/*.pdf”"
            )
        return cls(tuple(found))

    def match(self, src_uri: str) -> bool:
        """Tell whether a file is meant."""
        return any(_fits(src_uri, pattern) for pattern in self.patterns)

    def refuse_idle(self, src_uris: Collection[str]) -> None:
        """Refuse a pattern that matches none of the files.

        Raises:
            SettingsError: there is one.
        """
        for pattern in self.patterns:
            if not any(_fits(uri, pattern) for uri in src_uris):
                raise SettingsError(
                    f"mkdocs.yml: extra.files có “{pattern}” mà docs/ không có tệp nào như vậy; "
                    "xem lại tên, hoặc xóa dòng ấy"
                )


def _fits(src_uri: str, pattern: str) -> bool:
    return fnmatchcase(src_uri, f"{pattern}*" if pattern.endswith("/") else pattern)


def is_asked_for(src_uri: str) -> bool:
    """True for a file that is published by its name and place alone."""
    return src_uri in OWN_FILES or _ASKED_FOR.fullmatch(src_uri) is not None


def may_name_files(src_uri: str) -> bool:
    """True for a file whose text may name others."""
    return src_uri.lower().endswith(_CODE)


def choose_files(
    src_uris: Sequence[str],
    is_meant: Callable[[str], bool],
    read: Callable[[str], str],
    site_url: str,
) -> set[str]:
    """Return the files to publish.

    Args:
        src_uris: all files of docs/ that are neither records nor pages.
        is_meant: tells whether a record, a page or the settings refer to a file.
        read: returns the text of a file, "" for an unreadable one.
        site_url: absolute address of the site, with "/" at its end.
    """
    chosen = {uri for uri in src_uris if is_asked_for(uri) or is_meant(uri)}
    rest = set(src_uris) - chosen
    waiting = sorted(filter(may_name_files, chosen))
    while waiting and rest:
        uri = waiting.pop()
        is_page = uri.lower().endswith(_PAGES)
        text = read(uri)
        found = references_in_html(text) if is_page else references_in_text(text)
        more = rest & set(resolve_all(found, posixpath.dirname(uri), site_url))
        chosen |= more
        rest -= more
        waiting += filter(may_name_files, more)
    return chosen


def resolve_all(references: Iterable[str], folder: str, site_url: str) -> Iterator[str]:
    """Yield the paths below the site's root that some references may mean."""
    for one in references:
        yield from paths_meant(one, folder, site_url)
