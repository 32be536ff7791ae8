"""Originals that somebody removed are kept again when their files are given again."""

from __future__ import annotations

import shutil
from pathlib import Path

from bantin.importing.job.import_job import ImportJob, ImportOrder

from tests.unit.importing.samples import NEWS, NOTICE


def test_a_removed_original_is_kept_again_and_nothing_is_written_twice(tmp_path: Path) -> None:
    docs, given, store = tmp_path / "docs", tmp_path / "kho", tmp_path / "goc"
    docs.mkdir()
    given.mkdir()
    (given / "a.txt").write_text(NEWS, "utf-8")
    (given / "b.txt").write_text(NOTICE, "utf-8")

    def bring_in(*, dry_run: bool = False) -> set[str]:
        order = ImportOrder((given,), docs, store, tmp_path, dry_run=dry_run)
        ImportJob(order).run(lambda _: None, lambda _: None)
        return {path.name for path in (store / "originals").rglob("*") if path.is_file()}

    kept = bring_in()
    assert len(kept) == 2
    records = sorted(docs.rglob("*.md"))
    shutil.rmtree(store / "originals")
    assert bring_in(dry_run=True) == set()
    assert bring_in() == kept
    assert sorted(docs.rglob("*.md")) == records
