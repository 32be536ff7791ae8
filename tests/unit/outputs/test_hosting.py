"""What servers are told: each in its own words, for a site at the root and one below it."""

from __future__ import annotations

import pytest
from bantin.outputs.hosting import caddy, netlify, nginx
from bantin.outputs.hosting.files import plan_headers, plan_old_addresses
from bantin.outputs.hosting.old_addresses import OldAddresses, old_addresses
from bantin.outputs.hosting.serving import LONG_LIVED, root_of, security_headers
from bantin.rendering.content_policy import Inline, make_policy
from bantin.rendering.renderer import Renderer, RenderSettings
from bantin.rendering.site import Site

from tests.unit.samples import article, catalog_of, document

POLICY = make_policy(Inline(frozenset({"go()"})))
ROOT = Site("Bản Tin", "https://x.example/", "")
BELOW = Site("Bản Tin", "https://x.example/kho/tin/", "")
ARTICLE = "tin-tuc/2021/10/hop-ban/"


def renderer(site: Site = ROOT) -> Renderer:
    return Renderer(RenderSettings(site, policy=POLICY))


def moved(*written: str) -> OldAddresses:
    listed = "".join(f"\n  - '{one}'" for one in written)
    record = article(more=f"redirect_from:{listed}" if written else "")
    return old_addresses(catalog_of(record))


def lines(content: bytes) -> list[str]:
    return [line.strip() for line in content.decode().splitlines() if not line.startswith("#")]


def headers_of(content: bytes) -> dict[str, dict[str, str]]:
    """Return address → headers of a `_headers`."""
    found: dict[str, dict[str, str]] = {}
    address = ""
    for line in content.decode().splitlines():
        if line.startswith("/"):
            address = line
        elif line.startswith("  "):
            name, _, value = line.strip().partition(": ")
            found.setdefault(address, {})[name] = value
    return found


def test_old_addresses_are_taken_apart_and_lead_to_the_record() -> None:
    [asking, plain] = moved("/Tin Cũ/họp.aspx", "xem.aspx?id=1&ten=đ").rules[::-1]
    assert (asking.path, asking.query, asking.url) == ("xem.aspx", "id=1&ten=%C4%91", ARTICLE)
    assert (plain.path, plain.query, plain.url) == ("Tin Cũ/họp.aspx", "", ARTICLE)
    assert plain.encoded_path == "Tin%20C%C5%A9/h%E1%BB%8Dp.aspx"


def test_drafts_leave_no_rule_behind_and_all_kinds_of_records_have_theirs() -> None:
    catalog = catalog_of(
        article("nhap", more="status: draft\nredirect_from: [nhap-cu/]"),
        document(more="redirect_from: [van-ban-cu/]"),
    )
    assert [(rule.path, rule.url) for rule in old_addresses(catalog).rules] == [
        ("van-ban-cu/", "van-ban/2013/5-tb-vp/")
    ]


@pytest.mark.parametrize(("site", "root"), [(ROOT, "/"), (BELOW, "/kho/tin/")])
def test_every_file_speaks_of_the_site_where_it_lies(site: Site, root: str) -> None:
    assert root_of(site) == root
    view = moved("cu/a/", "xem?id=1")
    assert lines(netlify.render_redirects(renderer(site), view)) == [
        f"{root}xem id=1 {root}{ARTICLE} 301!",
        f"{root}cu/a/ {root}{ARTICLE} 301!",
        f"{root}cu/a/ {root}{ARTICLE} 301",
    ]
    assert f'"{root}cu/a/" "{root}{ARTICLE}";' in lines(nginx.render_maps(renderer(site), view))
    assert f'"{root}xem?id=1" "{root}{ARTICLE}";' in lines(nginx.render_maps(renderer(site), view))
    assert f'"{root}cu/a/" "{root}{ARTICLE}"' in lines(caddy.render_redirects(renderer(site), view))
    assert f"error_page 404 {root}404.html;" in lines(nginx.render_server(renderer(site), ""))
    assert f"rewrite * {root}404.html" in lines(caddy.render_site(renderer(site), ""))
    assert set(headers_of(netlify.render_headers(renderer(site), ""))) == {
        f"{root}*",
        *(f"{root}{start}*" for start in LONG_LIVED),
    }


def test_headers_say_the_same_to_every_server() -> None:
    told = dict(security_headers(POLICY))
    assert told["Content-Security-Policy"] == POLICY
    assert headers_of(netlify.render_headers(renderer(), ""))["/*"] == told
    for name, value in told.items():
        assert f'add_header {name} "{value}" always;' in lines(nginx.render_server(renderer(), ""))
        assert f'{name} "{value}"' in lines(caddy.render_site(renderer(), ""))


def test_no_two_rules_give_one_file_the_same_header() -> None:
    """Cloudflare would join the values, and browsers make of it what they like."""
    rules = headers_of(netlify.render_headers(renderer(), ""))
    everywhere = rules.pop("/*")
    assert all(not rule.keys() & everywhere.keys() for rule in rules.values())
    starts = [address.removesuffix("*") for address in rules]
    assert not any(a != b and a.startswith(b) for a in starts for b in starts)


def test_headers_fit_cloudflare() -> None:
    content = netlify.render_headers(renderer(), "").decode()
    assert max(map(len, content.splitlines())) <= 2000


def test_a_query_that_netlify_has_no_words_for_is_left_to_the_others() -> None:
    view = moved("xem?12")
    assert lines(netlify.render_redirects(renderer(), view)) == []
    assert f'"/xem?12" "/{ARTICLE}";' in lines(nginx.render_maps(renderer(), view))


def test_odd_signs_stay_one_word() -> None:
    view = moved("a$b{x};c/")
    assert f'"/a$b{{x}};c/" "/{ARTICLE}";' in lines(nginx.render_maps(renderer(), view))
    assert f'"/a$b{{x}};c/" "/{ARTICLE}"' in lines(caddy.render_redirects(renderer(), view))
    [line, _] = lines(netlify.render_redirects(renderer(), view))
    assert line.split() == ["/a$b%7Bx%7D;c/", f"/{ARTICLE}", "301!"]


def test_nginx_is_given_room_for_long_and_many_keys_and_left_alone_without() -> None:
    assert not any("hash" in line for line in lines(nginx.render_maps(renderer(), moved())))
    told = lines(nginx.render_maps(renderer(), moved(f"{'a' * 100}/{'a' * 100}/{'a' * 100}/")))
    assert "map_hash_bucket_size 512;" in told
    view = OldAddresses(moved("a/").rules * 50_000)
    assert "map_hash_max_size 100000;" in lines(nginx.render_maps(renderer(), view))


def test_each_file_depends_on_no_more_than_it_says() -> None:
    """A new policy does not touch the files of old addresses, and no article those of headers."""
    headers = [output.path for output in plan_headers()]
    outputs = list(plan_old_addresses(catalog_of()))
    assert headers == ["_headers", "may-chu/nginx-server.conf", "may-chu/caddy.conf"]
    assert [output.path for output in outputs] == [
        "_redirects",
        "may-chu/nginx-http.conf",
        "may-chu/caddy-dia-chi-cu.conf",
    ]
    assert all(POLICY.encode() not in output.render(renderer()) for output in outputs)
