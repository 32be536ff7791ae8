"""Handles each MkDocs event, in the order of the events.

A session does the build and knows no MkDocs. Files, chrome, log and strict mode are handled here.
"""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.utils import CountHandler

from bantin.building.build_session import Session
from bantin.building.engine_interface import Appearance, BuildInput, Voice
from bantin.building.inventory import Inventory
from bantin.building.publish import Course
from bantin.building.worker import collect_seldom
from bantin.errors import BantinError, ProblemsError, PublishError
from bantin.minutes.unclear import unclear_in_words
from bantin.mkdocs.chrome import render_chromes
from bantin.mkdocs.engine_markup import ValidMarkup
from bantin.mkdocs.files import find_clashes, find_faults, gather_files, shown_among, tell_files
from bantin.mkdocs.heads import head_of
from bantin.mkdocs.pages import check_pages, shown_pages
from bantin.mkdocs.preview.engine import take_over
from bantin.mkdocs.preview.running import PREVIEW_FOLDER, Preview
from bantin.mkdocs.published import leave_out
from bantin.mkdocs.settings import check_site_dir, read_site
from bantin.mkdocs.template_faults import tell_template_fault
from bantin.outputs.plan import CHROME_KEYS
from bantin.records.docs_listing import list_docs
from bantin.rendering.compiled_templates import CompiledTemplates
from bantin.rendering.content_policy import Inline, make_policy
from bantin.rendering.renderer import THEME_DIR
from bantin.unforeseen import tell_disk_fault, tell_unforeseen

log = get_plugin_logger("bantin")

# Set by scripts/build.py: MkDocs' command takes no options of ours.
VERIFY = "BANTIN_VERIFY"
LAST_WORD = "BANTIN_LAST_WORD"
# So many files are named in a line.
_NAMED = 5

_UNTOUCHED = "Trang đã xuất bản trước đó vẫn giữ nguyên."


@dataclass
class _Build:
    """The state of one build between events.

    Attributes:
        session: the build.
        site_dir: folder of the site; need not exist yet.
        pages: path below the site's root → source of each of MkDocs' pages.
        nav: the navigation, once it is known.
        inline: the theme's code, which the policy names.
        copies: src_uri of files that editors' programs left.
    """

    session: Session
    site_dir: Path
    pages: dict[str, File] = field(default_factory=dict)
    nav: Navigation | None = None
    inline: Inline = field(default_factory=Inline)
    copies: tuple[str, ...] = ()


