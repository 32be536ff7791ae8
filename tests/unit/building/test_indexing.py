"""The search index goes on from what it was."""

from __future__ import annotations

from pathlib import Path

from bantin.building.store import Store
from bantin.building.workspace import Workspace
from bantin.outputs.search import wanted_place

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
