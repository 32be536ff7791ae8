"""What the home page gathers of an archive."""

from __future__ import annotations

from bantin.outputs.pages.home import view_home
from bantin.outputs.sizes import USUAL

from tests.unit.samples import article, catalog_of, document

MEETING = "meeting: {date: 2013-10-08, bodies: [ban], chairs: [Lê Văn An]}"
POINTS = "Kết luận cuộc họp:\n\n" + "\n".join(
    f"{n}. Giao Văn phòng trình báo cáo số {n}." for n in range(1, 6)
)


def test_an_empty_archive_has_a_home_page() -> None:
    home = view_home(catalog_of())
    assert home.lead is None
    assert (home.conclusions, home.most_viewed, home.examples, home.months) == ((), (), (), "")


def test_the_newest_conclusions_are_cut_and_the_rest_is_told() -> None:
    home = view_home(catalog_of(document(more=MEETING, body=POINTS)))
    (one,) = home.conclusions
    assert (len(one.entry.points), one.others) == (USUAL.home_points, 5 - USUAL.home_points)


def test_what_was_viewed_most_comes_first_and_what_was_withdrawn_not_at_all() -> None:
    home = view_home(
        catalog_of(
            article("it", more="views: 9"),
            article("nhieu", more="views: 90"),
            article("rut", more="views: 900\nstatus: withdrawn"),
            article("khong-ro"),
        )
    )
    assert [(one.card.url, one.views) for one in home.most_viewed] == [
        ("tin-tuc/2021/10/nhieu/", 90),
        ("tin-tuc/2021/10/it/", 9),
    ]


def test_examples_are_typed_as_people_do() -> None:
    home = view_home(catalog_of(document(number="405/TB-VP.UBND", more=MEETING, body=POINTS)))
    assert home.examples == ("405 tb vp ubnd", "ket luan le van an", "tháng 10 năm 2013")
