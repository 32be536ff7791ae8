"""What a browser makes of fuzzed bodies: no code, nothing fetched from elsewhere, no way out.

The browser parses each page text and resolves each address, so no parser of ours has a say.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from tests.attack.bodies import BodyMaker
from tests.attack.payloads import BODIES
from tests.attack.runs import SEED, tries
from tests.unit.samples import page_html

MADE = 4000
AT_ONCE = 500
LOOK = """(bodies) => {
  const base = "https://bantin.example/tin-tuc/2021/10/bai/";
  const look = (html) => {
    const page = new DOMParser().parseFromString(`<main>${html}</main><hr id=last>`, "text/html");
    const faults = [];
    const outside = [...page.body.children].map((one) => one.localName).join();
    if (outside !== "main,hr" || page.head.children.length) faults.push(`outside: ${outside}`);
    for (const one of page.querySelectorAll("main *")) {
      if (one.namespaceURI !== "http://www.w3.org/1999/xhtml" || one.localName.includes("-"))
        faults.push(`element ${one.localName}`);
      if (/^(script|style|template|iframe|object|embed|form|input|button|base|meta|link|svg|math)$/
        .test(one.localName)) faults.push(`element ${one.localName}`);
      for (const { name, value } of one.attributes) {
        if (/^on|^style$|^srcset$|action|^ping$|^srcdoc$|^data$/.test(name)) faults.push(name);
        if (!/^(href|src|poster|cite|data|background|longdesc)$/.test(name)) continue;
        let url;
        try { url = new URL(value, base); } catch { continue; }
        const isOwn = url.origin === "https://bantin.example";
        const isLink = name === "href" && /^(https?|mailto|tel):$/.test(url.protocol);
        if (!isOwn && !isLink && !(name === "cite" && /^https?:$/.test(url.protocol)))
          faults.push(`${name}=${url.href}`);
      }
    }
    return faults;
  };
  return bodies.map(look);
}"""


@pytest.fixture
def blank(browser: Browser) -> Page:
    return browser.new_page()


def faults(page: Page, sources: list[str]) -> dict[str, list[str]]:
    told = page.evaluate(LOOK, [page_html(source, "../../../../") for source in sources])
    return {source: found for source, found in zip(sources, told, strict=True) if found}


def test_the_look_finds_what_is_wrong(blank: Page) -> None:
    bad = [
        "<a href='java&#9;script:hit()'>x</a>",
        "<img src='//evil.example/p.png'>",
        "<p onclick=hit()>",
        "<svg><a>",
        "</main><p>",
        "<q cite='data:x'>",
    ]
    assert all(blank.evaluate(LOOK, bad))
    assert blank.evaluate(
        LOOK, ["<p><a href='../x/'>x</a> <a href='mailto:a@b.example'>y</a>"]
    ) == [[]]


def test_no_browser_finds_code_or_a_way_out_in_a_fuzzed_body(blank: Page) -> None:
    assert faults(blank, list(BODIES.values())) == {}
    maker = BodyMaker(SEED + 2)
    for _ in range(tries(MADE) // AT_ONCE):
        assert faults(blank, list(maker.make(AT_ONCE))) == {}
