"""The entry point for MkDocs. Names the events only; `bantin.mkdocs` does the work."""

from __future__ import annotations

from typing import Any, Literal

from bantin.mkdocs.publisher import Publisher

# One publisher for the process: `mkdocs serve` loads this file once and builds many times.
_publisher = Publisher()


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    # The only event that tells a preview from a build.
    _publisher.start(command)


def on_config(config: Any) -> Any:
    # First event of each build. MkDocs has not emptied site_dir yet, so we can still redirect it.
    return _publisher.configure(config)


def on_files(files: Any, *, config: Any) -> Any:
    # Every file is known and no page is read yet, so records can leave MkDocs' files here.
    return _publisher.take_records(files, config)


def on_nav(nav: Any, *, config: Any, files: Any) -> Any:
    # From here on the navigation is final. The chrome needs it.
    return _publisher.take_navigation(nav)


def on_env(env: Any, *, config: Any, files: Any) -> Any:
    # Environment, navigation and pages are final, and the home page is rendered next.
    return _publisher.render_archive(env, config, files)


def on_post_build(*, config: Any) -> None:
    # Everything is rendered. The site changes now or not at all.
    _publisher.publish(config)


def on_serve(server: Any, *, config: Any, builder: Any) -> Any:
    # The server has not started, so another one can still take its place.
    return _publisher.serve(server, config, builder)


def on_build_error(*, error: Exception) -> None:
    # Also runs after a failed check, so that nothing half-made stays. An error raised here replaces
    # the first one. So a disk that refuses MkDocs gives a message instead of a traceback.
    _publisher.give_up(error)


def on_shutdown() -> None:
    # Also runs after Ctrl-C, and closes a build that is still open.
    _publisher.stop()
