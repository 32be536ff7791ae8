"""What happens at each MkDocs event, in the order the events come."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.utils import CountHandler

from bantin.building.build import BuildSettings, Rendering, gather, make_pending
from bantin.building.clashes import find_clashing_outputs
from bantin.building.fingerprint import digest_engine
from bantin.building.folder_listing import SiteScan
from bantin.building.freshness import note_shared, prepare_store, stamp_all, take_stock
from bantin.building.indexing import make_index
from bantin.building.intake import Sources, take_in
from bantin.building.inventory import Inventory
from bantin.building.lock import SiteLock
from bantin.building.pool import Workers
from bantin.building.progress import Progress
from bantin.building.publish import publish
from bantin.building.store import Store, discard_store
from bantin.building.view_files import put_view_files
from bantin.building.worker import collect_seldom
from bantin.building.workspace import Workspace, tell_disk_fault, writing
from bantin.catalog.catalog import Catalog
from bantin.errors import BantinError, Problem, ProblemsError, PublishError, StoreError
from bantin.mkdocs.chrome import render_chromes
from bantin.mkdocs.files import add_listing_files, find_clashes, gather_files, is_shown
from bantin.mkdocs.heads import head_of
from bantin.mkdocs.pages import check_pages
from bantin.mkdocs.preview import serve_from
from bantin.mkdocs.settings import read_site
from bantin.outputs.addresses import AddressBook
from bantin.outputs.listings.most_read import PAGE_URL as MOST_READ_URL
from bantin.outputs.pages.home import view_home
from bantin.outputs.plan import CHROME_KEYS
from bantin.records.docs_listing import list_docs
from bantin.records.view_counts import ViewTotals, read_totals
from bantin.rendering.frame import PageFrame
from bantin.rendering.markup import ValidMarkup
from bantin.rendering.policy import Inline, make_policy
from bantin.rendering.renderer import THEME_DIR, Renderer, RenderSettings
from bantin.rendering.site import Site

log = get_plugin_logger("bantin")

# In the project's folder: a large archive is not built anew each time it is looked at.
PREVIEW_FOLDER = ".xem-thu.bantin"

_UNTOUCHED = "Trang đã xuất bản trước đó vẫn giữ nguyên."
_HALF_WAY = (
    "Trang có thể mới thay được một phần, nhưng tệp nào cũng nguyên vẹn; dựng lại là xong nốt."
)


@dataclass
class _Build:
    """What one build carries from event to event."""

    site: Site
    docs_dir: str
    workspace: Workspace
    lock: SiteLock
    workers: Workers = field(default_factory=Workers)
    progress: Progress = field(default_factory=lambda: Progress(log.info))
    store: Store | None = None
    scan: SiteScan | None = None
    settings: BuildSettings | None = None
    taken: Mapping[str, str] = field(default_factory=dict)
    pages: Mapping[str, str] = field(default_factory=dict)
    nav: Navigation | None = None
    rendering: Rendering | None = None
    inventory: Inventory = field(default_factory=Inventory)
    notes: Mapping[str, str] = field(default_factory=dict)
    inline: Inline = field(default_factory=Inline)
    totals: ViewTotals = field(default_factory=ViewTotals)
    renderer: Renderer | None = None

    def renew_store(self, error: StoreError) -> None:
        """Throw the store away, which was found damaged, and begin with an empty one."""
        if self.store is not None:
            self.store.close()
        self.store = _replace_store(self.workspace, error)

    def close(self) -> None:
        """Leave nothing open or half-made."""
        self.workers.close()
        if self.scan is not None:
            self.scan.close()
        if self.store is not None:
            self.store.close()
        self.workspace.clear()
        # Last: until now the folders are this build's own.
        self.lock.release()


class Publisher:
    """Drives the archive's build through MkDocs' events; one for the process."""

    def __init__(self) -> None:
        self._is_preview = False
        self._build: _Build | None = None
        self._preview_dir: Path | None = None
        # What the last build of a preview left in its site; nobody else writes there.
        self._inventory: Inventory | None = None

    def start(self, command: str) -> None:
        """Note whether this is a preview: only there are drafts shown."""
        collect_seldom()
        self._is_preview = command == "serve"
        self._inventory = None

    def _site_dir(self, config: MkDocsConfig) -> Path:
        """Return where the site lies: a preview's beside the project, to be there the next time."""
        if not self._is_preview or not config.config_file_path:
            return Path(config.site_dir)
        self._preview_dir = Path(config.config_file_path).parent / PREVIEW_FOLDER / "site"
        return self._preview_dir

    def configure(self, config: MkDocsConfig) -> MkDocsConfig:
        """Open a build; MkDocs gets folders of its own to read and to fill."""
        with _told_in_vietnamese():
            site = read_site(config)
            workspace = Workspace(self._site_dir(config))
            # Without the lock there is no build, and so nothing that giving up would clear away.
            build = self._build = _Build(site, config.docs_dir, workspace, workspace.lock())
            workspace.prepare()
            build.store = _open_store(workspace)
            if self._inventory is None:
                build.scan = SiteScan(workspace.site_dir, expected=build.store.count_files())
        # MkDocs makes an object of each of 50,000 records, which then are thrown away: let it find
        # an empty folder, and `take_records` gives it the files that are its own.
        config.docs_dir = str(workspace.empty_dir)
        config.site_dir = str(workspace.pages_dir)
        # Ours replaces it: MkDocs' sitemap knows no records.
        config.theme.static_templates.discard("sitemap.xml")
        return config

    def take_records(self, theme_files: Files, config: MkDocsConfig) -> Files:
        """Take in all records and return the files that are MkDocs' own affair."""
        build = self._current
        config.docs_dir = build.docs_dir
        with self._working():
            docs_dir = Path(config.docs_dir)
            listing = list_docs(docs_dir)
            files = gather_files(listing.other_uris, theme_files, config)
            build.totals, faults = _read_totals(docs_dir)
            faults += find_clashes(files, config)
            page_urls = tuple(_address(file) for file in files.documentation_pages())
            present = [file for file in files if is_shown(file)]
            shown = [file for file in files.documentation_pages() if is_shown(file)]
            build.pages = {file.dest_uri: file.src_uri for file in shown}
            owners = {_address(file): file.src_uri for file in present}
            if build.totals.seen:
                page_urls = tuple(dict.fromkeys((*page_urls, MOST_READ_URL)))
            build.taken = {file.dest_uri: file.src_uri for file in present}
            add_listing_files(files, config)
            others = {file.src_uri: _address(file) for file in files if is_shown(file)}
            sources = Sources(
                docs_dir, stamp_all(listing.records), others, owners, self._is_preview
            )
            try:
                _take_in(build, sources, faults)
            except StoreError as error:
                build.renew_store(error)
                # Which files are the engine's, only the old store knew.
                self._inventory = None
                build.scan = build.scan or SiteScan(build.workspace.site_dir, expected=0)
                _take_in(build, sources, faults)
            assert build.store is not None
            book = AddressBook(others, Catalog(build.store.connection))
            files.url_of = book.url_of
            build.settings = BuildSettings(
                rendering=RenderSettings(build.site),
                others=others,
                page_urls=page_urls,
                store_path=build.workspace.store_path,
                fresh_dir=build.workspace.fresh_dir,
            )
        return files

    def take_navigation(self, nav: Navigation) -> Navigation:
        """Keep the navigation for the chrome."""
        self._current.nav = nav
        return nav

    def render_archive(
        self, env: jinja2.Environment, config: MkDocsConfig, files: Files
    ) -> jinja2.Environment:
        """Render what is stale into the workspace, and the home page's part into its template."""
        build = self._current
        assert build.settings is not None
        assert build.nav is not None
        with self._working() as store:
            # Compiling Material's templates takes longer than anything else in a small build.
            code = digest_engine()
            env.bytecode_cache = jinja2.FileSystemBytecodeCache(
                str(build.workspace.compiled_dir("engine", code))
            )
            env.add_extension(ValidMarkup)
            guarded = not self._is_preview
            chromes, build.inline = render_chromes(
                CHROME_KEYS, env, config, files, build.nav, guarded=guarded
            )
            # As for the chrome: what the project's own theme folder holds comes first.
            template_dirs = tuple(dict.fromkeys([*config.theme.dirs, str(THEME_DIR)]))
            compiled_dir = str(build.workspace.compiled_dir("pages", code))
            policy = make_policy(build.inline)
            rendering = RenderSettings(build.site, chromes, template_dirs, compiled_dir, policy)
            whole = not build.workspace.has_site()
            settings = replace(
                build.settings,
                rendering=rendering,
                whole_dir=build.workspace.whole_dir if whole else None,
            )
            renderer = build.renderer = Renderer(settings.rendering)
            build.notes = note_shared(store, settings)
            if build.scan is not None:
                build.inventory = take_stock(store, build.scan.result())
            elif self._inventory is not None:
                build.inventory = self._inventory
            made = list(make_pending(store, settings, renderer, build.workers, build.progress))
            problems = find_clashing_outputs(store, made, build.taken, Path(build.docs_dir))
            if problems:
                store.check()
                raise ProblemsError(problems)
            index, index_gone = make_index(store, build.workspace, build.workers, build.progress)
            build.rendering = gather(made, index, index_gone, whole=whole)
            home = view_home(Catalog(store.connection), is_counted=bool(build.totals.seen))
        frame = PageFrame("", build.site.name, build.site.description, "")
        env.globals["bantin_head_of"] = partial(head_of, renderer=renderer)
        env.globals["bantin_home"] = renderer.fragment("home.html", frame, home)
        return env

    def publish(self, config: MkDocsConfig) -> None:
        """Put everything into the site, unless strict mode has found fault."""
        build = self._current
        assert build.rendering is not None
        config.site_dir = str(build.workspace.site_dir)
        with self._working():
            problems = check_pages(
                build.workspace.pages_dir, Path(build.docs_dir), build.pages, build.inline
            )
            if problems:
                raise ProblemsError(problems)
            # Only now: they are no pages of the engine's, and need no check.
            assert build.store is not None
            assert build.renderer is not None
            put_view_files(
                build.workspace.pages_dir,
                Catalog(build.store.connection),
                build.totals,
                build.renderer,
            )
        if config.strict and _warnings_so_far():
            return  # MkDocs stops right after this event; the last good site stays.
        with self._working(_HALF_WAY) as store:
            published = publish(
                build.workspace, store, build.rendering, build.inventory, build.notes
            )
            total = store.count_files()
            made = len(build.rendering.made) + len(build.rendering.index)
        self._close()
        if self._is_preview:
            self._inventory = build.inventory
        log.info(
            "Kho tin: %d trang và tệp; dựng lại %d, giữ nguyên %d, bỏ %d. Ghi %d tệp vào %s",
            total,
            made,
            total - made,
            len(published.pruned),
            len(published.written),
            build.workspace.site_dir,
        )

    def give_up(self, error: Exception) -> None:
        """Clear away a build that failed; tell in plain words of a disk that refused the engine."""
        self._close()
        self._inventory = None
        if fault := tell_disk_fault(error):
            with _told_in_vietnamese():
                raise PublishError(fault) from error

    def serve(self, server: LiveReloadServer) -> None:
        """Let a preview's server show what was built, and watch for changes."""
        if self._preview_dir is not None:
            serve_from(server, self._preview_dir)

    def stop(self) -> None:
        """End the process, also an interrupted one."""
        self._close()

    def _close(self) -> None:
        build, self._build = self._build, None
        if build is not None:
            build.close()

    @contextmanager
    def _working(self, site_state: str = _UNTOUCHED) -> Iterator[Store]:
        """Give the store to work with, and tell the editor what goes wrong.

        A store that is found damaged is thrown away: the next build then makes everything again,
        instead of meeting the damage again.
        """
        build = self._current
        assert build.store is not None
        with _told_in_vietnamese(site_state):
            try:
                with build.store.reading():
                    yield build.store
            except StoreError as error:
                build.store.close()
                _discard_store(build.workspace)
                raise PublishError(f"sổ của lần dựng {error} và đã được bỏ đi; dựng lại") from error

    @property
    def _current(self) -> _Build:
        if self._build is None:
            raise RuntimeError("no build is open: on_config has not run")
        return self._build


