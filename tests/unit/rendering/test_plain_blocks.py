"""Steps around inline markup that cannot change a text are skipped without a trace."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from bantin.rendering.markdown import MarkdownConverter, MarkdownText, make_markdown
from bantin.rendering.plain_blocks import PlainBlocks
from bantin.rendering.plain_inline import PlainInline
from bantin.rendering.sanitise import clean, may_need_cleaning
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown
from markdown.blockprocessors import (
    BlockQuoteProcessor,
    HashHeaderProcessor,
    HRProcessor,
    ReferenceProcessor,
    SetextHeaderProcessor,
)
from markdown.extensions import Extension
from markdown.extensions.attr_list import AttrListTreeprocessor
from markdown.extensions.footnotes import FootnoteBlockProcessor
from markdown.extensions.toc import TocTreeprocessor
from markdown.preprocessors import HtmlBlockPreprocessor, NormalizeWhitespace

from tests.unit.rendering.markdown_samples import SAMPLES, debris, documents

OURS = ("tables", "footnotes", "attr_list", "sane_lists", "toc")
# Some put steps of their own in a stock one's place: blocks of HTML, definitions, lists.
OTHERS = ("extra", "admonition", "sane_lists", "toc", "smarty", "meta")


STEPS = {
    NormalizeWhitespace,
    HtmlBlockPreprocessor,
    HashHeaderProcessor,
    SetextHeaderProcessor,
    HRProcessor,
    BlockQuoteProcessor,
    FootnoteBlockProcessor,
    ReferenceProcessor,
    AttrListTreeprocessor,
    TocTreeprocessor,
}


def make(extensions: Sequence[str | Extension], *more: Extension) -> Markdown:
    return Markdown(extensions=[*extensions, *more], output_format="html")


def quick(extensions: Sequence[str | Extension]) -> Markdown:
    return make(extensions, PlainInline(), PlainBlocks())


STOCK, QUICK = make(OURS), quick(OURS)
STOCK_OTHERS, QUICK_OTHERS = make(OTHERS), quick(OTHERS)


def convert(md: Markdown, source: str) -> str:
    return md.reset().convert(source)


def steps(md: Markdown) -> list[type]:
    return [type(step) for steps in (md.preprocessors, md.treeprocessors) for step in steps] + [
        type(step) for step in md.parser.blockprocessors
    ]


@pytest.mark.parametrize("source", SAMPLES)
def test_every_construct_comes_out_as_from_stock(source: str) -> None:
    assert convert(QUICK, source) == convert(make(OURS), source)


@pytest.mark.parametrize("source", SAMPLES)
def test_every_construct_comes_out_as_from_stock_with_no_and_with_other_extensions(
    source: str,
) -> None:
    assert convert(quick(()), source) == convert(make(()), source)
    assert convert(QUICK_OTHERS, source) == convert(STOCK_OTHERS, source)


@settings(max_examples=300)
@given(documents)
def test_documents_of_any_mixture_come_out_as_from_stock(source: str) -> None:
    assert convert(QUICK, source) == convert(STOCK, source)


@settings(max_examples=300)
@given(debris)
def test_text_of_any_signs_comes_out_as_from_stock(source: str) -> None:
    assert convert(QUICK, source) == convert(STOCK, source)


@settings(max_examples=150)
@given(documents | debris)
def test_any_text_comes_out_as_from_stock_with_other_extensions(source: str) -> None:
    assert convert(QUICK_OTHERS, source) == convert(STOCK_OTHERS, source)


@settings(max_examples=40)
@given(st.lists(documents | debris, min_size=2, max_size=4))
def test_one_converter_for_many_bodies_gives_what_a_new_stock_one_gives_for_each(
    sources: list[str],
) -> None:
    converter = MarkdownConverter()
    in_a_row = [converter.convert(MarkdownText(source), "") for source in sources]
    assert in_a_row == [stock_and_clean(source) for source in sources]


def stock_and_clean(source: str) -> str:
    html = make_markdown().convert(source)
    return clean(html) if may_need_cleaning(source) else html


def test_these_stock_steps_are_replaced_each_where_it_stands() -> None:
    pairs = zip(steps(make(OURS)), steps(make(OURS, PlainBlocks())), strict=True)
    replaced = {(stock, step.__base__) for stock, step in pairs if step is not stock}
    assert replaced == {(stock, stock) for stock in STEPS}


def test_step_of_another_extension_is_left_alone() -> None:
    class Own(BlockQuoteProcessor):
        pass

    class WithOwn(Extension):
        def extendMarkdown(self, md: Markdown) -> None:
            md.parser.blockprocessors.register(Own(md.parser), "quote", 20)

    assert type(quick([WithOwn()]).parser.blockprocessors["quote"]) is Own


def test_contents_of_one_text_are_not_those_of_the_next() -> None:
    md = quick(OURS)
    convert(md, "# A")
    assert [token["name"] for token in md.toc_tokens] == ["A"]  # type: ignore[attr-defined]
    md.convert("a *b*")  # even if nobody resets it in between
    assert md.toc_tokens == []  # type: ignore[attr-defined]
    assert md.toc == ""  # type: ignore[attr-defined]


def test_another_converter_stays_stock() -> None:
    quick(OURS)
    assert set(steps(make(OURS))) >= STEPS