class Publisher:
    """Drives the archive's build through MkDocs' events; one for the process."""

    def __init__(self) -> None:
        self._is_preview = False
        self._build: _Build | None = None
        self._project_dir = Path()
        # The files that a preview's last build left in its site. Nothing else writes there.
        self._inventory: Inventory | None = None

    def start(self, command: str) -> None:
        """Note whether this is a preview, because only a preview shows drafts."""
        collect_seldom()
        self._is_preview = command == "serve"
        self._inventory = None

    def _site_dir(self, config: MkDocsConfig) -> Path:
        """Return the site's folder. A preview's is kept in the project for the next time."""
        if not self._is_preview or not config.config_file_path:
            return Path(config.site_dir)
        return _preview_folder(config) / "site"

    def configure(self, config: MkDocsConfig) -> MkDocsConfig:
        """Open a build. MkDocs gets its own folders to read and to fill."""
        self._project_dir = Path(config.config_file_path or "").parent
        with _told_in_vietnamese():
            site, site_dir = read_site(config), self._site_dir(config)
            if not self._is_preview:
                check_site_dir(config)
            session = Session.open(
                BuildInput(
                    site,
                    Path(config.docs_dir),
                    drafts_shown=self._is_preview,
                    verified=VERIFY in os.environ,
                ),
                site_dir,
                inventory=self._inventory,
                # Not through MkDocs' log: strict mode would count a warning and refuse a good site.
                voice=Voice(tell=log.info, warn=_warn),
            )
            self._build = _Build(session, site_dir)
        # MkDocs would make an object for each of 50,000 records, only to drop it. So it gets an
        # empty folder, and `take_records` gives it its own files.
        config.docs_dir = str(session.empty_dir)
        config.site_dir = str(session.pages_dir)
        # Ours replaces MkDocs' sitemap, which knows no records.
        config.theme.static_templates.discard("sitemap.xml")
        return config

    def take_records(self, theme_files: Files, config: MkDocsConfig) -> Files:
        """Take in all records. Return the files that MkDocs handles itself."""
        build = self._current
        session, docs_dir = build.session, build.session.input.docs_dir
        config.docs_dir = str(docs_dir)
        with _told_in_vietnamese(), session.working():
            listing = list_docs(docs_dir)
            files = gather_files(listing, theme_files, config)
            clashes = [*find_clashes(files, config), *find_faults(files, listing, config)]
            build.pages = shown_pages(files)
            own = tell_files(files, config)
            build.copies = tuple(shown_among(listing.copies, config))
            session.take_in(listing.records, own, clashes)
            files.url_of = session.url_of
        return files

    def take_navigation(self, nav: Navigation) -> Navigation:
        """Keep the navigation for the chrome."""
        self._current.nav = nav
        return nav

    def render_archive(
        self, env: jinja2.Environment, config: MkDocsConfig, files: Files
    ) -> jinja2.Environment:
        """Render stale pages into the workspace, and the home page's part into its template."""
        build = self._current
        session = build.session
        assert build.nav is not None
        with _told_in_vietnamese(), session.working():
            # Compiling Material's templates takes longer than anything else in a small build.
            env.bytecode_cache = CompiledTemplates(session.compiled_dir("engine"))
            env.add_extension(ValidMarkup)
            chromes, build.inline = render_chromes(CHROME_KEYS, env, config, files, build.nav)
            # As for the chrome, the project's own theme folder comes first.
            template_dirs = tuple(dict.fromkeys([*config.theme.dirs, str(THEME_DIR)]))
            look = Appearance(chromes, template_dirs, make_policy(build.inline))
            renderer = session.render(look)
            home = session.home_part()
            around = [chrome.wrap("", "") for key, chrome in chromes.items() if not key.depth]
            left_out = leave_out(files, config, around, session.refers)
            if left_out.faults:
                raise ProblemsError(left_out.faults)
            _tell_left_out((*left_out.unnamed, *build.copies))
            _tell_unfinished(session.unfinished())
        env.globals["bantin_head_of"] = partial(head_of, renderer=renderer)
        env.globals["bantin_home"] = home
        return env

    def publish(self, config: MkDocsConfig) -> None:
        """Put everything into the site, unless strict mode has seen a warning."""
        build = self._current
        session = build.session
        config.site_dir = str(build.site_dir)
        with _told_in_vietnamese(), session.working():
            problems = check_pages(session.pages_dir, build.pages, build.inline)
            if problems:
                raise ProblemsError(problems)
            # Added only now, because they are no pages of the engine and need no check.
            session.add_view_files()
        if config.strict and _warnings_so_far():
            log.info("%s", _UNTOUCHED)
            return  # MkDocs stops right after this event.
        with _told_in_vietnamese(lambda: _tell_course(session.course)):
            built = session.publish()
            unclear = session.count_unclear_orders()
        self._close()
        if built.damaged:
            _warn(
                f"Cảnh báo: {len(built.damaged)} tệp trên trang không đúng như đã dựng, đã dựng "
                f"lại: {_name_some(built.damaged)}.\n"
            )
        if strange := built.published.strange:
            _warn(
                f"Cảnh báo: đã bỏ khỏi {build.site_dir} {len(strange)} tệp không do kho tin dựng: "
                f"{_name_some(strange)}. Tệp nào muốn giữ trên trang thì để trong docs/.\n"
            )
        if self._is_preview:
            self._inventory = session.inventory
        log.info(
            "Kho tin: %d trang và tệp; dựng lại %d, giữ nguyên %d, bỏ %d. Ghi %d tệp vào %s%s",
            built.total,
            built.made,
            built.total - built.made,
            len(built.published.pruned),
            len(built.published.written),
            build.site_dir,
            f". Sổ kết luận: {unclear_in_words(unclear)}" if unclear else "",
        )
        if unclear and (word := os.environ.get(LAST_WORD)):
            # The command tells it last, where everybody looks.
            Path(word).write_text(unclear_in_words(unclear), "utf-8")

    def give_up(self, error: Exception) -> None:
        """Clear away a failed build. Report in plain words what nobody foresaw.

        That is any error but those of `_told_in_vietnamese` and MkDocs' own words.
        """
        course = self._build.session.course if self._build else None
        state = _tell_course(course) if course and course.has_begun else _UNTOUCHED
        self._close()
        self._inventory = None
        if isinstance(error, MkDocsException | SystemExit):
            return
        with _told_in_vietnamese(lambda: state):
            if isinstance(error, jinja2.TemplateError):
                raise ProblemsError([tell_template_fault(error, Path.cwd())]) from error
            if fault := tell_disk_fault(error, "dựng lại"):
                raise PublishError(fault) from error
            told = tell_unforeseen(error, self._project_dir, "dựng trang")
            log.error("%s", told)
            raise Abort(f"Dừng lại. {state}") from error

    def serve(
        self, server: LiveReloadServer | Preview, config: MkDocsConfig, builder: Callable[[], None]
    ) -> LiveReloadServer | Preview:
        """Return the preview. It takes the place of MkDocs' server."""
        if isinstance(server, Preview) or not self._is_preview:
            return server
        with _told_in_vietnamese():
            return take_over(server, config, builder, _preview_folder(config))

    def stop(self) -> None:
        """Clean up at the end of the process, also after an interruption."""
        self._close()

    def _close(self) -> None:
        build, self._build = self._build, None
        if build is not None:
            build.session.close()

    @property
    def _current(self) -> _Build:
        if self._build is None:
            raise RuntimeError("no build is open: on_config has not run")
        return self._build


