"""Chrome taken apart, pages put together, everything escaped."""

from __future__ import annotations

from pathlib import Path

import pytest
from bantin.errors import SettingsError
from bantin.rendering.chrome import BODY_MARK, HEAD_MARK, Chrome, ChromeKey
from bantin.rendering.frame import PageFrame, base_of
from bantin.rendering.renderer import Renderer, RenderSettings
from bantin.rendering.site import Site

SITE = Site("Bản <Tin>", "https://x.example/", "")
SHOUT = "<script>alert(\"1\")</script> & 'x'"


def test_chrome_wraps_head_and_body_where_the_marks_stood() -> None:
    chrome = Chrome.parse(f"a{HEAD_MARK}b{BODY_MARK}c")
    assert chrome.wrap("H", "B") == "aHbBc"
    assert chrome.wrap(BODY_MARK, HEAD_MARK) == f"a{BODY_MARK}b{HEAD_MARK}c"


def test_encoded_chrome_wraps_the_same_page() -> None:
    chrome = Chrome.parse(f"ạ{HEAD_MARK}ơ{BODY_MARK}ư")
    assert chrome.encode().wrap("đầu", "thân") == chrome.wrap("đầu", "thân").encode()


@pytest.mark.parametrize("html", ["", HEAD_MARK, BODY_MARK, f"{HEAD_MARK}{HEAD_MARK}{BODY_MARK}"])
def test_chrome_needs_each_mark_once(html: str) -> None:
    with pytest.raises(SettingsError, match=r"record\.html"):
        Chrome.parse(html)


def test_body_mark_before_head_mark_is_refused() -> None:
    with pytest.raises(SettingsError, match=r"record\.html"):
        Chrome.parse(f"{BODY_MARK}{HEAD_MARK}")


@pytest.mark.parametrize(
    ("url", "base", "path", "depth"),
    [
        ("", "./", "index.html", 0),
        ("a/", "../", "a/index.html", 1),
        ("a/b/", "../../", "a/b/index.html", 2),
    ],
)
def test_frame_knows_its_way_to_the_root(url: str, base: str, path: str, depth: int) -> None:
    frame = PageFrame(url, "A", "", "tin-tuc")
    assert base_of(url) == frame.base == base
    assert frame.output_path == path
    assert frame.chrome_key == ChromeKey(depth, "tin-tuc")


def test_title_is_escaped_in_head_and_page() -> None:
    frame = PageFrame("a/", SHOUT, SHOUT, "")
    chrome = Chrome.parse(f"{HEAD_MARK}{BODY_MARK}")
    renderer = Renderer(RenderSettings(SITE, {frame.chrome_key: chrome}))
    view = {"groups": [{"heading": SHOUT, "links": []}]}
    html = renderer.page(frame, "directory.html", view).decode()
    assert html.count("&lt;script&gt;alert(&#34;1&#34;)&lt;/script&gt; &amp; &#39;x&#39;") >= 5
    # The one block is data; what it says cannot end it.
    assert html.count("<script") == html.count("</script") == 1
    assert "Bản &lt;Tin&gt;" in html


def test_missing_value_of_a_template_is_an_error_not_a_blank(tmp_path: Path) -> None:
    (tmp_path / "bantin").mkdir()
    (tmp_path / "bantin" / "a.html").write_text("{{ view.khong_co }}", "utf-8")
    renderer = Renderer(RenderSettings(SITE, {}, (str(tmp_path),)))
    with pytest.raises(Exception, match="khong_co"):
        renderer.fragment("a.html", PageFrame("", "", "", ""), {})


def test_first_folder_that_has_a_template_counts(tmp_path: Path) -> None:
    for name in ("mot", "hai"):
        (tmp_path / name / "bantin").mkdir(parents=True)
    (tmp_path / "hai" / "bantin" / "a.html").write_text("hai", "utf-8")
    settings = RenderSettings(SITE, {}, (str(tmp_path / "mot"), str(tmp_path / "hai")))
    frame = PageFrame("", "", "", "")
    assert Renderer(settings).fragment("a.html", frame, None) == "hai"
    (tmp_path / "mot" / "bantin" / "a.html").write_text("một", "utf-8")
    assert Renderer(settings).fragment("a.html", frame, None) == "một"
