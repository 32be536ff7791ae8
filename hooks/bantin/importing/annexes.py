"""Tells what of a captured file stands behind the foot of its document, and what else is in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bantin.importing.capture import Block
from bantin.importing.text_marks import ADDRESS_LINE, holds_nation

_SHOWN = 60


def tell_annexes(below: Sequence[Block], behind: Sequence[Block]) -> Iterable[str]:
    """Yield what an editor must know of text behind the foot, of addressees, of a second head.

    Args:
        below: the blocks below the head.
        behind: those of them that follow the foot.
    """
    if behind:
        shown = behind[0].text[:_SHOWN]
        yield (
            f"Sau phần ký còn {len(behind)} đoạn, từ {behind[0].where} (“{shown}”): "
            "giữ ở cuối nội dung"
        )
    for block in below:
        if holds_nation(block.text):
            yield (
                f"{block.where.capitalize()} lại có Quốc hiệu: có thể là văn bản kèm theo, hoặc "
                "một văn bản khác trong cùng tệp; phần ấy giữ trong nội dung"
            )
            break
    if below and (match := ADDRESS_LINE.match(below[0].text)):
        yield f"“{match[0].strip()}” và các nơi gửi tới giữ nguyên trong nội dung"
