"""What a body is called reaches the pages that explain abbreviations."""

from __future__ import annotations

from pathlib import Path

from tests.unit.archive import Archive
from tests.unit.editing import BASE, Put

PAGE = "tin-tuc/2020/03/a/index.html"
ARTICLE = Put(
    "tin-tuc/2020/03/a.md", {"title": "Họp", "date": "2020-03-01", "section": "x"}, "HMX họp."
)


def test_a_new_short_name_of_a_body_is_explained_in_records_that_do_not_name_it(
    tmp_path: Path,
) -> None:
    one = Archive(tmp_path)
    for edit in (*BASE, ARTICLE):
        edit.do(one.docs)
    assert one.build().problems == ()
    assert "<abbr" not in one.tree()[PAGE].decode()

    Put("to-chuc/ban.md", {"name": "Hội Mẫu Xanh", "short_names": ["HMX"]}).do(one.docs)
    assert PAGE in one.build().made
    assert '<abbr title="Hội Mẫu Xanh">HMX</abbr>' in one.tree()[PAGE].decode()
