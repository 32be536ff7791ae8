"""What happens at each MkDocs event, in the order the events come."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.utils import CountHandler

from bantin.building.build import Rendering, render_stale
from bantin.building.lock import SiteLock
from bantin.building.publish import list_site, publish
from bantin.building.store import Store, discard_store
from bantin.building.workspace import Workspace, tell_disk_fault, writing
from bantin.catalog.catalog import Catalog, build_catalog
from bantin.catalog.references import check_references
from bantin.errors import BantinError, ProblemsError, PublishError, StoreError
from bantin.mkdocs.chrome import render_chromes
from bantin.mkdocs.files import add_archive_files, find_clashes, is_shown, take_record_files
from bantin.mkdocs.settings import read_site
from bantin.outputs.addresses import AddressBook, check_addresses
from bantin.outputs.home import view_home
from bantin.outputs.output import Output
from bantin.outputs.plan import check_outputs, plan_outputs
from bantin.records.reader import read_records
from bantin.rendering.renderer import THEME_DIR, PageFrame, Renderer, RenderSettings
from bantin.rendering.site import Site

log = get_plugin_logger("bantin")

_UNTOUCHED = "Trang đã xuất bản trước đó vẫn giữ nguyên."
_HALF_WAY = (
    "Trang có thể mới thay được một phần, nhưng tệp nào cũng nguyên vẹn; dựng lại là xong nốt."
)


@dataclass
class _Build:
    """What one build carries from event to event."""

    site: Site
    workspace: Workspace
    lock: SiteLock
    catalog: Catalog | None = None
    outputs: tuple[Output, ...] = ()
    nav: Navigation | None = None
    store: Store | None = None
    rendering: Rendering | None = None

    def close(self) -> None:
        """Leave nothing open or half-made."""
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
        self._workspace: Workspace | None = None

    def start(self, command: str) -> None:
        """Note whether this is a preview: only there are drafts shown."""
        self._is_preview = command == "serve"

    def configure(self, config: MkDocsConfig) -> MkDocsConfig:
        """Open a build; MkDocs gets a folder of its own to empty and fill."""
        with _told_in_vietnamese():
            site = read_site(config)
            workspace = Workspace(Path(config.site_dir))
            # Without the lock there is no build, and so nothing that giving up would clear away.
            self._build = _Build(site, workspace, workspace.lock())
            self._workspace = workspace
            workspace.prepare()
        config.site_dir = str(workspace.pages_dir)
        # Ours replaces it: MkDocs' sitemap knows no records.
        config.theme.static_templates.discard("sitemap.xml")
        return config

    def take_records(self, files: Files, config: MkDocsConfig) -> Files:
        """Read and check all records and take their files out of MkDocs' machinery."""
        build = self._current
        docs_dir = Path(config.docs_dir)
        take_record_files(files, config)
        clashes = find_clashes(files, config)
        page_urls = [_address(file) for file in files.documentation_pages()]
        present = [file for file in files if is_shown(file)]
        owners = {_address(file): file.src_uri for file in present}
        taken = {file.dest_uri: file.src_uri for file in present}
        record_set = read_records(docs_dir)
        shown = record_set if self._is_preview else record_set.without_drafts()
        addresses = [(record.file.src_uri, record.url) for record in shown.records]
        add_archive_files(files, addresses, config)
        book = AddressBook(
            {file.src_uri: _address(file) for file in files if is_shown(file)},
            drafts=record_set.drafts,
        )
        with _told_in_vietnamese():
            problems = [
                *record_set.problems,
                *clashes,
                *check_references(record_set, docs_dir),
                *check_addresses(shown.records, owners, book, docs_dir),
            ]
            if problems:
                raise ProblemsError(problems)
            build.catalog = build_catalog(shown)
            build.outputs = tuple(plan_outputs(build.catalog, shown.records, book, page_urls))
            check_outputs(build.outputs, taken, shown.records, docs_dir)
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
        assert build.catalog is not None
        assert build.nav is not None
        keys = {output.chrome for output in build.outputs if output.chrome is not None}
        with _told_in_vietnamese():
            chromes = render_chromes(keys, env, config, files, build.nav)
            # As for the chrome: what the project's own theme folder holds comes first.
            template_dirs = tuple(dict.fromkeys([*config.theme.dirs, str(THEME_DIR)]))
            settings = RenderSettings(build.site, chromes, template_dirs)
            renderer = Renderer(settings)
            build.store = _open_store(build.workspace)
            build.rendering = render_stale(
                build.outputs,
                settings=settings,
                renderer=renderer,
                stored=build.store.by_output,
                sizes=list_site(build.workspace.site_dir),
                fresh_dir=build.workspace.fresh_dir,
            )
        frame = PageFrame("", build.site.name, build.site.description, "")
        env.globals["bantin_home"] = renderer.fragment("home.html", frame, view_home(build.catalog))
        return env

    def publish(self, config: MkDocsConfig) -> None:
        """Put everything into the site, unless strict mode has found fault."""
        build = self._current
        assert build.store is not None
        assert build.rendering is not None
        config.site_dir = str(build.workspace.site_dir)
        if config.strict and _warnings_so_far():
            return  # MkDocs stops right after this event; the last good site stays.
        with _told_in_vietnamese(_HALF_WAY):
            try:
                published = publish(build.workspace, build.store, build.rendering)
            except StoreError as error:
                # Without rows the next build makes everything again.
                build.store.close()
                _discard_store(build.workspace)
                raise PublishError(f"sổ của lần dựng {error} và đã được bỏ đi; dựng lại") from error
        self._close()
        rendering = build.rendering
        log.info(
            "Kho tin: %d trang và tệp; dựng lại %d, giữ nguyên %d, bỏ %d. Ghi %d tệp vào %s",
            len(build.outputs),
            rendering.rendered_outputs,
            len(build.outputs) - rendering.rendered_outputs,
            len(published.pruned),
            len(published.written),
            build.workspace.site_dir,
        )

    def give_up(self, error: Exception) -> None:
        """Clear away a build that failed; tell in plain words of a disk that refused the engine."""
        self._close()
        if fault := tell_disk_fault(error):
            with _told_in_vietnamese():
                raise PublishError(fault) from error

    def stop(self) -> None:
        """End the process, also an interrupted one; a preview leaves nothing behind."""
        self._close()
        if self._is_preview and self._workspace is not None:
            self._workspace.remove()

    def _close(self) -> None:
        build, self._build = self._build, None
        if build is not None:
            build.close()

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
        # Not through MkDocs' log: strict mode would count it and refuse a good site.
        sys.stderr.write(f"Cảnh báo: sổ của lần dựng trước {error}; dựng lại toàn bộ.\n")
        _discard_store(workspace)
        return Store.open(workspace.store_path)


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
