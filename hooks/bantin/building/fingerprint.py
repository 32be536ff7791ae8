"""Fingerprints: one short text for all that an output is made from."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from pydantic_core import to_json

from bantin.outputs.output import Output
from bantin.rendering.chrome import Chrome, ChromeKey
from bantin.rendering.renderer import RenderSettings

_ENGINE_SUFFIXES = {".py", ".tsv", ".ttf"}
# The packages that shape pages. Editors' services and the adapter do not.
_ENGINE_PARTS = ("text", "records", "rendering", "minutes", "catalog", "search", "outputs")
_ENGINE_LIBRARIES = (
    *(
        "icalendar",
        "Jinja2",
        "Markdown",
        "nh3",
        "pillow",
        "pydantic",
        "python-frontmatter",
        "PyYAML",
    ),
)


@dataclass(frozen=True, slots=True)
class Digests:
    """Digests of the things that many outputs share.

    Attributes:
        engine: our code and the libraries that shape pages.
        templates: the templates of record pages, wherever they lie.
        site: name and address of the site, and the content policy.
        chromes: each chrome.
    """

    engine: str
    templates: str
    site: str
    chromes: Mapping[ChromeKey, str]

    @property
    def shared(self) -> str:
        """A digest of all of them. If it is the same, only records can have changed."""
        chromes = sorted(self.chromes.items())
        return _digest(repr((self.engine, self.templates, self.site, chromes)))

    @classmethod
    def of(cls, settings: RenderSettings) -> Digests:
        """Digest the settings of a renderer."""
        chromes = {key: _digest_chrome(chrome) for key, chrome in settings.chromes.items()}
        templates = digest_templates(settings.template_dirs)
        site = _digest(repr((settings.site, settings.policy)))
        return cls(digest_engine(), templates, site, chromes)


def fingerprint(output: Output, digests: Digests) -> str:
    """Return 32 hex digits that differ whenever the output would.

    Views are dataclasses, tuples, text and numbers. So JSON shows all their data, and equal data in
    the same way. The function `make` tells which dataclasses they are.
    """
    make = f"{output.make.__module__}.{output.make.__qualname__}"
    chrome = digests.chromes[output.chrome] if output.chrome is not None else ""
    shared = (output.path, make, digests.engine, digests.templates, digests.site, chrome)
    digest = hashlib.blake2b("\0".join(shared).encode(), digest_size=16)
    digest.update(to_json(output.view))
    return digest.hexdigest()


def digest_engine(*more_parts: str) -> str:
    """Return a digest of the code and tables that shape pages; takes about 5 ms.

    Args:
        more_parts: more packages of ours to include.
    """
    package = Path(__file__).parents[1]
    libraries = "\0".join(f"{name}={version(name)}" for name in _ENGINE_LIBRARIES)
    files = {
        path.relative_to(package).as_posix(): path
        for part in (*_ENGINE_PARTS, *more_parts)
        for path in (package / part).rglob("*")
        if path.suffix in _ENGINE_SUFFIXES
    }
    return _digest(libraries + _digest_files(files))


def digest_templates(folders: Iterable[str]) -> str:
    """Return a digest of the templates of record pages. The first folder with a file counts."""
    found: dict[str, Path] = {}
    for folder in folders:
        for path in Path(folder).glob("bantin/**/*.html"):
            found.setdefault(path.relative_to(folder).as_posix(), path)
    return _digest_files(found)


def _digest_files(paths: Mapping[str, Path]) -> str:
    digest = hashlib.blake2b(digest_size=16)
    for name, path in sorted(paths.items()):
        digest.update(name.encode() + b"\0")
        digest.update(path.read_bytes() + b"\0")
    return digest.hexdigest()


def _digest_chrome(chrome: Chrome) -> str:
    return _digest("\0".join((chrome.before_head, chrome.between, chrome.after_body)))


def _digest(text: str) -> str:
    return hashlib.blake2b(text.encode(), digest_size=16).hexdigest()
