"""Slugs."""

from __future__ import annotations

import pytest
from bantin.text.slug import is_slug, slugify
from hypothesis import given
from hypothesis import strategies as st


@given(st.text(max_size=200), st.integers(min_value=1, max_value=90))
def test_slugify_gives_a_slug_that_fits_or_nothing(value: str, longest: int) -> None:
    slug = slugify(value, max_length=longest)
    assert slug == "" or is_slug(slug)
    assert len(slug) <= longest


@given(st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,5}", fullmatch=True))
def test_a_slug_is_its_own_slug(slug: str) -> None:
    assert slugify(slug) == slug


@pytest.mark.parametrize(
    ("written", "slug"),
    [
        ("Ủy ban nhân dân tỉnh Đắk Nông", "uy-ban-nhan-dan-tinh-dak-nong"),
        ("405/TB-VP.UBND", "405-tb-vp-ubnd"),
        ("  …  ", ""),
        ("東京", ""),
    ],
)
def test_slug_of(written: str, slug: str) -> None:
    assert slugify(written) == slug


def test_long_slug_is_cut_at_a_syllable() -> None:
    assert slugify("mot hai ba", max_length=8) == "mot-hai"
    assert slugify("mot hai ba", max_length=7) == "mot-hai"
    assert slugify("motkhongcach", max_length=5) == "motkh"


@pytest.mark.parametrize("text", ["", "-a", "a-", "a--b", "A", "đ", "a b", "a\n", "a.md"])
def test_is_slug_refuses(text: str) -> None:
    assert not is_slug(text)
