"""Lets MkDocs build for the preview, and takes what it found wrong as plain data."""

from __future__ import annotations

import logging
import sys
import warnings
import webbrowser
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer

from bantin.errors import BantinError
from bantin.mkdocs.config_faults import read_config
from bantin.mkdocs.engine_words import CONFIG
from bantin.mkdocs.faults import BuildFaults
from bantin.mkdocs.hearing import DOCS_FOLDER, hear
from bantin.mkdocs.preview.running import PREVIEW_FOLDER, Preview, PreviewRefusedError
from bantin.mkdocs.settings import read_site

_OUR_LOGGER = "mkdocs.plugins.bantin"


class EngineBuild:
    """Builds a project again and again. Each build reads the settings anew.

    Attributes:
        paths: the files and folders that the site is made from, by the last settings.
        mount_path: path of the site's root, closed with a slash.
        plugins_ready: called with the first settings that can be read.
    """

    def __init__(
        self, project: Path, engine_dir: Path, plugins_ready: Callable[[MkDocsConfig], None]
    ) -> None:
        """Read nothing yet.

        Args:
            project: folder of mkdocs.yml.
            engine_dir: folder that MkDocs takes for the site's. It may empty it.
            plugins_ready: called once.
        """
        self._project = project
        self._engine_dir = engine_dir
        self._plugins_ready = plugins_ready
        self._first: MkDocsConfig | None = None
        self.paths = {project / CONFIG, project / DOCS_FOLDER}
        self.mount_path = "/"

    def __call__(self, url: str) -> BuildFaults:
        """Build.

        Args:
            url: address of the host, without a path.
        """
        return hear(lambda: self._build(url), self._project)

    def _build(self, url: str) -> None:
        config = read_config(self._project / CONFIG, site_dir=str(self._engine_dir))
        self.paths = watched_paths(config)
        self.mount_path = mount_path_of(config)
        # Here and not only in the build, which gets the preview's own address.
        read_site(config)
        config.site_url = url + self.mount_path
        if self._first is None:
            self._first = config
            config.plugins.on_startup(command="serve", dirty=False)
            self._plugins_ready(config)
        build(config, serve_url=config.site_url)

    def stop(self) -> None:
        """Close a build that was interrupted."""
        if self._first is not None:
            self._first.plugins.on_shutdown()


def watched_paths(config: MkDocsConfig) -> set[Path]:
    """Return what the site is made from: settings, records, templates."""
    theme_dir = config.theme.custom_dir
    paths = [config.config_file_path, config.docs_dir, theme_dir, *config.watch]
    return {Path(path).absolute() for path in paths if path}


def mount_path_of(config: MkDocsConfig) -> str:
    """Return the path of the site's root, closed with a slash."""
    path = urlsplit(config.site_url or "").path.strip("/")
    return f"/{path}/" if path else "/"


class _TellOurs(logging.Handler):
    """Prints what the publisher says of its work. Errors are told by the preview."""

    def __init__(self, tell: Callable[[str], None]) -> None:
        super().__init__(logging.INFO)
        self._tell = tell

    def emit(self, record: logging.LogRecord) -> None:
        """Print a line."""
        if record.levelno < logging.WARNING and record.name == _OUR_LOGGER:
            self._tell(record.getMessage().removeprefix("bantin: "))


def speak_vietnamese(tell: Callable[[str], None]) -> None:
    """Let MkDocs' log say only what the publisher says, line by line."""
    logger = logging.getLogger("mkdocs")
    logger.setLevel(logging.INFO)
    logger.propagate = False
    logger.handlers[:] = [_TellOurs(tell)]
    hush_watchdog()


def hush_watchdog() -> None:
    """Let it keep to itself that a new folder was found twice, by a notice and by looking."""
    warnings.filterwarnings("ignore", category=RuntimeWarning, module=r"watchdog\.")


def print_line(line: str) -> None:
    """Tell a line at once, also where no terminal reads it."""
    print(line, flush=True)


class CommandBuild:
    """A build as MkDocs' own command `mkdocs serve` does it.

    Attributes:
        paths: the files and folders that the site is made from.
        mount_path: path of the site's root, closed with a slash.
    """

    def __init__(self, config: MkDocsConfig, builder: Callable[[], None]) -> None:
        """Take over from the command, after its first build."""
        self.paths = watched_paths(config)
        self.mount_path = mount_path_of(config)
        self._project = Path(config.config_file_path or "").absolute().parent
        self._builder = builder

    def __call__(self, url: str) -> BuildFaults:
        """Build."""
        return hear(self._builder, self._project)


def take_over(
    server: LiveReloadServer, config: MkDocsConfig, builder: Callable[[], None], folder: Path
) -> Preview:
    """Return a preview in the place of MkDocs' server, which would stop at the first mistake.

    Raises:
        PreviewRefusedError: see `Preview.bind`.
    """
    host, port = server.server_address[:2]
    server.server_close()
    speak_vietnamese(print_line)
    preview = Preview(folder, CommandBuild(config, builder), print_line, is_built=True)
    preview.bind(str(host), int(port))
    return preview


def run_preview(host: str, first_port: int, *, open_in_browser: bool) -> int:
    """Run the preview of the project in the current folder. Return the exit code."""
    project = Path.cwd()
    folder = project / PREVIEW_FOLDER

    def let_plugins_watch(config: MkDocsConfig) -> None:
        config.plugins.on_serve(preview, config=config, builder=build_site)  # type: ignore[arg-type]

    build_site = EngineBuild(project, folder / "engine", let_plugins_watch)
    preview = Preview(folder, build_site, print_line)
    speak_vietnamese(print_line)
    try:
        preview.bind(host, first_port)
    except BantinError as error:
        print(f"Lỗi: {error}.", file=sys.stderr, flush=True)
        if open_in_browser and isinstance(error, PreviewRefusedError) and error.running_at:
            webbrowser.open(error.running_at)
        return 1
    try:
        preview.serve(open_in_browser=open_in_browser)
    finally:
        build_site.stop()
    return 0
