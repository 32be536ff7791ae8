"""The search index goes on from what it was."""

from __future__ import annotations

import json
from pathlib import Path

from bantin.building.store import Store
from bantin.building.workspace import Workspace
from bantin.outputs.discovery.search_names import NAMES_PATH
from bantin.search import DIRECTORY_PATH, wanted_place
from bantin.search.files import decompress, part_path

from tests.unit.archive import Archive

NAME = "Lê An 1065"
ARTICLE = "---\ntitle: Tin\ndate: 2021-10-05\nsection: chi-dao\n{}\n---\n\nNội dung.\n"
NAMED = f"people: [{{name: {NAME}}}]"


def write(archive: Archive, uri: str, text: str) -> None:
    path = archive.docs / uri
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def test_entry_at_the_very_first_place_leaves_it_when_it_goes(tmp_path: Path) -> None:
    """Place 0 is a place like any other."""
    url = "nguoi/le-an-1065/"
    assert wanted_place("", url) == 0
    archive = Archive(tmp_path)
    write(archive, "chuyen-muc/chi-dao.md", "---\nname: Chỉ đạo\n---\n")
    write(archive, "tin-tuc/2021/10/a.md", ARTICLE.format(""))
    write(archive, "tin-tuc/2021/10/b.md", ARTICLE.format(NAMED))
    archive.build()
    write(archive, "tin-tuc/2021/10/b.md", ARTICLE.format(""))
    archive.build()
    store = Store.open(Workspace(archive.site).store_path)
    places = dict(store.connection.execute("select url, place from places").fetchall())
    store.close()
    assert set(places) == {"tin-tuc/2021/10/a/", "tin-tuc/2021/10/b/"}
    clean = tmp_path / "clean"
    archive.build(clean)
    assert archive.tree() == archive.tree(clean)


def test_choices_follow_edits_of_bodies_people_and_periods(tmp_path: Path) -> None:
    archive, clean = Archive(tmp_path), tmp_path / "clean"
    write(archive, "chuyen-muc/chi-dao.md", "---\nname: Chỉ đạo\n---\n")
    write(archive, "to-chuc/tinh.md", "---\nname: Tỉnh\n---\n")
    write(archive, "to-chuc/so.md", "---\nname: Sở\n---\n")
    met = "meeting: {{date: 2013-10-08, bodies: [so], chairs: [Lê An], period: {}}}"
    write(archive, "tin-tuc/2021/10/a.md", ARTICLE.format(met.format("{year: 2013}")))
    write(archive, "tin-tuc/2021/10/b.md", ARTICLE.format(NAMED))
    archive.build()
    for uri, text in (
        ("to-chuc/so.md", "---\nname: Sở\nparent: tinh\n---\n"),
        (
            "tin-tuc/2021/10/a.md",
            ARTICLE.format(met.format('{year: 2013, months: "1-9"}').replace("Lê An", "Võ Bình")),
        ),
    ):
        write(archive, uri, text)
        archive.build()
        archive.build(clean)
        assert archive.tree() == archive.tree(clean)
    names = json.loads((archive.site / NAMES_PATH).read_bytes())
    assert names["bodies"]["so"] == ["Sở", "tinh"]
    columns = json.loads((archive.site / DIRECTORY_PATH).read_bytes())["columns"]
    blocks, people = (
        [json.loads(decompress((archive.site / part_path(name)).read_bytes())) for name in names]
        for names in (columns[1::4], columns[2::4])
    )
    assert ["Tin tức", "chi-dao", "1-9", 0] in [
        one for b in blocks for one in b["classes"]["table"]
    ]
    assert {"Võ Bình", NAME} == {one for b in people for one in b["people"]["table"]}
