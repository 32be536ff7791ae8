"""An archive that is built without its engine: the same steps, with a chrome of a few bytes."""

from __future__ import annotations

from concurrent.futures import Executor
from dataclasses import dataclass
from pathlib import Path

from bantin.building.build import BuildSettings, gather, make_pending
from bantin.building.clashes import find_clashing_outputs
from bantin.building.freshness import note_shared, prepare_store, stamp_all, take_stock
from bantin.building.indexing import make_index
from bantin.building.intake import Sources, take_in
from bantin.building.listing import list_files, scan_site
from bantin.building.pool import Workers
from bantin.building.publish import Published, publish
from bantin.building.store import Store
from bantin.building.workspace import Workspace
from bantin.errors import Problem, ProblemsError
from bantin.outputs.plan import CHROME_KEYS
from bantin.outputs.sizes import USUAL, Sizes
from bantin.records.listing import RECORD_FOLDERS, list_docs
from bantin.rendering.chrome import Chrome
from bantin.rendering.renderer import Renderer, RenderSettings
from bantin.rendering.site import Site

SITE = Site("Trang thử", "https://vidu.example/", "Để thử.")
RENDERING = RenderSettings(SITE, {key: Chrome(f"<{key}>", "|", "</>") for key in CHROME_KEYS})
RENDERER = Renderer(RENDERING)
NOTHING = Published((), ())
LISTINGS = {f"{folder}/index.md": f"{folder}/" for folder in (*RECORD_FOLDERS, "tim-kiem")}


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


def read_sources(docs: Path, *, drafts_shown: bool = False) -> Sources:
    """Return what lies in docs/, as the engine would tell it."""
    listing = list_docs(docs)
    owners = {_address(uri): uri for uri in listing.other_uris}
    others = {uri: address for address, uri in owners.items()}
    stamps = stamp_all(listing.records)
    return Sources(docs, stamps, {**LISTINGS, **others}, owners, drafts_shown)


def _address(uri: str) -> str:
    if uri == "index.md":
        return ""
    return uri.removesuffix("index.html") if uri[-3:] != ".md" else f"{uri[:-3]}/"


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

    def build(self, site: Path | None = None, *, drafts_shown: bool = False) -> Outcome:
        """Do what the engine makes a build do."""
        workspace = Workspace(site or self.site)
        workspace.prepare()
        store = Store.open(workspace.store_path)
        try:
            return self._build(workspace, store, drafts_shown=drafts_shown)
        except ProblemsError as error:
            return Outcome(error.problems)
        finally:
            store.close()
            workspace.clear()

    def _build(self, workspace: Workspace, store: Store, *, drafts_shown: bool) -> Outcome:
        sources = read_sources(self.docs, drafts_shown=drafts_shown)
        workers = Workers(no_executor)
        prepare_store(store, drafts_shown=drafts_shown)
        take_in(store, sources, workers, sizes=self.sizes)
        pages = {uri: url for url, uri in sources.owners.items() if uri.endswith(".md")}
        whole = not workspace.has_site()
        settings = BuildSettings(
            rendering=RENDERING,
            others=sources.others,
            page_urls=tuple(pages.values()),
            store_path=store.path,
            fresh_dir=workspace.fresh_dir,
            whole_dir=workspace.whole_dir if whole else None,
            sizes=self.sizes,
        )
        notes = note_shared(store, settings)
        inventory = take_stock(store, scan_site(workspace.site_dir))
        made = list(make_pending(store, settings, RENDERER, workers))
        taken = {_path(address): uri for address, uri in sources.owners.items()}
        if problems := find_clashing_outputs(store, made, taken, self.docs):
            raise ProblemsError(problems)
        rendering = gather(made, *make_index(store, workspace, workers), whole=whole)
        for path, uri in taken.items():
            target = workspace.pages_dir / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes((self.docs / uri).read_bytes())
        published = publish(workspace, store, rendering, inventory, notes)
        return Outcome((), frozenset(file.path for file in rendering.made), published)

    def tree(self, site: Path | None = None) -> dict[str, bytes]:
        """Return path → content of every file of the site."""
        folder = site or self.site
        return {path: (folder / path).read_bytes() for path in list_files(folder)}


def _path(address: str) -> str:
    return f"{address}index.html" if not address or address.endswith("/") else address
