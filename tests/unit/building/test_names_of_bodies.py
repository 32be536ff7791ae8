"""Whatever becomes of a body's record, names mean what they would in a build from nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from bantin.building import build_session, fingerprint, freshness

from tests.unit.archive import Archive
from tests.unit.editing import Alter, Delete, Edit, Put, Rename
from tests.unit.orders_told import tell

UBND = {"name": "UBND tỉnh Sơn La", "province": "Sơn La"}
HEALTH = {"name": "Sở Y tế tỉnh Sơn La", "province": "Sơn La"}
START: tuple[Edit, ...] = (
    Put("to-chuc/ubnd.md", UBND),
    Put("to-chuc/vp.md", {"name": "Văn phòng UBND tỉnh Sơn La", "parent": "ubnd"}),
    Put("to-chuc/y-te.md", HEALTH),
    Put(
        "van-ban/2020/a.md",
        {"title": "Kết luận", "kind": "TB", "number": "1/TB-VP", "issuer": "vp"}
        | {"date": "2020-03-05"},
        "Kết luận:\n\n1. Việc.",
    ),
)
WANTED: dict[str, tuple[Edit | None, str, str]] = {
    "nothing": (None, "y-te", "ubnd"),
    "renamed": (Alter("to-chuc/y-te.md", "name", "Sở Dân số tỉnh Sơn La"), "", "ubnd"),
    "short name": (Alter("to-chuc/ubnd.md", "short_names", ["Sở Y tế"]), "", "ubnd"),
    "gone": (Delete("to-chuc/y-te.md"), "", "ubnd"),
    "moved": (Rename("to-chuc/y-te.md", "y-te-moi", noted=True), "y-te-moi", "ubnd"),
    "another province": (Alter("to-chuc/y-te.md", "province", "Lai Châu"), "", "ubnd"),
    "the issuer's province": (Alter("to-chuc/vp.md", "province", "Lai Châu"), "", ""),
    "the issuer's superior": (Alter("to-chuc/ubnd.md", "province", "Lai Châu"), "y-te", ""),
    "ended": (Alter("to-chuc/y-te.md", "active", {"to": "2019-01-01"}), "", "ubnd"),
    "began later": (Alter("to-chuc/y-te.md", "active", {"from": "2021-01-01"}), "", "ubnd"),
    "another of its name": (Put("to-chuc/y-te-2.md", HEALTH), "", "ubnd"),
    "one of another province": (
        Put("to-chuc/y-te-2.md", {"name": "Sở Y tế tỉnh Lai Châu"}),
        "y-te",
        "ubnd",
    ),
}


@pytest.fixture(autouse=True)
def same_code(monkeypatch: pytest.MonkeyPatch) -> None:
    for caller in (fingerprint, freshness, build_session):
        monkeypatch.setattr(caller, "digest_engine", lambda: "máy")
    tell(monkeypatch, (["Sở Y tế"], ["UBND tỉnh"]))


def told(archive: Archive) -> tuple[str, str]:
    """Return the slugs of who must act and of who helps, as the register's data have them."""
    path = archive.site / "ket-luan/2020/03/ket-luan.json"
    [point] = json.loads(path.read_text("utf-8"))["documents"][0]["conclusions"]
    urls = [point["addressees"][0]["url"], point["helpers"][0]["url"]]
    return urls[0].removeprefix("to-chuc/")[:-1], urls[1].removeprefix("to-chuc/")[:-1]


@pytest.mark.parametrize("what", WANTED)
def test_names_are_resolved_anew_when_a_body_s_record_changes(tmp_path: Path, what: str) -> None:
    edit, lead, helping = WANTED[what]
    archive = Archive(tmp_path)
    for one in START:
        one.do(archive.docs)
    assert not archive.build().problems
    assert told(archive) == ("y-te", "ubnd")
    before = archive.tree()
    if edit:
        edit.do(archive.docs)
    assert not archive.build().problems
    assert told(archive) == (lead, helping)
    has_page = {path for path in archive.tree() if path.endswith("duoc-giao/index.html")}
    assert has_page == {f"to-chuc/{one}/duoc-giao/index.html" for one in (lead, helping) if one}
    fresh = tmp_path / "fresh"
    assert not archive.build(fresh).problems
    assert archive.tree() == archive.tree(fresh)
    # And back.
    for one in START:
        one.do(archive.docs)
    for extra in ("y-te-2", "y-te-moi"):
        Delete(f"to-chuc/{extra}.md").do(archive.docs)
    assert not archive.build().problems
    assert archive.tree() == before
