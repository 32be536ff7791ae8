"""An SVG file that only draws is let through; one that runs or fetches anything is not."""

from __future__ import annotations

import gzip

import pytest
from bantin.rendering.svg_code import find_svg_code

NAMES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
PUBLIC = (
    '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" '
    '"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
)


def svg(inside: str, attributes: str = "", before: str = "") -> bytes:
    return f"{before}<svg {NAMES} {attributes}>{inside}</svg>".encode()


ACTIVE = {
    "the case": b'<svg xmlns="http://www.w3.org/2000/svg"><script>hit()</script></svg>',
    "a script elsewhere": svg('<script href="https://evil.example/a.js"/>'),
    "capitals": svg("<SCRIPT>hit()</SCRIPT>"),
    "a prefix": svg('<s:script xmlns:s="http://www.w3.org/2000/svg">hit()</s:script>'),
    "HTML's script": svg('<h:script xmlns:h="http://www.w3.org/1999/xhtml">hit()</h:script>'),
    "any HTML": svg('<h:p xmlns:h="http://www.w3.org/1999/xhtml">a</h:p>'),
    "a handler": svg("", 'onload="hit()"'),
    "a handler within": svg('<g><rect onclick="hit()"/></g>'),
    "a handler of animation": svg('<animate attributeName="x" onbegin="hit()"/>'),
    "a page within": svg("<foreignObject><p>a</p></foreignObject>"),
    "a link": svg('<a href="javascript:hit()"><text>a</text></a>'),
    "an old link": svg('<a xlink:href="javascript:hit()"><text>a</text></a>'),
    "a broken link": svg('<a href=" jAva&#10;scr&#9;ipt:hit()"><text>a</text></a>'),
    "a data link": svg('<a href="data:text/html,x"><text>a</text></a>'),
    "a link made later": svg('<a><set attributeName="href" to="javascript:hit()"/></a>'),
    "an old link made later": svg(
        '<animate attributeName="xlink:href" values="javascript:hit()"/>'
    ),
    "a handler made later": svg('<set attributeName="onclick" to="hit()"/>'),
    "a part of another file": svg('<use href="https://evil.example/a.svg#a"/>'),
    "a part of a file here": svg('<use xlink:href="b.svg#a"/>'),
    "a part in data": svg('<use href="data:image/svg+xml;base64,AAAA#a"/>'),
    "a picture elsewhere": svg('<image href="//evil.example/a.png"/>'),
    "a picture that draws": svg('<image href="data:image/svg+xml,x"/>'),
    "a filter's picture": svg('<feImage href="https://evil.example/a.png"/>'),
    "a style's import": svg('<style>@import "https://evil.example/a.css";</style>'),
    "a style's address": svg("<style>a{fill:url(https://evil.example/a#b)}</style>"),
    "a hidden address": svg("<style>a{fill:\\75 rl(https://evil.example/a)}</style>"),
    "a style in pieces": svg("<style>@imp<![CDATA[ort]]> 'a.css';</style>"),
    "an attribute's address": svg('<rect fill="url(//evil.example/a#b)"/>'),
    "an attribute's style": svg("<rect style=\"background:url('a.png')\"/>"),
    "a style's file": b'<?xml-stylesheet href="a.css"?>' + svg(""),
    "a transformation": b'<?xml-stylesheet type="text/xsl" href="a.xsl"?>' + svg(""),
    "an entity": svg("&a;", before='<!DOCTYPE svg [<!ENTITY a "b">]>'),
    "a file as an entity": svg("&a;", before='<!DOCTYPE svg [<!ENTITY a SYSTEM "/etc/passwd">]>'),
    "entities without end": svg(
        "&c;",
        before='<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;"><!ENTITY c "&b;&b;">]>',
    ),
    "a handler by declaration": svg(
        "", before='<!DOCTYPE svg [<!ATTLIST svg onload CDATA "hit()">]>'
    ),
    "XHTML's entities": svg(
        '<a href="javascript&colon;hit()"><text>a</text></a>',
        before='<!DOCTYPE svg PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "a.dtd">',
    ),
    "XHTML's entities, by several names": svg(
        '<a href="javascript&colon;hit()"><text>a</text></a>',
        before='<!DOCTYPE svg PUBLIC "-//W3C//DTD XHTML 1.1 plus MathML 2.0 plus SVG 1.1//EN" "a">',
    ),
    "another base": svg('<a href="a">a</a>', 'xml:base="javascript:hit();//"'),
    "a frame": svg('<iframe src="a.html"/>'),
    "no XML": b"<svg><script>",
    "an end before the code": svg("<a>") + b"<script>hit()</script>",
    "nothing": b"",
    "two bytes a letter": svg("<script>hit()</script>").decode().encode("utf-16"),
    "compressed": gzip.compress(svg("")),
}
HARMLESS = {
    "shapes": svg('<rect width="4" height="4" fill="#a00"/><path d="M0 0"/>', 'viewBox="0 0 4 4"'),
    "text": svg("<title>Biểu trưng</title><text>Tỉnh Đắk Nông: on='x' javascript:</text>"),
    "own parts": svg('<defs><g id="a"/></defs><use xlink:href="#a"/><use href=" #a"/>'),
    "own colours": svg('<linearGradient id="a"/><rect fill="url(#a)" style="filter:url(\'#b\')"/>'),
    "styles": svg("<style>.a{fill:#fff;font-family:'Be Vietnam Pro'}</style>"),
    "an own font": svg("<style>@font-face{src:url(data:font/woff2;base64,AAAA)}</style>"),
    "an own picture": svg('<image xlink:href="data:image/png;base64,AAAA"/>'),
    "links": svg(
        '<a href="https://vidu.example/">a</a><a href="mailto:a@b.vn">b</a><a href="c/">c</a>'
    ),
    "movement": svg('<rect><animate attributeName="width" to="4" dur="1s"/></rect>'),
    "a public type": svg("", before=f'<?xml version="1.0" encoding="utf-8"?>{PUBLIC}'),
    "Inkscape": svg(
        '<sodipodi:namedview id="base"/><metadata><rdf:RDF><cc:Work rdf:about="">'
        "<dc:format>image/svg+xml</dc:format></cc:Work></rdf:RDF></metadata>",
        'xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" '
        'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
        'xmlns:cc="http://creativecommons.org/ns#" xmlns:dc="http://purl.org/dc/elements/1.1/"',
    ),
    "a comment": svg("<!-- <script>hit()</script> -->"),
    "two bytes a letter": svg("<text>ố</text>").decode().encode("utf-16"),
}


@pytest.mark.parametrize("name", ACTIVE)
def test_what_runs_or_fetches_is_named(name: str) -> None:
    found = find_svg_code(ACTIVE[name])
    assert found
    assert found.isprintable()


@pytest.mark.parametrize("name", HARMLESS)
def test_what_only_draws_is_let_through(name: str) -> None:
    assert find_svg_code(HARMLESS[name]) == ""