def _preview_folder(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path or "").parent / PREVIEW_FOLDER


@contextmanager
def _told_in_vietnamese(site_state: Callable[[], str] = lambda: _UNTOUCHED) -> Iterator[None]:
    """Turn errors that we raise on purpose into words for the editor and exit code 1.

    Args:
        site_state: says in what state the site is after an error.
    """
    try:
        yield
    except ProblemsError as error:
        for problem in error.problems:
            log.error("%s", problem)
        files = len({problem.path for problem in error.problems})
        raise Abort(
            f"Dừng lại: {len(error.problems)} lỗi trong {files} tệp. {site_state()}"
        ) from error
    except BantinError as error:
        log.error("%s", error)
        raise Abort(f"Dừng lại. {site_state()}") from error


def _tell_course(course: Course) -> str:
    """Say what publishing has left behind: what is old, what is new, what to do."""
    finish = "Trừ bỏ nguyên nhân kể trên; dựng lại là xong nốt."
    if not course.has_begun:
        return f"{_UNTOUCHED} {finish}"
    if course.written == course.total:
        return f"Trang đã mới trọn vẹn, chỉ sổ của lần dựng chưa ghi xong. {finish}"
    return (
        f"Trang đang nửa cũ nửa mới: {course.written} trong {course.total} tệp đã là bản mới, còn "
        f"lại là bản cũ; {course.pruned} tệp thừa đã bỏ. Tệp nào cũng nguyên vẹn. {finish}"
    )


def _name_some(paths: Sequence[str]) -> str:
    more = f" và {len(paths) - _NAMED} tệp nữa" if len(paths) > _NAMED else ""
    return ", ".join(paths[:_NAMED]) + more


def _tell_left_out(uris: Sequence[str]) -> None:
    """Tell which files of docs/ are no part of the site, so that none is missed in silence."""
    if uris:
        log.info(
            "Không đưa lên trang %d tệp mà không bản ghi hay trang nào dẫn tới: %s. "
            "Chạy scripts/check.py để biết cách sửa.",
            len(uris),
            _name_some(uris),
        )


def _tell_unfinished(uris: Sequence[str]) -> None:
    """Say which drafts not even a preview can show yet."""
    if uris:
        log.info(
            "Chưa dựng trang cho %d bản nháp còn thiếu những khóa phải có: %s. "
            "Chạy scripts/check.py để biết còn thiếu gì.",
            len(uris),
            _name_some(uris),
        )


def _warn(line: str) -> None:
    # Looked up each time, because a program that runs builds may redirect it.
    sys.stderr.write(line)


def _warnings_so_far() -> bool:
    """True when the engine's counter has seen a warning. Only strict mode has a counter."""
    logger: logging.Logger | None = logging.getLogger("mkdocs")
    while logger is not None:
        for handler in logger.handlers:
            if isinstance(handler, CountHandler) and handler.get_counts():
                return True
        # ProperDocs counts in the parent logger.
        logger = logger.parent
    return False
