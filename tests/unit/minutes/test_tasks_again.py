"""The points of two years that are the same task, told by addressee and words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from bantin.minutes.tasks_again import ComparedPoint, find_tasks_again

CASES = yaml.safe_load(Path(__file__).with_name("labelled_tasks_again.yml").read_text("utf-8"))


def point(written: str, **more: Any) -> ComparedPoint:
    """Return a point written as "addressees | text"."""
    who, _, text = written.partition(" | ")
    names = tuple(name for name in who.split("; ") if name != "-")
    return ComparedPoint(text, names, frozenset(names), frozenset(names), **more)


def found_in(case: dict[str, Any]) -> set[tuple[int, int]]:
    later, earlier = (list(map(point, case[side])) for side in ("later", "earlier"))
    return {(new + 1, old + 1) for new, old in find_tasks_again(later, earlier)}


# Right, found and there at the last measurement. The held half was never looked at for tuning.
@pytest.mark.parametrize(
    ("half", "right", "found", "there"), [("tune", 10, 10, 13), ("held", 9, 9, 13)]
)
def test_labelled_pairs(half: str, right: int, found: int, there: int) -> None:
    counts = [0, 0, 0]
    for case in CASES:
        if case["half"] == half:
            read, same = found_in(case), set(map(tuple, case["same"]))
            wrong = read - same
            assert not wrong, (case["meeting"], wrong)
            counts = [counts[0] + len(read & same), counts[1] + len(read), counts[2] + len(same)]
    assert counts == [right, found, there]


TASK = "Rà soát quy hoạch chung của xã Mẫu An, lập danh mục công trình cần đầu tư."
LONGER = "Khẩn trương rà soát quy hoạch chung của xã Mẫu An, lập danh mục công trình đầu tư mới."


def is_same(later: ComparedPoint, earlier: ComparedPoint) -> bool:
    return find_tasks_again([later], [earlier]) == [(0, 0)]


@pytest.mark.parametrize(
    ("later", "earlier", "same"),
    [
        (f"Sở A | {TASK}", f"Sở A | {TASK}", True),
        (f"Sở A | {LONGER}", f"Sở A | {TASK}", True),
        (f"Sở A | Sở A {TASK}", f"Sở A | Giao Sở A {LONGER}", True),
        (f"Sở A; Sở B | {TASK}", f"Sở B; Sở C | {LONGER}", True),
        (f"Sở A | {TASK} Xong trước ngày 5/4/2025.", f"Sở A | {TASK} Xong trước ngày 20/6.", True),
        (f"- | {TASK}", f"- | {LONGER}", True),
        (f"- | {TASK}", f"Sở A | {TASK}", True),
        (f"Sở A | {TASK}", f"- | {TASK}", True),
        ("Sở A | RÀ SOÁT QUI HOẠCH CHUNG xã Mẫu An", f"Sở A | {TASK}", False),
        (f"Sở A | {TASK}", f"Sở B | {TASK}", False),
        (f"Sở A | {LONGER}", f"Sở B | {LONGER}", False),
        (f"- | {LONGER}", f"Sở A | {TASK} Báo cáo kết quả về Hội đồng thẩm định khu vực.", False),
        ("Sở A | Ghi nhận.", "Sở A | Ghi nhận.", False),
        ("Sở A | Tiếp tục theo dõi.", "Sở A | Tiếp tục theo dõi.", False),
        ("Sở A | Rà soát quy hoạch chợ Mẫu.", f"Sở A | {TASK}", False),
        ("Sở A | ", "Sở A | ", False),
    ],
)
def test_same_task_has_an_addressee_and_most_words_in_common(
    later: str, earlier: str, same: bool
) -> None:
    assert is_same(point(later), point(earlier)) is same


def test_successor_has_the_task_of_the_body_before_and_no_neighbour_has() -> None:
    old = ComparedPoint(TASK, ("Sở Cũ",), frozenset({"cu"}), frozenset({"cu", "moi"}))
    beside = ComparedPoint(TASK, ("Sở Kia",), frozenset({"kia"}), frozenset({"kia", "moi"}))
    new = ComparedPoint(TASK, ("Sở Mới",), frozenset({"moi"}), frozenset({"moi", "cu", "kia"}))
    assert is_same(new, old)
    assert is_same(old, new)
    assert not is_same(old, beside)


def test_refusal_is_no_consent_to_the_same() -> None:
    refused = point(f"Sở A | Không đồng ý {TASK}", is_refusal=True)
    assert not is_same(refused, point(f"Sở A | Đồng ý {TASK}"))
    assert is_same(refused, refused)


def test_most_alike_come_together_each_once() -> None:
    later = [point(f"Sở A | {LONGER}"), point(f"Sở A | {TASK}"), point(f"Sở A | {TASK} Gấp.")]
    earlier = [point(f"Sở A | {TASK}"), point(f"Sở A | {LONGER}")]
    assert find_tasks_again(later, earlier) == [(0, 1), (1, 0)]
    assert find_tasks_again([], earlier) == find_tasks_again(later, []) == []
