"""The works that are killed: what the project's commands do, in a folder with a small project."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from bantin.building import pool
from bantin.building.view_count_files import refresh_view_files
from bantin.building.workspace import Workspace
from bantin.checking.check import Findings, check_records
from bantin.checking.tree import DocsTree
from bantin.importing.plan import plan_import
from bantin.importing.write import write_records
from bantin.records.docs_listing import list_record_uris
from bantin.views.count_logs import count_logs
from bantin.views.requests import addresses_of
from bantin.writing.create import create_record
from mkdocs.commands.build import build
from mkdocs.config import load_config

from tests.integration.project import Project
from tests.integration.test_killed_builds import write_edition
from tests.integration.test_second_build import Preview

# How many records each of the writing commands writes.
WRITTEN = 12
NEW_RECORD = (
    "---\ntitle: Tin mới số {number}\ndate: 2026-10-{day:02}\nsection: chi-dao\n---\n\n{text}\n"
)


def build_site(folder: Path) -> None:
    """Do what `mkdocs build` does."""
    config = load_config(str(folder / "mkdocs.yml"))
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build(config)
    finally:
        config.plugins.on_shutdown()


def build_with_workers(folder: Path) -> None:
    """Do the same, and share the pages out to workers, though they are few."""
    pool.POOL_FROM, pool.CHUNK = 1, 10
    build_site(folder)


def preview_once(folder: Path) -> None:
    """Do what a preview does before it serves."""
    preview = Preview(Project(folder))
    try:
        preview.build()
    finally:
        preview.stop()


def preview_edits(folder: Path) -> None:
    """Do what a preview does while its records change."""
    project = Project(folder)
    preview = Preview(project)
    try:
        for edition in (0, 1, 0):
            write_edition(project, edition)
            preview.build()
    finally:
        preview.stop()


def check(folder: Path) -> None:
    """Do what the check does, with what it keeps from run to run."""
    findings_of(folder, folder / ".kiem-tra.bantin" / "ledger.sqlite")


def findings_of(folder: Path, last_check_path: Path | None) -> Findings:
    return check_records(DocsTree.of_folder(folder / "docs"), last_check_path=last_check_path)


def count_first_log(folder: Path) -> None:
    """Count the views of one log."""
    _count(folder, "1.log")


def count_all_logs(folder: Path) -> None:
    """Count the views of all logs."""
    _count(folder, "1.log", "2.log")


def _count(folder: Path, *names: str) -> None:
    docs = folder / "docs"
    urls = [f"{uri.removesuffix('.md')}/" for uri in list_record_uris(docs)]
    workspace = Workspace(folder / "site")
    with closing(_Lock(workspace)):
        counts = count_logs(
            [folder / name for name in names],
            docs,
            addresses_of(urls, "https://bantin.example/"),
        )
        refresh_view_files(workspace, counts.totals)


class _Lock:
    def __init__(self, workspace: Workspace) -> None:
        self._lock = workspace.lock()

    def close(self) -> None:
        self._lock.release()


def new_record_text(number: int) -> str:
    """Return the whole text of a record; the texts differ in length."""
    return NEW_RECORD.format(number=number, day=1 + number, text="Nội dung. " * (1 + 400 * number))


def write_new(folder: Path) -> None:
    """Write the records that are not there yet, as the command for new records does."""
    for number in range(WRITTEN):
        uri = f"tin-tuc/2026/10/moi-{number}.md"
        if not (folder / "docs" / uri).exists():
            create_record(folder / "docs", uri, new_record_text(number))


def import_texts(folder: Path) -> None:
    """Import captured texts. Those imported before are passed over."""
    plan = plan_import(sorted((folder / "captured").glob("*.txt")), folder / "docs", None)
    assert not plan.refusals
    write_records(plan.records, folder / "docs")
