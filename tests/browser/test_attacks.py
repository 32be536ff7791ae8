"""Attack strings in every place of a record that a page shows: nothing of them runs.

`hit` is what each would call; it is the test's own, in every frame, and outlives a page.
"""

from __future__ import annotations

import html
import json
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field

import pytest
from bantin.rendering.content_policy import Inline, make_policy
from bantin.rendering.markdown import make_markdown
from playwright.sync_api import Browser, BrowserContext, Error, Frame, Page, Route, expect

from tests.attack.payloads import BODIES, TEXTS
from tests.browser.serving import serve
from tests.integration.project import BODY, Project
from tests.unit.samples import page_html

ATTACKED = "http://attack.example/"
PAGE = "<!doctype html><meta charset=utf-8><title>x</title><main id=noi-dung>{}</main>"
# As a reader would: points at everything, turns to it, presses it.
TOUCH_ALL = """
    // Where a form leads is looked at by itself; here it would cut the next page short.
    document.addEventListener("submit", (event) => event.preventDefault());
    for (const one of document.querySelectorAll("main *, .md-content *")) {
      for (const name of ["mouseover", "mouseenter", "pointerenter"])
        one.dispatchEvent(new Event(name, { bubbles: true }));
      one.focus?.();
      if (!one.closest("a[href]") || /^\\W*(java|vb|data)/i.test(one.getAttribute("href") ?? ""))
        one.click?.();
    }
"""
RAW_AT_LEAST = 60
# An attack that works, shown last and without a policy: once it has hit, the others had their turn.
LAST = "last"
LAST_ATTACK = "<img src=x onerror=hit()>"
# On a machine that does much else.
HIT_WITHIN_S = 60


@dataclass
class Target:
    """Pages to be attacked, and the names of those that were hit.

    A frame goes by its own name, any other page by the one set before it was opened.
    """

    page: Page
    name: str = ""
    hits: set[str] = field(default_factory=set)

    def hit(self, source: dict[str, Frame]) -> None:
        self.hits.add(source["frame"].name or self.name)

    def wait_for_hit(self, name: str) -> None:
        until = time.monotonic() + HIT_WITHIN_S
        while name not in self.hits:
            assert time.monotonic() < until, f"{name} did not hit"
            self.page.wait_for_timeout(50)


def aim(context: BrowserContext) -> Target:
    target = Target(context.new_page())
    context.expose_binding("hit", target.hit)
    target.page.on("dialog", lambda dialog: dialog.dismiss())
    return target


def attack_all(browser: Browser, contents: dict[str, str], policy: str = "") -> set[str]:
    """Show each content in a frame of its own, and return the names of those that ran something."""
    headers = {"content-type": "text/html; charset=utf-8"}
    if policy:
        headers["content-security-policy"] = policy
    pages = dict(enumerate(contents.values()))
    frames = "".join(
        f'<iframe name="{html.escape(name)}" src="/{number}"></iframe>'
        for number, name in enumerate(contents)
    )
    add_last = f"""() => {{
        const last = Object.assign(document.createElement("iframe"), {{ name: "{LAST}" }});
        last.src = "/{LAST}";
        document.querySelector("main").append(last);
    }}"""

    def answer(route: Route) -> None:
        asked = route.request.url.removeprefix(ATTACKED)
        if not asked:
            route.fulfill(body=PAGE.format(frames), content_type="text/html")
        elif asked == LAST:
            route.fulfill(body=PAGE.format(LAST_ATTACK), content_type="text/html")
        elif asked.isdigit():
            route.fulfill(body=PAGE.format(pages[int(asked)]), headers=headers)
        else:
            route.fulfill(status=404)

    context = browser.new_context()
    try:
        target = aim(context)
        context.route("**/*", answer)
        target.page.goto(ATTACKED)
        shown = [frame for frame in target.page.frames if frame.name in contents]
        assert len(shown) == len(contents)
        for frame in shown:
            # One that has led itself elsewhere has nobody to answer.
            with suppress(Error):
                frame.evaluate(TOUCH_ALL)
        # What waits for its turn: errors of pictures, addresses of code.
        target.page.evaluate(add_last)
        target.wait_for_hit(LAST)
        target.page.wait_for_timeout(500)
    finally:
        context.close()
    return target.hits - {LAST}


@pytest.fixture(scope="module")
def raw() -> dict[str, str]:
    """What Python-Markdown makes of each attack."""
    return {name: make_markdown().convert(source) for name, source in BODIES.items()}


def test_the_attacks_are_real(browser: Browser, raw: dict[str, str]) -> None:
    """Unguarded most of them run; the rest has run in some browser, or harms without running."""
    assert len(attack_all(browser, raw)) >= RAW_AT_LEAST


