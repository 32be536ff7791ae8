"""Which picture stands for which page, and that one is drawn only where its words change."""

from __future__ import annotations

from bantin.building.fingerprint import Digests, fingerprint
from bantin.outputs.addresses import AddressBook
from bantin.outputs.output import Output
from bantin.outputs.plan import CHROME_KEYS
from bantin.records.models import Record

from tests.unit.in_memory import plan_outputs
from tests.unit.outputs.test_metadata import RECORDS, ROOT, heads
from tests.unit.samples import article, body, catalog_of, document, section

DIGESTS = Digests("", "", "", dict.fromkeys(CHROME_KEYS, ""))


def plan(*records: Record) -> dict[str, Output]:
    return {one.path: one for one in plan_outputs(AddressBook({}, catalog_of(*records)), [])}


def pictures(*records: Record) -> dict[str, str]:
    outputs = plan(*records)
    return {
        path: fingerprint(output, DIGESTS)
        for path, output in outputs.items()
        if path.startswith("anh-chia-se/")
    }


def test_every_page_has_a_picture_that_is_there() -> None:
    there = {f"{ROOT}{path}" for path in pictures(*RECORDS)} | {f"{ROOT}tin-tuc/2021/10/anh.png"}
    shown = {url: head.metas["og:image"] for url, head in heads().items()}
    assert {url: found for url, found in shown.items() if not set(found) <= there} == {}
    assert all(len(found) == 1 for found in shown.values())


def test_picture_is_that_of_what_the_page_belongs_to() -> None:
    wanted = {
        "tin-tuc/2021/10/gio-ngo/": "chuyen-muc/chi-dao",
        "van-ban/2013/5-tb-vp/": "to-chuc/vp",
        "to-chuc/uy-ban/": "to-chuc/uy-ban",
        "cuoc-hop/2021/10-05-uy-ban/": "to-chuc/uy-ban",
        "chuyen-muc/chi-dao/": "chuyen-muc/chi-dao",
        "nguoi/le-an/": "nguoi",
        "nguoi/": "nguoi",
        "tin-tuc/2021/10/": "tin-tuc",
        "van-ban/2013/": "van-ban",
        "ket-luan/": "ket-luan",
        "tim-kiem/": "trang",
    }
    found = {url: heads()[url].metas["og:image"][0] for url in wanted}
    assert found == {url: f"{ROOT}anh-chia-se/{name}.png" for url, name in wanted.items()}
    head = heads()["to-chuc/uy-ban/"]
    assert head.metas["og:image:width"] == ["1200"]
    assert head.metas["og:image:alt"] == ["Cơ quan uy-ban"]


def test_records_draw_no_pictures() -> None:
    few = pictures(article("a"))
    more = pictures(article("a"), article("b"), document(), article("c", "2020-01-01"))
    assert few == more
    assert len(few) == 8 + 1 + 2


def test_picture_changes_with_the_name_it_shows_and_with_no_other() -> None:
    before = pictures(section("y-te"), body("hoi"))
    after = pictures(section("y-te", "description: Khác."), body("hoi", "short_names: [H]"))
    assert before == after
    assert {"anh-chia-se/chuyen-muc/y-te.png", "anh-chia-se/to-chuc/hoi.png"} <= set(before)