@contextmanager
def _told_in_vietnamese(site_state: str = _UNTOUCHED) -> Iterator[None]:
    """Turn what went wrong on purpose into words for the editor and exit code 1."""
    try:
        yield
    except ProblemsError as error:
        for problem in error.problems:
            log.error("%s", problem)
        files = len({problem.path for problem in error.problems})
        raise Abort(
            f"Dừng lại: {len(error.problems)} lỗi trong {files} tệp. {site_state}"
        ) from error
    except BantinError as error:
        log.error("%s", error)
        raise Abort(f"Dừng lại. {site_state}") from error


def _open_store(workspace: Workspace) -> Store:
    """Open the store; a broken one is thrown away with one warning, and all is made again.

    Raises:
        PublishError: the disk refuses it.
    """
    try:
        return Store.open(workspace.store_path)
    except StoreError as error:
        return _replace_store(workspace, error)


def _replace_store(workspace: Workspace, error: StoreError) -> Store:
    # Not through MkDocs' log: strict mode would count it and refuse a good site.
    sys.stderr.write(f"Cảnh báo: sổ của lần dựng trước {error}; dựng lại toàn bộ.\n")
    _discard_store(workspace)
    return Store.open(workspace.store_path)


def _take_in(build: _Build, sources: Sources, faults: Sequence[Problem]) -> None:
    assert build.store is not None
    with build.store.reading():
        prepare_store(build.store, drafts_shown=sources.drafts_shown)
        take_in(build.store, sources, build.workers, faults=faults, progress=build.progress)


def _read_totals(docs_dir: Path) -> tuple[ViewTotals, list[Problem]]:
    """Return what was counted of views; told with all other mistakes where that is damaged."""
    try:
        return read_totals(docs_dir), []
    except ProblemsError as error:
        return ViewTotals(), list(error.problems)


def _discard_store(workspace: Workspace) -> None:
    with writing(workspace.store_path):
        discard_store(workspace.store_path)


def _address(file: File) -> str:
    """Return a file's address relative to the root; "" for the home page."""
    return "" if file.url == "./" else file.url


def _warnings_so_far() -> bool:
    """True when MkDocs' counter, which only strict mode sets up, has seen a warning."""
    handlers = logging.getLogger("mkdocs").handlers
    return any(handler.get_counts() for handler in handlers if isinstance(handler, CountHandler))
