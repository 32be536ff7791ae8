"""Bodies on which a reader of Markdown may take long, or descend too deep.

Each is made in any size. Names say what is repeated.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

from bantin.rendering.excess import TooMany

Make = Callable[[int], str]


def again(unit: str, before: str = "", behind: str = "") -> Make:
    """Return a maker of a repeated unit."""
    return lambda size: before + unit * (size // len(unit)) + behind


def numbered(unit: str, joint: str = "") -> Make:
    """Return a maker of units that differ by a number, which stands for "#"."""

    def make(size: int) -> str:
        pieces: list[str] = []
        length = 0
        for number in count():
            if length >= size:
                return joint.join(pieces)
            pieces.append(unit.replace("#", str(number)))
            length += len(pieces[-1]) + len(joint)
        return ""

    return make


def halves(first: Make, second: Make) -> Make:
    """Return a maker of two texts, one under the other."""
    return lambda size: f"{first(size // 2)}\n\n{second(size // 2)}"


def stairs(mark: str) -> Make:
    """Return a maker of items, each indented more than the one before it."""
    return lambda size: "\n".join(f"{'  ' * at}{mark} x" for at in range(int(size**0.5)))


# Too much of something: the maker, and what of.
REFUSED: dict[str, tuple[Make, str]] = {
    "mail": (again("a@"), TooMany.SIGNS),
    "cells of code": (again("`|", "| a |\n|---|\n"), TooMany.CODE_CELLS),
    "comments without an end": (again("<!-- "), TooMany.TAGS),
    "one run of ticks": (again("`"), TooMany.SIGNS),
    "brackets": (again("["), TooMany.BRACKETS),
    "brackets and words": (again("[a "), TooMany.BRACKETS),
    "brackets in an item": (again("[", "1. a\n   "), TooMany.BRACKETS),
    "brackets in a cell": (again("[", "| a |\n|---|\n| "), TooMany.BRACKETS),
    "brackets in a quotation": (again("[", "> "), TooMany.BRACKETS),
    "brackets in a heading": (again("[", "# "), TooMany.BRACKETS),
    "brackets within each other": (lambda n: "[" * (n // 2) + "]" * (n // 2), TooMany.BRACKETS),
    "pictures": (again("!["), TooMany.BRACKETS),
    "footnotes without an end": (again("[^a"), TooMany.BRACKETS),
    "sections of data": (again("<![CDATA[ "), TooMany.TAGS),
    "links without an end": (again("[a](b"), TooMany.LINKS),
    "links without an end, spaces": (again("[a]( "), TooMany.LINKS),
    "links without an end, angles": (again("[a](< b"), TooMany.LINKS),
    "links without an end, quotes": (again('[a](b "c) '), TooMany.LINKS),
    "pictures without an end": (again("![a](b"), TooMany.LINKS),
    "ticks of two lengths": (again("``a`"), TooMany.TICKS),
    "ticks of many lengths": (
        lambda n: " ".join("`" * k for k in range(1, int(n**0.5))),
        TooMany.TICKS,
    ),
    "tags without an end": (again("<a "), TooMany.TAGS),
    "tags without an end, quotes": (again("<a b='"), TooMany.TAGS),
    "tags without an end, in an item": (again("<b ", "1. a\n   "), TooMany.TAGS),
    "declarations": (again("<!a "), TooMany.TAGS),
    "marked sections": (again("<!x "), TooMany.TAGS),
    "spaces behind a fence": (again(" ", "```", "x!"), TooMany.FENCES),
    "fences without an end": (again("```a\n"), TooMany.FENCES),
    "headings glued": (again("#a\n"), TooMany.GLUED),
    "headings of one name": (again("# a\n"), TooMany.GLUED),
    "rules glued": (again("---\n"), TooMany.GLUED),
    "rules in an item": (again("   ---\n", "1. a\n"), TooMany.GLUED),
    "underlined headings": (again("a\n===\n"), TooMany.GLUED),
    "definitions glued": (again("a\n: b\n"), TooMany.DEFINITIONS),
    "definitions in an item": (again("   : a\n", "1. a\n"), TooMany.DEFINITIONS),
    "bullets in a row": (again("- ", "", "x"), TooMany.LISTS),
    "numbers in a row": (again("1. ", "", "x"), TooMany.LISTS),
    "bold numbers in a row": (again("**1. "), TooMany.LISTS),
    "stairs of items": (stairs("-"), TooMany.LISTS),
    "stairs of numbers": (stairs("1."), TooMany.LISTS),
    "quotations": (again(">"), TooMany.PARTS),
    "quotations with spaces": (again("> ", "", "x"), TooMany.PARTS),
    "divisions": (again("<div>"), TooMany.PARTS),
    "bold type": (again("<b>", "<p>"), TooMany.PARTS),
    "bold type in each paragraph": (
        lambda n: (
            "".join(f"<b id=a{k}>" for k in range(min(n // 100, 200))) + "<p>a\n\n" * (n // 6)
        ),
        TooMany.PARTS,
    ),
    "tables in cells": (again("<table><tr><td>"), TooMany.PARTS),
    "lists in lists, in HTML": (again("<ul><li>"), TooMany.PARTS),
    "quotations in HTML": (again("<blockquote>\n"), TooMany.PARTS),
    "columns": (
        lambda n: "|a" * (n // 9) + "\n" + "|-" * (n // 9) + "\n" + "|\n" * (n // 9),
        TooMany.CELLS,
    ),
    "tables of contents": (halves(again("[TOC]\n\n"), again("# a\n\n")), TooMany.CONTENTS),
    "one long address again and again": (
        halves(lambda n: "[a]: " + "b" * n, again("[a]\n\n")),
        TooMany.REFERENCES,
    ),
    "emphasis": (again("*a* "), TooMany.SIGNS),
    "emphasis of two kinds": (again("*_"), TooMany.SIGNS),
    "stars and words": (again("*a"), TooMany.SIGNS),
    "escaped ticks": (again("\\`"), TooMany.SIGNS),
    "code words": (again("`a` "), TooMany.SIGNS),
}
# As strange, but read, however many there are.
READ: dict[str, Make] = {
    "attribute lists without an end": again("{: "),
    "spaces in an attribute list": again(" ", "1. a\n   {:", "x"),
    "spaces in an attribute list of a heading": again(" ", "# a {:", "x"),
    "attribute lists": again("1. a\n   {: to=x }\n"),
    "attributes in one list": again("a=b ", "1. a\n   {: ", "}"),
    "lines of attributes, then words": again("   {: a }\n", "1. a\n", "   b"),
    "attribute lines alone, then words": again("   {: aa} \n", "1. a\n\n", "   b"),
    "attribute lines twice": lambda n: "1. a\n" + ("   {: a }\n" * (n // 20) + "   b\n") * 2,
    "curly brackets": again("}", "1. a\n   {: a"),
    "ends of tags": again(">"[:0] + "a> "),
    "ends of comments": again("--> "),
    "dashes of a comment": again("-", "<!--"),
    "stars in a row": again("*"),
    "lines below": again("_"),
    "numbers": again("1"),
    "points": again("."),
    "numbers with points": again("1.1."),
    "spaces": again(" ", "a", "b"),
    "quotation marks": again('"'),
    "one word": again("ộ"),
    "words": again("ab "),
    "lines of one letter": again("a\n"),
    "paragraphs of one letter": again("a\n\n"),
    "ends of lines with spaces": again("a  \n\n"),
    "tabs": again("\t", "a", "b"),
    "spaces that do not break": again("\u00a0", "a", "b"),
    "fences": again("```\na\n```\n"),
    "fences of two kinds": again("```\n~~~\n"),
    "code by indenting": again("    a\n\n"),
    "points of a list": again("1. a\n"),
    "points of a list, apart": again("1. a\n\n"),
    "points with paragraphs": again("1. a\n\n   b\n\n"),
    "parts and points": again("I. a\n1. b\n"),
    "quotations in items": again("- a\n  > b\n"),
    "items in quotations": again("> - a\n"),
    "headings apart": again("## a\n\n"),
    "rules apart": again("---\n\n"),
    "definitions apart": again("a\n:   b\n\n"),
    "rows": again("| a | b |\n", "| a | b |\n|---|---|\n"),
    "tables": again("| a |\n|---|\n| b |\n\n"),
    "notes of one name": again("[^1]: a\n\n"),
    "notes": numbered("[^#]: a\n\n"),
    "notes and what refers to them": halves(numbered("a[^#]", "\n\n"), numbered("[^#]: a", "\n\n")),
    "references": numbered("[#]: a\n"),
    "links by reference": halves(numbered("[a#]", "\n\n"), numbered("[a#]: b", "\n\n")),
    "boxes": again("[ ] a\n\n"),
    "letters of boxes": again("*[a]: b\n"),
    "paragraphs of HTML": again("<p>a\n"),
    "breaks": again("a<br>\n\n"),
    "entities": again("&#1;"),
    "links": again("[a](b) "),
    "addresses": again("http://a "),
    "dates": again("31/12/2020 "),
    "deadlines": again("trước ngày 1/1/2021, "),
    "offices": again("Sở A ", "1. Giao "),
    "words of an office": again("và ", "1. Giao Sở A "),
    "figures": again("có 1 người, 1 "),
    "rates": again("tỷ lệ a "),
    "sums": again("tổng số a b "),
    "abbreviations": again("Ủy ban nhân dân (UBND) "),
    "brackets of abbreviations": again("(UBND "),
    "months": again("9 tháng đầu năm "),
}
