"""Lists stand on the page as the paper has them: every mark as printed, every level where it belongs."""

from __future__ import annotations

import re

import pytest
from bantin.rendering.markdown import make_markdown

from tests.unit.rendering.list_outline import outline, words
from tests.unit.rendering.list_shapes import SHAPES

MARKDOWN = make_markdown()


def convert(source: str) -> str:
    return MARKDOWN.reset().convert(source)


@pytest.mark.parametrize(("source", "expected"), SHAPES)
def test_a_list_is_nested_as_on_paper(source: str, expected: str) -> None:
    assert outline(convert(source)) == expected
