"""Inline patterns that cannot match are skipped, and nobody can tell from the output."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element

import pytest
from bantin.rendering.plain_inline import _SIGNS, PlainInline
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown, treeprocessors
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor, SimpleTagInlineProcessor
from markdown.util import AtomicString

from tests.unit.rendering.markdown_samples import SAMPLES, debris, documents

OURS = ("tables", "footnotes", "attr_list", "sane_lists", "toc")
# Patterns put beside the stock ones or in their place; texts that must not be touched again.
OTHERS = ("extra", "smarty", "wikilinks", "nl2br", "legacy_em", "legacy_attrs", "admonition")


def make(extensions: Sequence[str | Extension], *more: Extension) -> Markdown:
    return Markdown(extensions=[*extensions, *more], output_format="html")


STOCK, QUICK = make(OURS), make(OURS, PlainInline())
STOCK_OTHERS, QUICK_OTHERS = make(OTHERS), make(OTHERS, PlainInline())


def convert(md: Markdown, source: str) -> str:
    return md.reset().convert(source)


@pytest.mark.parametrize("source", SAMPLES)
def test_every_construct_comes_out_as_from_stock(source: str) -> None:
    assert convert(QUICK, source) == convert(make(OURS), source)


@pytest.mark.parametrize("source", SAMPLES)
def test_every_construct_comes_out_as_from_stock_with_no_and_with_other_extensions(
    source: str,
) -> None:
    assert convert(make((), PlainInline()), source) == convert(make(()), source)
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


@pytest.mark.parametrize("pattern", _SIGNS, ids=lambda pattern: pattern.pattern[:20])
def test_whatever_a_known_pattern_matches_holds_one_of_its_signs(pattern: re.Pattern[str]) -> None:
    signs = _SIGNS[pattern]

    @settings(max_examples=100)
    @given(st.from_regex(pattern))
    def holds(matching: str) -> None:
        assert any(sign in matching for sign in signs)

    holds()


def test_each_pattern_that_the_site_uses_is_known() -> None:
    """Red after a release that changes an expression: look at it, then at its sign."""
    unknown = [p.pattern for p in QUICK.inlinePatterns if p.getCompiledRegExp() not in _SIGNS]
    assert unknown == []


class Loud(SimpleTagInlineProcessor):
    """A pattern that nobody knows: makes `ồ…ồ` bold."""


class WithLoud(Extension):
    def __init__(self, expression: str, name: str) -> None:
        super().__init__()
        self._expression, self._name = expression, name

    def extendMarkdown(self, md: Markdown) -> None:
        md.inlinePatterns.register(Loud(self._expression, "b"), self._name, 65)


@pytest.mark.parametrize("name", ["loud", "em_strong", "link"])
@pytest.mark.parametrize("order", [1, -1], ids=["before", "after"])
def test_unknown_pattern_is_always_tried_under_whatever_name(name: str, order: int) -> None:
    md = make([WithLoud(r"(ồ)(.+?)ồ", name), PlainInline()][::order])
    assert convert(md, "chữ ồto tiếngồ hết") == "<p>chữ <b>to tiếng</b> hết</p>"


def test_pattern_registered_between_two_texts_is_tried() -> None:
    md = make(OURS, PlainInline())
    assert convert(md, "ồaồ") == "<p>ồaồ</p>"
    md.inlinePatterns.register(Loud(r"(ồ)(.+?)ồ", "b"), "loud", 65)
    assert convert(md, "ồaồ") == "<p><b>a</b></p>"


class WithAtomicTails(Extension):
    """Puts text that is not to be touched after each paragraph, before inline markup is read."""

    class _Tails(treeprocessors.Treeprocessor):
        def run(self, root: Element) -> None:
            for node in root.iter("p"):
                node.tail = AtomicString("*xong*")

    def extendMarkdown(self, md: Markdown) -> None:
        md.treeprocessors.register(self._Tails(md), "tails", 30)


def test_atomic_text_is_left_as_it_is() -> None:
    md = make(OURS, WithAtomicTails(), PlainInline())
    assert convert(md, "*a*") == "<p><em>a</em></p>*xong*"


class Watched(InlineProcessor):
    """Counts how often it is tried; its expression is the one of code spans."""

    tried = 0

    def getCompiledRegExp(self) -> re.Pattern[str]:
        self.tried += 1
        return self.compiled_re


@pytest.mark.parametrize(
    ("source", "texts"), [("một\n\nhai\n\nba", 0), ("một * hai\n\nba _ bốn", 0), ("a `\n\nb", 1)]
)
def test_pattern_is_tried_on_texts_with_its_sign_only(source: str, texts: int) -> None:
    md = make(OURS, PlainInline())
    watched = Watched(md.inlinePatterns["backtick"].pattern, md)
    watched.handleMatch = lambda m, data: (None, None, None)
    md.inlinePatterns.register(watched, "backtick", 190)
    convert(md, source)
    # Once for the document, to learn its expression.
    assert watched.tried == 1 + texts


def test_processor_of_another_extension_is_left_alone() -> None:
    class Own(treeprocessors.InlineProcessor):
        pass

    class WithOwn(Extension):
        def extendMarkdown(self, md: Markdown) -> None:
            md.treeprocessors.register(Own(md), "inline", 20)

    assert type(make([WithOwn(), PlainInline()]).treeprocessors["inline"]) is Own