def test_no_attack_in_a_body_survives_cleaning(browser: Browser) -> None:
    clean = {name: page_html(source, "./") for name, source in BODIES.items()}
    assert attack_all(browser, clean) == set()


def test_no_attack_survives_the_policy_alone(browser: Browser, raw: dict[str, str]) -> None:
    assert attack_all(browser, raw, make_policy(Inline(), in_page=True)) == set()


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, list[str]]]:
    """A site whose records hold attacks in every text that a page shows, and its addresses."""
    project = Project.make(tmp_path_factory.mktemp("attacks"))
    project.edit(BODY, "name: Ban Mẫu", f"name: {json.dumps('Ban Mẫu ' + TEXTS[0])}")
    project.edit(BODY, "parent:", f"short_names: {json.dumps(list(TEXTS[:3]))}\nparent:")
    project.edit("chuyen-muc/chi-dao.md", "name: Chỉ đạo", f"name: {json.dumps(TEXTS[1])}")
    project.edit("chuyen-muc/chi-dao.md", "Việc của lãnh đạo.", json.dumps(TEXTS[2]))
    for number, text in enumerate(TEXTS):
        quoted = json.dumps(text, ensure_ascii=False)
        # Names that slugs cannot tell apart would be one person's.
        name = json.dumps(f"{text} người thứ {number}", ensure_ascii=False)
        article = ARTICLE_OF.format(text=quoted, name=name)
        project.write(f"tin-tuc/2020/03/tan-cong-{number}.md", article)
        notice = NOTICE_OF.format(text=quoted, name=name, number=number + 50)
        project.write(f"van-ban/2020/{number + 50}-tb.md", notice)
    outcome = project.build()
    assert outcome.code == 0, outcome.log
    addresses = sorted(
        path.relative_to(project.site).as_posix().removesuffix("index.html")
        for path in project.site.rglob("*.html")
    )
    with serve(project.site) as url:
        yield url, addresses


ARTICLE_OF = """---
title: {text}
date: 2020-03-06
author: {text}
section: chi-dao
summary: {text}
bodies: [ban-mau]
people:
  - name: {name}
    positions: [{text}]
    former: [{text}]
meeting:
  date: 2020-03-04
  bodies: [ban-mau]
  venue: {text}
  chairs: [{name}]
  attendees: [{text}]
figures:
  - name: {text}
    value: 3
    unit: {text}
    sentence: {text}
photos:
  - src: anh.png
    alt: {text}
    caption: {text}
    credit: {text}
attachments:
  - src: anh.png
    title: {text}
tags: [{text}]
changes:
  - date: 2020-03-07
    note: {text}
source:
  system: {text}
---

Nội dung tấn công.
"""
NOTICE_OF = """---
kind: TB
number: {number}/TB-VP
title: {text}
date: 2020-03-09
place: {text}
issuer: ban-mau
signer:
  authority: [{text}]
  position: {text}
  name: {name}
recipients: [{text}]
filing: {text}
---

1. Giao Ban Mẫu báo cáo trước ngày 17/10/2020.
"""


def test_no_text_of_a_record_runs_even_without_a_policy(
    browser: Browser, planted: tuple[str, list[str]]
) -> None:
    url, addresses = planted
    assert len(addresses) > 40
    context = browser.new_context(bypass_csp=True)
    target = aim(context)
    try:
        for target.name in addresses:
            target.page.goto(url + target.name)
            target.page.evaluate(TOUCH_ALL)
        target.name = "search box"
        target.page.goto(url)
        target.page.keyboard.press("/")
        target.page.keyboard.type("script onerror")
        expect(target.page.get_by_role("option").first).to_be_visible()
        target.name = "search page"
        target.page.goto(f"{url}tim-kiem/?q=%3Cimg%20src%3Dx%20onerror%3Dhit()%3E")
        expect(target.page.locator(".bt-hits a").first).to_be_visible()
        expect(target.page.locator("img[src=x]")).to_have_count(0)
        target.name = "register"
        target.page.goto(f"{url}ket-luan/?nam=2020")
        expect(target.page.locator(".bt-register__list article").first).to_be_visible()
        expect(target.page.locator("img[src=x]")).to_have_count(0)
    finally:
        context.close()
    assert target.hits == set()


def test_text_is_shown_as_it_was_written(browser: Browser, planted: tuple[str, list[str]]) -> None:
    """Safe because it is escaped, not because it is gone."""
    url, _ = planted
    page = browser.new_page()
    try:
        for number, text in enumerate(TEXTS):
            page.goto(f"{url}tin-tuc/2020/03/tan-cong-{number}/")
            assert " ".join(page.locator("h1").inner_text().split()) == text
    finally:
        page.close()
