"""The policy of content: what it names, and what of a page it forbids."""

from __future__ import annotations

import base64
import hashlib

import pytest
from bantin.rendering.content_policy import Inline, find_forbidden, find_inline, make_policy

PAGE = """<!doctype html><html><head>
<style>a{color:red}</style>
<script data-root="../..">go(1 < 2 && "a")</script>
<script src="a.js"></script>
<script type="module">import "./a.js"</script>
<script type="application/json" id="__config">{"base": ".."}</script>
</head><body><p>go(2)</p></body></html>"""


def directives(policy: str) -> dict[str, list[str]]:
    pairs = (one.split() for one in policy.split("; "))
    return {name: sources for name, *sources in pairs}


def test_code_in_a_page_is_found_and_data_and_files_are_not() -> None:
    inline = find_inline(PAGE)
    assert inline.scripts == {'go(1 < 2 && "a")', 'import "./a.js"'}
    assert inline.styles == {"a{color:red}"}


def test_the_policy_names_code_by_the_digest_that_browsers_take() -> None:
    digest = base64.b64encode(hashlib.sha256(b"go()").digest()).decode()
    policy = directives(make_policy(Inline(frozenset({"go()"}))))
    assert policy["script-src"] == ["'self'", f"'sha256-{digest}'"]
    assert policy["style-src"] == ["'self'"]


def test_nothing_unsafe_and_no_other_site_is_allowed() -> None:
    policy = make_policy(find_inline(PAGE))
    assert "unsafe" not in policy
    assert "http" not in policy
    assert "*" not in policy
    assert '"' not in policy
    told = directives(policy)
    assert told["default-src"] == told["object-src"] == told["base-uri"] == ["'none'"]
    assert told["frame-ancestors"] == ["'none'"]


def test_a_page_does_not_say_who_may_frame_it_because_browsers_complain() -> None:
    whole, in_page = make_policy(Inline()), make_policy(Inline(), in_page=True)
    assert directives(whole).keys() - directives(in_page).keys() == {"frame-ancestors"}


def test_the_order_of_pages_does_not_change_the_policy() -> None:
    texts = [f"go({number})" for number in range(20)]
    assert make_policy(Inline(frozenset(texts))) == make_policy(Inline(frozenset(texts[::-1])))


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ('<p onclick="a()">', ["onclick"]),
        ("<p OnClick=a() style='color:red'>", ["onclick", "style"]),
        ("<script>b()</script>", ["<script>"]),
        ("<SCRIPT TYPE=''>b()</SCRIPT>", ["<script>"]),
        ("<style>p{}</style>", ["<style>"]),
        ('<a href="java&#x09;script:b()">', ["javascript:"]),
        ('<a href=" JavaScript:b()">', ["javascript:"]),
        ("<script>known()</script>", []),
        ('<script type="application/json">{}</script>', []),
        ('<a href="#on" class="style" title="onclick">', []),
    ],
)
def test_what_a_page_would_lose_is_told(body: str, told: list[str]) -> None:
    assert find_forbidden(body, Inline(frozenset({"known()"}))) == told
