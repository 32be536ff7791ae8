"""From files of every format to pages: import, build, and what an editor does between the two."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

from bantin.importing.job.import_job import ImportJob, ImportOrder
from bantin.importing.job.ledger import load_items
from bantin.records.models import Dated
from bantin.records.reader import read_records

from tests.corpus.judging import FILES
from tests.unit.archive import Archive

# A file of every format that needs no other program, each with a record of its own.
CHOSEN = (
    "txt/ngay-dang.txt",
    "html/joomla-nuoc-sach.html",
    "html/nukeviet-chuyen-doi-so.mhtml",
    "docx/mot-hang-kh-nuoc-sach.docx",
    "odt/lo-hai-hang-tb-ben-xe.odt",
    "rtf/lo-mot-hang-cv-quy-hoach.rtf",
    "pdf/lo-mot-hang-cd-mua-lu.pdf",
    "bang/tin.xml",
    "bang/tin.json",
)


class Kit:
    """An archive, a folder of files from elsewhere with an archive among them, and the command."""

    def __init__(self, root: Path) -> None:
        self.archive = Archive(root)
        self.archive.docs.mkdir()
        self.given, self.store = root / "kho", root / ".goc.bantin"
        self.given.mkdir()
        for name in CHOSEN[:-2]:
            shutil.copy(FILES / name, self.given)
        with zipfile.ZipFile(self.given / "cu.zip", "w") as packed:
            for name in CHOSEN[-2:]:
                packed.write(FILES / name, Path(name).name)

    def run(self, *, status: str = "published") -> ImportJob:
        order = ImportOrder(
            (self.given,),
            self.archive.docs,
            self.store,
            self.archive.root,
            status=status,  # type: ignore[arg-type]
        )
        job = ImportJob(order)
        job.run(lambda _: None, lambda _: None)
        return job


def test_files_of_every_format_become_pages(tmp_path: Path) -> None:
    kit = Kit(tmp_path)
    first = kit.run()
    [(columns, draft)] = first.unconfirmed.items()
    assert columns.read_text("utf-8") == draft
    columns.write_text(draft.replace("xac-nhan: không", "xac-nhan: có"), "utf-8")
    second = kit.run()
    assert second.unconfirmed == {}
    assert second.summary.refusals == 0

    outcome = kit.archive.build()
    assert outcome.problems == ()
    uris = [
        path.relative_to(kit.archive.docs).as_posix() for path in kit.archive.docs.rglob("*.md")
    ]
    records = read_records(kit.archive.docs, uris)
    assert records.problems == ()
    shown = [one for one in records.records if isinstance(one, Dated) and one.status == "published"]
    formats = {item.format for item in load_items(kit.store)}
    assert formats >= {"txt", "html", "mhtml", "docx", "odt", "rtf", "pdf", "wxr", "json"}
    assert len(shown) >= 15
    for record in shown:
        page = (kit.archive.site / record.url / "index.html").read_text("utf-8")
        assert record.title.replace("&", "&amp;") in page


def test_what_waits_for_an_editor_is_on_no_page(tmp_path: Path) -> None:
    kit = Kit(tmp_path)
    kit.run(status="draft")
    assert kit.archive.build().problems == ()
    assert not list(kit.archive.site.glob("tin-tuc/*/*/*/index.html"))
    assert not list(kit.archive.site.glob("van-ban/*/*/index.html"))


def test_every_record_leads_back_to_its_original(tmp_path: Path) -> None:
    kit = Kit(tmp_path)
    kit.run()
    for item in load_items(kit.store):
        if item.target:
            original = kit.store / "originals" / item.sha256[:2] / item.sha256
            assert original.is_file(), item.file
            assert item.sha256 in (kit.archive.docs / item.target).read_text("utf-8")
