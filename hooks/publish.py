"""MkDocs' way in: names the events, nothing else. The work is in `bantin.mkdocs`."""

from __future__ import annotations

from typing import Any, Literal

from bantin.mkdocs.publisher import Publisher

# One for the process: `mkdocs serve` loads this file once and builds many times.
_publisher = Publisher()


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    # The only event that tells a preview from a build.
    _publisher.start(command)


def on_config(config: Any) -> Any:
    # First event of each build: MkDocs has not yet emptied site_dir, so it can be led elsewhere.
    return _publisher.configure(config)


def on_files(files: Any, *, config: Any) -> Any:
    # Every file is known and no page is read yet: records leave MkDocs' machinery here.
    return _publisher.take_records(files, config)


def on_nav(nav: Any, *, config: Any, files: Any) -> Any:
    # The navigation is final for themes from here on; chrome needs it.
    return _publisher.take_navigation(nav)


def on_env(env: Any, *, config: Any, files: Any) -> Any:
    # Environment, navigation and pages are final, and the home page is rendered next.
    return _publisher.render_archive(env, config, files)


def on_post_build(*, config: Any) -> None:
    # Everything is made: the site changes now or not at all.
    _publisher.publish(config)


def on_serve(server: Any, *, config: Any, builder: Any) -> Any:
    # The first build is done and the server not yet started: it can still be told what to show
    # and how to watch.
    _publisher.serve(server)
    return server


def on_build_error(*, error: Exception) -> None:
    # Also after a failed check: leave nothing half-made behind. What is raised here takes the
    # error's place: a disk that refuses MkDocs is told of, instead of a traceback.
    _publisher.give_up(error)


def on_shutdown() -> None:
    # Also after Ctrl-C. A preview's site is temporary, and so is what lies beside it.
    _publisher.stop()
