"""What records, bodies and people are chosen by in search."""

from __future__ import annotations

from bantin.catalog.catalog import build_catalog
from bantin.outputs.search import Facets
from bantin.outputs.searching import find_entry
from bantin.records.models import Record

from tests.unit.samples import article, body, document, record_set

CONCLUSIONS = """Phó Chủ tịch Ủy ban nhân dân tỉnh kết luận như sau:

1. Giao Sở Thử nghiệm báo cáo trước ngày 30/10/2013.

2. Giao Văn phòng theo dõi, đôn đốc việc thực hiện.
"""


def facets(url: str, *records: Record) -> Facets:
    entry = find_entry(build_catalog(record_set(*records)), url)
    assert entry is not None
    return entry.facets


def test_article_has_section_views_and_files() -> None:
    more = "views: 1234\nattachments:\n  - {src: hinh/bang.pdf, title: Bảng thử}"
    found = facets("tin-tuc/2021/10/hop-ban/", article(more=more))
    assert found == Facets(section=("chi-dao", "Mục chi-dao"), has_files=True, views=1234)


def test_record_of_a_body_that_is_gone_is_found_under_its_heir() -> None:
    old = body("cu", "succeeded_by: moi")
    records = (old, body("moi"), article(more="bodies: [cu]"))
    assert facets("tin-tuc/2021/10/hop-ban/", *records).bodies == (
        ("cu", "Cơ quan cu"),
        ("moi", "Cơ quan moi"),
    )
    assert facets("to-chuc/cu/", *records).bodies == (("cu", "Cơ quan cu"), ("moi", "Cơ quan moi"))
    assert facets("to-chuc/moi/", *records).bodies == (("moi", "Cơ quan moi"),)


def test_document_tells_whether_it_states_conclusions() -> None:
    url = "van-ban/2013/5-tb-vp/"
    assert facets(url, document(body=CONCLUSIONS)).has_conclusions
    plain = facets(url, document(body="Nội dung thử."))
    assert plain == Facets(bodies=(("vp", "Cơ quan vp"),))
