"""Cleans HTML: keeps the elements and attributes that editors may write, and removes the rest.

Knows HTML only. The rules stand here and nowhere else. nh3 parses HTML as browsers do, so no
browser finds an element that it did not allow.

Source: https://html.spec.whatwg.org/multipage/#auto-table-55 for attributes by element.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from html import escape

import nh3

from bantin.rendering.content_policy import as_browsers_read
from bantin.rendering.html_ids import PAGE_IDS, drop_repeated_ids
from bantin.rendering.html_reader import HtmlReader

# Text, lists, tables, figures, pictures, video and sound of the site. No forms, frames, scripts,
# styles or drawings: those can run code, or look like the site's own parts.
ELEMENTS = frozenset(
    "a abbr address article aside audio b bdi bdo blockquote br caption center cite code col "
    "colgroup dd del details dfn div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header "
    "hgroup hr i img ins kbd li mark ol p pre q rp rt ruby s samp section small span strike strong "
    "sub summary sup table tbody td tfoot th thead time tr tt u ul var video wbr".split()
)
_CELL = {"align", "colspan", "headers", "rowspan", "valign"}
ATTRIBUTES = {
    "*": {"class", "dir", "id", "lang", "title"},
    "a": {"download", "href", "hreflang", "name", "rel", "target", "type"},
    "audio": {"controls", "loop", "muted", "preload", "src"},
    "blockquote": {"cite"},
    "col": {"align", "span", "width"},
    "colgroup": {"align", "span", "width"},
    "del": {"cite", "datetime"},
    "details": {"open"},
    "div": {"align"},
    "img": {"align", "alt", "height", "loading", "src", "width"},
    "ins": {"cite", "datetime"},
    # All but "value" are an editor's keys for an item. They are removed before the page is made.
    "li": {"directive", "due", "order", "to", "value", "with"},
    # Not "reversed": what an item's number is must not hang on those below it.
    "ol": {"start", "type"},
    "p": {"align", "directive", "due", "order", "to", "with"},
    "q": {"cite"},
    "table": {"align", "border", "cellpadding", "cellspacing", "summary", "width"},
    "td": _CELL | {"width"},
    "th": _CELL | {"abbr", "scope", "width"},
    "time": {"datetime"},
    "tr": {"align", "valign"},
    "ul": {"type"},
    "video": {"controls", "height", "loop", "muted", "poster", "preload", "src", "width"},
} | {f"h{level}": {"align"} for level in range(1, 7)}
# The schemes of links. A page shows only files of the site, because the policy lets it fetch no
# others.
SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_SHOWN = frozenset({"src", "poster"})
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|[/\\]{2}", re.IGNORECASE)
# Where an element goes, those around it may stand where HTML allows none: `<p>` within `<p>`. One
# more pass sets them apart. What needs more than these is shown as text.
_MAX_PASSES = 8
# Tabs and line ends are the only control characters that may stand in HTML.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
# Material finds what it sets up by these ids, and gives its own parts their looks by these classes.
THEME_ID = re.compile(r"__|bt-")
_THEME_CLASS = re.compile(r"(?:md|bt)-")


@dataclass(frozen=True, slots=True)
class Loss:
    """An element or attribute that cleaning removes.

    Attributes:
        tag: name of the element, lower case.
        attribute: name of the attribute; "" when the element itself is removed.
        value: value of the attribute.
    """

    tag: str
    attribute: str = ""
    value: str = ""


def clean(html: str) -> str:
    """Return well-formed HTML with nothing but the allowed elements and attributes.

    Cleaning it again changes nothing, so browsers read it as nh3 did.
    """
    cleaned = _pass(html)
    for _ in range(_MAX_PASSES):
        html, cleaned = cleaned, _pass(cleaned)
        if cleaned == html:
            break
    else:
        cleaned = escape(cleaned)
    return drop_repeated_ids(cleaned)


def _pass(html: str) -> str:
    cleaned: str = _cleaner().clean(html)
    # Python-Markdown writes the character, and code that finds words in HTML expects it. Control
    # characters may have been written as entities. Attributes hold none any more: without one, a
    # harmless address could become "javascript:".
    return _CONTROL.sub("", cleaned.replace("&nbsp;", "\u00a0"))


def find_losses(html: str, cleaned: str) -> list[Loss]:
    """Return what `clean` removed, except comments; each once, in the order of the page."""
    if html == cleaned:
        return []
    before, after = _read(html), _read(cleaned)
    lost = before - after
    gone = {one.tag for one in lost if not one.attribute}
    # A removed element takes its attributes with it.
    return [one for one in lost if not one.attribute or one.tag not in gone]


@cache
def _cleaner() -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=set(ELEMENTS),
        # Readers do not see the text of these.
        clean_content_tags={"script", "style", "template", "noscript", "title"},
        attributes={tag: set(names) for tag, names in ATTRIBUTES.items()},
        attribute_filter=_filter,
        url_schemes=set(SCHEMES),
        link_rel=None,
    )


def _filter(tag: str, name: str, value: str) -> str | None:
    """Return the allowed part of an attribute's value."""
    if _CONTROL.search(value):
        return None
    if name in _SHOWN and _SCHEME.match(as_browsers_read(value)):
        return None
    if name == "id" and not value:
        return None
    if name in ("id", "name") and (THEME_ID.match(value) or value in PAGE_IDS):
        return None
    if name == "class" and any(_THEME_CLASS.match(one) for one in value.split()):
        return None
    return None if name == "target" and value != "_blank" else value


def _read(html: str) -> Counter[Loss]:
    reader = _MarkupCounter()
    reader.feed(html)
    reader.close()
    return reader.found


class _MarkupCounter(HtmlReader):
    """Counts elements and attributes, in the order of the page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: Counter[Loss] = Counter()
        self._begun: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found[Loss(tag)] += 1
        self._begun.add(tag)
        for name, value in attrs:
            self.found[Loss(tag, name, (value or "").replace("\r\n", "\n"))] += 1

    def handle_endtag(self, tag: str) -> None:
        # Words that look like the end of an element that is none: "</so-noi-vu …>".
        if tag not in ELEMENTS and tag not in self._begun:
            self.found[Loss(f"/{tag}")] += 1

    def handle_decl(self, decl: str) -> None:
        self.found[Loss(f"!{decl.partition(' ')[0]}")] += 1

    def unknown_decl(self, data: str) -> None:
        self.found[Loss(f"![{data.partition('[')[0]}[")] += 1

    def handle_pi(self, data: str) -> None:
        self.found[Loss(f"?{data.partition(' ')[0]}")] += 1
