"""What a document's page says of those it replaces, and of those that replace it."""

from __future__ import annotations

from bantin.outputs.addresses import AddressBook
from bantin.outputs.pages.documents import view_document
from bantin.records.models import Document, Record
from bantin.rendering.frame import Link

from tests.unit.archive import RENDERER
from tests.unit.samples import catalog_of, document

OLD = document("cu", "2013-03-01", "5/TB-VP")
NEW = document("moi", "2014-03-01", "9/TB-VP", "replaces: [5/TB-VP, Thông báo đã mất]")


def view_and_body(record: Record) -> tuple[tuple[Link, ...], tuple[Link, ...], str]:
    assert isinstance(record, Document)
    catalog = catalog_of(OLD, NEW)
    view = view_document(record, catalog, AddressBook({}, catalog))
    return view.replaces, view.replaced_by, RENDERER.fragment("document.html", view.frame, view)


def test_number_as_written_leads_to_the_document_where_it_is_known() -> None:
    replaces, _, html = view_and_body(NEW)
    assert replaces == (
        Link("5/TB-VP", "van-ban/2013/cu/", "van-ban/2013/cu"),
        Link("Thông báo đã mất", ""),
    )
    assert '<a href="../../../van-ban/2013/cu/">5/TB-VP</a>; Thông báo đã mất</dd>' in html


def test_document_says_what_replaced_it_though_its_own_record_does_not() -> None:
    _, replaced_by, html = view_and_body(OLD)
    assert replaced_by == (Link("Thông báo số 9/TB-VP", "van-ban/2014/moi/", "van-ban/2014/moi"),)
    assert (
        'đã được thay thế bằng: <a href="../../../van-ban/2014/moi/">Thông báo số 9/TB-VP</a>.'
        in (html)
    )
