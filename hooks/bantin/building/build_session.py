"""One build of a site as a few calls: open, take in, render, publish. `close` ends it anytime.

Knows no engine. The caller names the engine's own files, gives the chrome as plain data, and puts
the engine's pages into `pages_dir`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from bantin.building.clashes import find_clashing_outputs
from bantin.building.engine_interface import Appearance, BuildInput, Built, EngineFiles, Voice
from bantin.building.fingerprint import digest_engine
from bantin.building.folder_listing import SiteScan
from bantin.building.freshness import note_shared, prepare_store, stamp_all, take_stock
from bantin.building.history import take_history
from bantin.building.indexing import make_index
from bantin.building.intake import Sources, take_in
from bantin.building.inventory import Inventory
from bantin.building.pool import Workers
from bantin.building.progress import Progress
from bantin.building.publish import Course, publish
from bantin.building.render_stale import BuildSettings, Rendering, gather, make_pending
from bantin.building.site_hold import SiteHold
from bantin.building.view_count_files import put_view_files
from bantin.catalog.catalog import Catalog
from bantin.errors import Problem, ProblemsError
from bantin.outputs.addresses import AddressBook
from bantin.outputs.listings.most_read import PAGE_URL as MOST_READ_URL
from bantin.outputs.pages.home import HomeView, view_home
from bantin.records.docs_listing import Stamp
from bantin.records.view_counts import ViewTotals, read_totals
from bantin.rendering.frame import PageFrame
from bantin.rendering.renderer import Renderer, RenderSettings
from bantin.text.dates import today_in_vietnam


@dataclass(frozen=True, slots=True)
class _TakenIn:
    """The values that `take_in` leaves for later calls."""

    files: EngineFiles
    page_urls: tuple[str, ...]
    totals: ViewTotals
    sources: Sources
    faults: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _Rendered:
    """The values that `render` leaves for later calls."""

    renderer: Renderer
    rendering: Rendering
    notes: Mapping[str, str]
    home: HomeView


class Session:
    """One build of one site. Open it with `Session.open`, make the calls in order, and close it.

    Each call may raise ProblemsError (editors' mistakes) and PublishError (the disk refused, or the
    store was damaged and has been thrown away). Until `publish` the site does not change.

    Attributes:
        input: the input of the build.
        inventory: the files of the site. After `publish` it can be passed to the next build.
        course: how far `publish` has come.
    """

    def __init__(
        self,
        build_input: BuildInput,
        hold: SiteHold,
        voice: Voice,
        workers: Workers,
        inventory: Inventory | None,
    ) -> None:
        self.input = build_input
        self.inventory = inventory or Inventory()
        self.course = Course()
        self._hold = hold
        self._workers = workers
        self._tell = voice.tell
        self._progress = Progress(voice.tell)
        self._scan: SiteScan | None = None
        self._taken_in: _TakenIn | None = None
        self._made: _Rendered | None = None

    @classmethod
    def open(
        cls,
        build_input: BuildInput,
        site_dir: Path,
        *,
        inventory: Inventory | None = None,
        voice: Voice | None = None,
        workers: Workers | None = None,
    ) -> Session:
        """Lock the site and open the store of the last build.

        Args:
            build_input: the input of the build.
            site_dir: present or future folder of the site.
            inventory: the files of the site, from the build before; None to list them.
            voice: hears of long work, and of a store that was thrown away.
            workers: do the work if there is much of it. The session closes them.

        Raises:
            BuildRunningError: another build of the site is running.
            PublishError: the disk refuses.
        """
        voice = voice or Voice()
        hold = SiteHold.take(site_dir, voice.warn, verified=build_input.verified)
        if not hold.workspace.has_site():
            inventory = None  # somebody has removed the site since the build before
        session = cls(build_input, hold, voice, workers or Workers(), inventory)
        if inventory is None:
            try:
                session._begin_scan()
            except BaseException:
                session.close()
                raise
        return session

    def _begin_scan(self) -> None:
        if self._scan is not None:
            self._scan.close()
        # Another process lists a large site while this one reads records.
        expected = self._hold.store.count_files()
        self._scan = SiteScan(self._hold.workspace.site_dir, expected=expected)

    @contextmanager
    def working(self) -> Iterator[None]:
        """Run the block. It may read the store, as the address book does.

        Raises:
            PublishError: the store was damaged and has been thrown away, or the disk refused it.
        """
        with self._hold.working():
            yield

    def take_in(
        self, stamps: Mapping[str, Stamp], files: EngineFiles, faults: Iterable[Problem] = ()
    ) -> None:
        """Read the changed records, and check them.

        Args:
            stamps: of every record file, listed just now.
            files: the engine's own files.
            faults: Problems found before, to report with the others.
        """
        docs_dir, page_urls = self.input.docs_dir, files.page_urls
        with self.working():
            totals, problems = _read_totals(docs_dir)
            problems += faults
            if totals.seen:
                page_urls = tuple(dict.fromkeys((*page_urls, MOST_READ_URL)))
            sources = Sources(
                docs_dir,
                stamp_all(stamps),
                files.addresses,
                files.owners,
                self.input.drafts_shown,
                self.input.today or today_in_vietnam(),
            )
            self._taken_in = _TakenIn(files, page_urls, totals, sources, tuple(problems))
            try:
                self._take_in()
            except Exception as error:
                self._begin_anew(error)

    def _begin_anew(self, error: Exception) -> None:
        """Take all in again, into an empty store, if an error comes from damage of the old one."""
        if not self._hold.renew_store(error):
            raise error
        # They hold the old store open.
        self._workers.close()
        self._hold.workspace.empty()
        # Only the old store knew which files are the engine's.
        self._begin_scan()
        self._take_in()

    def _take_in(self) -> None:
        store, taken_in = self._hold.store, self._after_intake
        sources = taken_in.sources
        with store.reading():
            prepare_store(store, drafts_shown=sources.drafts_shown)
            take_in(
                store,
                sources,
                self._workers,
                faults=taken_in.faults,
                progress=self._progress,
                sizes=self.input.sizes,
            )
            take_history(store, sources.docs_dir, self._tell)

    def url_of(self, src_uri: str) -> str | None:
        """Return the address of a file; None where it has none, as a draft outside a preview."""
        return AddressBook(self._after_intake.files.addresses, self._catalog()).url_of(src_uri)

    def unfinished(self) -> list[str]:
        """Return the src_uri of the drafts that lack required keys, sorted. No page shows them."""
        return [uri for uri, _ in self._catalog().unfinished()]

    def count_unclear_orders(self) -> int:
        """Return how many orders on the site lack a kind or an addressee."""
        return self._catalog().register.count_unclear()

    def compiled_dir(self, who: str) -> Path:
        """Return the folder that keeps compiled templates from build to build.

        Args:
            who: name of the compiler. Another compiler would make other code of the same template.
        """
        return self._hold.workspace.compiled_dir(who, self._code)

    @cached_property
    def _code(self) -> str:
        return digest_engine()

    def render(self, look: Appearance) -> Renderer:
        """Render stale outputs into the workspace.

        Returns:
            The renderer of the pages.
        """
        with self.working():
            try:
                self._made = self._render(look)
            except Exception as error:
                self._begin_anew(error)
                self._made = self._render(look)
        return self._made.renderer

    def _render(self, look: Appearance) -> _Rendered:
        taken_in, workspace, store = self._after_intake, self._hold.workspace, self._hold.store
        compiled_dir = str(self.compiled_dir("pages"))
        whole = not workspace.has_site()
        settings = BuildSettings(
            rendering=RenderSettings(
                self.input.site, look.chromes, look.template_dirs, compiled_dir, look.policy
            ),
            others=taken_in.files.addresses,
            page_urls=taken_in.page_urls,
            store_path=workspace.store_path,
            fresh_dir=workspace.fresh_dir,
            whole_dir=workspace.whole_dir if whole else None,
            sizes=self.input.sizes,
        )
        renderer = Renderer(settings.rendering)
        notes = note_shared(store, settings)
        if self._scan is not None:
            self.inventory = take_stock(
                store,
                self._scan.result(),
                workspace.site_dir,
                verified=self.input.verified,
            )
        made = list(make_pending(store, settings, renderer, self._workers, self._progress))
        taken = taken_in.files.paths
        if problems := find_clashing_outputs(store, made, taken, self.input.docs_dir):
            store.check()
            raise ProblemsError(problems)
        index, index_gone = make_index(store, workspace, self._workers, self._progress)
        rendering = gather(made, index, index_gone, whole=whole)
        is_counted = bool(taken_in.totals.seen)
        home = view_home(self._catalog(), is_counted=is_counted, sizes=self.input.sizes)
        return _Rendered(renderer, rendering, notes, home)

    def home_part(self) -> str:
        """Return the archive's part of the home page, as HTML."""
        site, made = self.input.site, self._after_rendering
        frame = PageFrame("", site.name, site.description, "")
        return made.renderer.fragment("home.html", frame, made.home)

    def refers(self, src_uri: str, *, by_drafts: bool = False) -> bool:
        """Tell whether a shown record refers to a file.

        Args:
            src_uri: the file.
            by_drafts: drafts count even where they are not shown.
        """
        by_drafts = by_drafts or self.input.drafts_shown
        return self._catalog().is_referred(src_uri, by_drafts=by_drafts)

    @property
    def pages_dir(self) -> Path:
        """Folder for the engine's own pages and files, before `publish`."""
        return self._hold.workspace.pages_dir

    @property
    def empty_dir(self) -> Path:
        """A folder that stays empty."""
        return self._hold.workspace.empty_dir

    def add_view_files(self) -> None:
        """Add the files of views to the engine's finished pages."""
        totals, renderer = self._after_intake.totals, self._after_rendering.renderer
        with self.working():
            put_view_files(self.pages_dir, self._catalog(), totals, renderer)

    def publish(self) -> Built:
        """Publish the rendered files, and the files in `pages_dir`; the site is exactly these.

        After an error a part of the site may be new. Every file is whole.
        """
        made, hold = self._after_rendering, self._hold
        # Publishing mends them.
        damaged = self.inventory.damaged
        with self.working():
            published = publish(
                hold.workspace,
                hold.store,
                made.rendering,
                self.inventory,
                made.notes,
                self.course,
            )
            return Built(made.rendering, published, hold.store.count_files(), damaged)

    def close(self) -> None:
        """Give up all that is not published. Nothing stays open or half-made."""
        self._workers.close()
        if self._scan is not None:
            self._scan.close()
        self._hold.release()

    def _catalog(self) -> Catalog:
        return Catalog(self._hold.store.connection)

    @property
    def _after_intake(self) -> _TakenIn:
        if self._taken_in is None:
            raise RuntimeError("nothing is taken in yet")
        return self._taken_in

    @property
    def _after_rendering(self) -> _Rendered:
        if self._made is None:
            raise RuntimeError("nothing is rendered yet")
        return self._made


def _read_totals(docs_dir: Path) -> tuple[ViewTotals, list[Problem]]:
    """Return the counts of views, and the faults in their files, to report with all others."""
    try:
        return read_totals(docs_dir), []
    except ProblemsError as error:
        return ViewTotals(), list(error.problems)
