"""What a text is comes back from the store as it was, and nobody can write into its places."""

from __future__ import annotations

import pytest
from bantin.rendering.markdown import render_marked_up, render_text
from bantin.rendering.rendered_text import SLOT, RenderedText, pack_text, unpack_text
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.rendering.list_shapes import SHAPES
from tests.unit.rendering.markdown_samples import SAMPLES, debris, documents

RICH = """Lời[^1] với `mã` và [bài](a.md).

I. Một
1. Việc
   {: due="2026-12-31" }
a) trong

<p onclick="x()">b</p>

    mã

> Trích.
> {: to="x" }

Đoạn.
{: to="x" }

[^1]: Ghi ![chú](b.png).

- - - - - - - - - - - - - sâu
"""


@pytest.mark.parametrize("source", ["", RICH, *SAMPLES, *(shape for shape, _ in SHAPES)])
def test_text_comes_back_from_the_store_as_it_was(source: str) -> None:
    text = render_text(source)
    assert unpack_text(pack_text(text)) == text


def test_sample_holds_all_there_is() -> None:
    text = render_text(RICH)
    for name in RenderedText.__slots__:
        assert getattr(text, name), name


@settings(max_examples=200)
@given(documents | debris | st.text())
def test_any_text_comes_back_and_has_a_link_for_each_slot(source: str) -> None:
    text = render_marked_up(source)
    assert unpack_text(pack_text(text)) == text
    slots = [int(slot) for slot in SLOT.findall(text.html)]
    assert slots == [link.slot for link in text.links if link.is_relative]


@pytest.mark.parametrize("sign", ["&#2;0&#3;", "&#x2;0&#x3;", "\x020\x03", "a&#30;b&#31;c"])
def test_nobody_can_write_the_signs_that_we_use_ourselves(sign: str) -> None:
    text = render_text(f"{sign} và **đậm** [b](c.md) <i title='{sign}'>x</i>")
    assert SLOT.findall(text.html) == ["0"]
    assert unpack_text(pack_text(text)) == text


def test_damaged_content_is_refused() -> None:
    packed = pack_text(render_text(RICH))
    for content in (packed[5:], b"{}\n\x1ep\x1fx", b"{}\n\xff"):
        with pytest.raises(ValueError):  # noqa: PT011 - several errors are one
            unpack_text(content)


@pytest.mark.parametrize(
    ("source", "anchors"),
    [
        ("1. a\n2. b", ["kl-1", "kl-2"]),
        ("1. a\n\n1. b", ["kl-1", "kl-1_2"]),
        (
            "3. A:\na) b;\nb) c;\nc) d;\nd) e;\nđ) g.",
            [f"kl-3{one}" for one in ("", "-a", "-b", "-c", "-d", "-dd")],
        ),
        ("I. a\n\n1. b\n\nII. c\n\n2. d", ["kl-i", "kl-i-1", "kl-ii", "kl-ii-2"]),
        ("1. a\n\n1.1. b\n\n1.2. c\n\n2. d", ["kl-1", "kl-1-1", "kl-1-2", "kl-2"]),
        ("(1) a\n\n(2) b", ["kl-1", "kl-2"]),
        ("- a\n- b\n\nx\n\n> 1. c", []),
        ("## Tên {: #kl-1 }\n\n1. a", ["kl-1_2"]),
        ("1. a\n   {: #rieng }\n2. b", ["rieng", "kl-2"]),
        ('<ol start="4" type="i"><li>a<li value="9">b</ol>', ["kl-iv", "kl-ix"]),
    ],
)
def test_items_have_the_addresses_of_their_printed_numbers(source: str, anchors: list[str]) -> None:
    text = render_text(source)
    assert [item.anchor for item in text.items] == anchors
    for anchor in anchors:
        assert text.html.count(f'id="{anchor}"') == 1


def test_an_item_added_below_another_number_moves_no_address() -> None:
    before = {item.text: item.anchor for item in render_text("1. A\n2. B:\na) c\n3. d").items}
    after = {item.text: item.anchor for item in render_text("1. A:\na) x\n2. B:\na) c\n3. d").items}
    assert before["d"] == after["d"] == "kl-3"
    assert before["c"] == after["c"] == "kl-2-a"
