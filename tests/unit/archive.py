"""An archive that is built without its engine: the same steps, with a chrome of a few bytes."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import Executor
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from bantin.building.build_session import Session
from bantin.building.engine_interface import Appearance, BuildInput, EngineFiles, Voice
from bantin.building.folder_listing import list_files
from bantin.building.freshness import stamp_all
from bantin.building.intake import Sources
from bantin.building.pool import Workers
from bantin.building.publish import Published
from bantin.errors import Problem, ProblemsError
from bantin.outputs.addresses import find_doubles
from bantin.outputs.plan import CHROME_KEYS
from bantin.outputs.sizes import USUAL, Sizes
from bantin.records import folders
from bantin.records.docs_listing import DocsListing, list_docs
from bantin.rendering.chrome import Chrome
from bantin.rendering.renderer import Renderer, RenderSettings
from bantin.rendering.site import Site

SITE = Site("Trang thử", "https://vidu.example/", "Để thử.")
CHROMES = {key: Chrome(f"<{key}>", "|", "</>") for key in CHROME_KEYS}
RENDERING = RenderSettings(SITE, CHROMES)
RENDERER = Renderer(RENDERING)
APPEARANCE = Appearance(CHROMES, RENDERING.template_dirs, RENDERING.policy)
NOTHING = Published((), ())
# No archive of ours has a record of later days.
TODAY = date(2100, 1, 1)
LISTINGS = {f"{folder}/index.md": f"{folder}/" for folder in (*folders.RECORDS, "tim-kiem")}


# A few records do what hundreds do: fill pages, years and parts of the sitemap.
SMALL = Sizes(
    latest=2,
    whole_year=3,
    feed=3,
    term_feed=2,
    body_meetings=1,
    register_documents=2,
    tasks=2,
    task_days=1,
    sitemap_part=3,
)


def no_executor() -> Executor:
    raise AssertionError("nobody should be asked to help")


@dataclass(frozen=True)
class Outcome:
    """What a build did: it found Problems, or it made and published."""

    problems: tuple[Problem, ...] = ()
    made: frozenset[str] = frozenset()
    published: Published = NOTHING
    damaged: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


def read_sources(docs: Path, *, drafts_shown: bool = False) -> Sources:
    """Return what lies in docs/, as a session would tell it."""
    listing = list_docs(docs)
    files, stamps = tell_files(listing), stamp_all(listing.records)
    return Sources(docs, stamps, files.addresses, files.owners, drafts_shown, TODAY)


def tell_files(listing: DocsListing) -> EngineFiles:
    """Return what an engine would tell that publishes every other file under its own name."""
    owners = {_address(uri): uri for uri in listing.other_uris}
    others = {uri: _address(uri) for uri in listing.other_uris}
    return EngineFiles(
        addresses={**LISTINGS, **others},
        owners=owners,
        paths={_path(address): uri for address, uri in owners.items()},
        page_urls=tuple(address for address, uri in owners.items() if uri.endswith(".md")),
    )


def _address(uri: str) -> str:
    folder, name = uri.rpartition("/")[::2]
    if name in ("index.md", "README.md", "index.html"):
        return f"{folder}/" if folder else ""
    return uri if uri[-3:] != ".md" else f"{uri[:-3]}/"


@dataclass(frozen=True)
class Archive:
    """A folder with docs/ and, once built, site/."""

    root: Path
    sizes: Sizes = USUAL

    @property
    def docs(self) -> Path:
        return self.root / "docs"

    @property
    def site(self) -> Path:
        return self.root / "site"

    def build(
        self,
        site: Path | None = None,
        *,
        drafts_shown: bool = False,
        verified: bool = False,
        today: date | None = None,
    ) -> Outcome:
        """Do what the engine makes a build do."""
        build_input = BuildInput(
            SITE, self.docs, drafts_shown, self.sizes, today or TODAY, verified
        )
        warnings: list[str] = []
        session = Session.open(
            build_input,
            site or self.site,
            voice=Voice(warn=warnings.append),
            workers=Workers(no_executor),
        )
        with closing(session):
            try:
                outcome = self._build(session)
            except ProblemsError as error:
                outcome = Outcome(error.problems)
        return replace(outcome, warnings=tuple(warnings))

    def _build(self, session: Session) -> Outcome:
        listing = list_docs(self.docs)
        files = tell_files(listing)
        addresses = ((uri, _address(uri)) for uri in listing.other_uris)
        session.take_in(listing.records, files, find_doubles(addresses))
        session.render(APPEARANCE)
        copy_files(self.docs, files.paths, session.pages_dir)
        session.add_view_files()
        built = session.publish()
        made = frozenset(file.path for file in built.rendering.made)
        return Outcome((), made, built.published, built.damaged)

    def tree(self, site: Path | None = None) -> dict[str, bytes]:
        """Return path → content of every file of the site."""
        folder = site or self.site
        return {path: (folder / path).read_bytes() for path in list_files(folder)}


def _path(address: str) -> str:
    return f"{address}index.html" if not address or address.endswith("/") else address


def copy_files(docs: Path, paths: Mapping[str, str], target_dir: Path) -> None:
    """Put the engine's files below a folder, as they are.

    Args:
        docs: where they lie.
        paths: path below the folder → src_uri.
        target_dir: the folder.
    """
    for path, uri in paths.items():
        target = target_dir / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes((docs / uri).read_bytes())
