"""No body gets past the cleaner, and the short way for plain texts gives what the whole way gives.

nh3 judges what the page shows, after all that was done to the text since it was cleaned. The
policy here is the test's own.
"""

from __future__ import annotations

import nh3
from bantin.rendering.abbreviations import TEXT, Abbreviation
from bantin.rendering.markdown import render_marked_up
from bantin.rendering.plain_body import render_plain

from tests.attack.bodies import BodyMaker
from tests.attack.runs import SEED, tries
from tests.unit.samples import page_html

BODIES = 4000
ALLOWED_TAGS = set(
    "a abbr address article aside audio b bdi bdo blockquote br caption center cite code col "
    "colgroup dd del details dfn div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header "
    "hgroup hr i img ins kbd li mark ol p pre q rp rt ruby s samp section small span strike strong "
    "sub summary sup table tbody td tfoot th thead time tr tt u ul var video wbr".split()
)
ALLOWED_ATTRIBUTES = {
    "*": set(
        "abbr align alt border cellpadding cellspacing cite class colspan controls datetime dir "
        "download headers height href hreflang id lang loading loop muted name open poster preload "
        "rel rowspan scope span src start summary target title type valign value width".split()
    )
}
LINKS = {"http", "https", "mailto", "tel"}
# Texts that a page explains, so that marking them has work in what is fuzzed.
ABBREVIATIONS = (
    Abbreviation("TB", 'Thông báo "<b>"', TEXT),
    Abbreviation("x", "y' onclick='hit()", TEXT),
)


def fetched(tag: str, name: str, value: str) -> str | None:
    """What a page fetches by itself must be the site's own."""
    if name in ("src", "poster"):
        plain = "".join(value.split()).lower().replace("\\", "/")
        if plain and not plain.startswith(("../", "#")):
            return None
    return value


JUDGE = nh3.Cleaner(
    tags=ALLOWED_TAGS,
    attributes=ALLOWED_ATTRIBUTES,
    attribute_filter=fetched,
    url_schemes=LINKS,
    link_rel=None,
    clean_content_tags=set(),
)


def shown(source: str) -> str:
    return page_html(source, "../../", ABBREVIATIONS)


def test_nothing_is_left_to_clean_on_a_page() -> None:
    for body in BodyMaker(SEED).make(tries(BODIES)):
        html = shown(body)
        # Two spellings of one character.
        html = html.replace("&#x27;", "'")
        assert JUDGE.clean(html).replace("&nbsp;", "\u00a0") == html, repr(body)


def test_plain_texts_come_out_as_all_others() -> None:
    for body in BodyMaker(SEED + 1).make(tries(BODIES)):
        plain = render_plain(body)
        assert plain is None or plain == render_marked_up(body), repr(body)
