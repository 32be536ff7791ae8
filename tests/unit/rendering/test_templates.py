"""The template engine puts out what stock Jinja does."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import markupsafe
import pytest
from bantin.rendering.templates import escape, make_environment
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment, FileSystemLoader, StrictUndefined, UndefinedError
from markupsafe import Markup


class Plain:
    def __str__(self) -> str:
        return "<chữ>"


class Html:
    def __html__(self) -> str:
        return "<b>&</b>"


class Text(str):
    __slots__ = ()


class HtmlText(str):
    __slots__ = ()

    def __html__(self) -> str:
        return "<i>"


@given(st.text(st.sampled_from("ab&<>\"'ạ\n"), max_size=6) | st.text())
def test_text_is_escaped_as_by_markupsafe(text: str) -> None:
    assert escape(text) == str(markupsafe.escape(text))
    assert escape(Markup(text)) == text


@pytest.mark.parametrize(
    "value",
    [0, 1.5, True, None, ("<",), Plain(), Html(), Text("<"), HtmlText("a"), Markup("<&"), b"<"],
    # No address of an object: every process must name a test alike.
    ids=lambda value: type(value).__name__,
)
def test_other_values_are_escaped_as_by_markupsafe(value: Any) -> None:
    assert str(escape(value)) == str(markupsafe.escape(value))


PARTS = """
{% macro card(item, base, level=2) %}
<h{{ level }}>{{ base }}{{ item.name }}{{ ", " if level > 2 }}</h{{ level }}>
{{ caller() if caller is defined else "<>" }}
{% endmacro %}
{% macro many(items) %}
{% for item in items %}{{ loop.index }}{{ card(item, "<") }}{% endfor %}
{% endmacro %}
{% macro counted() %}{{ range(3) | list }}{% set ns = namespace(n=1) %}{{ ns.n }}{% endmacro %}
"""
PAGE = """
{% import "parts.html" as parts %}
{% from "parts.html" import card with context %}
{{ view.text }}{{ view["text"] }}{{ view.html }}{{ view.number }}{{ view.none }}
{{ view.text | safe }}
{{ view.text ~ view.html ~ "<" }}{{ [view.text, view.html] | join("<") }}{{ "<'\\"&>" }}
{{ parts.card(view, base) }}{{ parts.many([view, view]) }}{{ parts.counted() }}
{% call card(view, "'") %}{{ view.text }}{% endcall %}
{% autoescape false %}{{ view.text }}{{ view.html }}{% endautoescape %}
{% set block %}{{ view.text }}{% endset %}{{ block }}{{ block | length }}
{% filter upper %}{{ view.text }}{% endfilter %}{{ view.text | escape }}{{ view.text | e | e }}
{{ "a" if view.none }}{{ view.maybe is defined }}{{ view.text[:3] }}
{% include "part.html" %}
"""


def make_stock(folder: Path) -> Environment:
    return Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def test_templates_of_all_kinds_come_out_as_from_stock(tmp_path: Path) -> None:
    (tmp_path / "parts.html").write_text(PARTS, "utf-8")
    (tmp_path / "part.html").write_text("{{ view.text }}{{ base }}", "utf-8")
    (tmp_path / "page.html").write_text(PAGE, "utf-8")
    text = '<a href="x">&\'</a>'
    view = SimpleNamespace(text=text, html=Markup(text), number=12, none=None, name="A & B")
    ours = make_environment([str(tmp_path)])
    pages = [
        environment.get_template("page.html").render(view=view, base="../")
        for environment in (ours, make_stock(tmp_path), ours)
    ]
    assert pages[0] == pages[1] == pages[2]
    assert "<a href" in pages[0]
    assert type(pages[0]) is str


@pytest.mark.parametrize("template", ["{{ khong_co }}", "{{ view.khong_co }}"])
def test_missing_value_is_an_error_not_a_blank(template: str) -> None:
    environment = make_environment([])
    with pytest.raises(UndefinedError, match="khong_co"):
        environment.from_string(template).render(view={})


def test_fault_in_a_template_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("một\nhai {{ view.so | count }}\n", "utf-8")
    template = make_environment([str(tmp_path)]).get_template("page.html")
    with pytest.raises(ValueError, match="Cannot specify") as caught:
        template.render(view={"so": "không phải số"})
    places = [(Path(entry.path).name, entry.lineno + 1) for entry in caught.traceback]
    assert ("page.html", 2) in places


def test_plain_values_are_put_out_by_the_quicker_way() -> None:
    """Red when Jinja calls it by another name: pages are right then, but cost more."""
    template = make_environment([]).from_string("{{ view }}")
    root: Any = template.root_render_func
    assert root.__globals__["escape"] is escape
    assert "escape" in root.__code__.co_names


def test_changed_names_of_one_template_do_not_reach_another() -> None:
    environment = make_environment([])
    first = environment.from_string("{{ ten }}", globals={"ten": "một"})
    assert first.render() == "một"
    assert "ten" not in environment.globals
    assert "ten" not in environment.from_string("").globals
