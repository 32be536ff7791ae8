"""What comes first where many entries hold the same words."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from bantin.search import SearchEntry
from playwright.sync_api import Browser, Page

from tests.browser.guard import guarded
from tests.browser.search.asking import ask, urls
from tests.browser.search.entries import entry
from tests.browser.search.harness import write_search_site
from tests.browser.serving import serve

RARE, SHORT, ROW = "tin/hiem/", "tin/tat/", "tin/lien/"


def crowd() -> Iterator[SearchEntry]:
    """Titles of common words, and all syllables of the queries somewhere in the text."""
    scattered = "điều sao thả người dân trẻ ủy nhân thắp ban đèn mừng hội"
    for number in range(30):
        title = f"Báo cáo kết quả công tác {number}"
        yield entry(f"tin/{number}/", title, day="2020-01-01", text=f"{scattered}.")


ENTRIES = (
    *crowd(),
    entry(RARE, "Việc khác", day="2019-01-01", text="Nguôi, tác, công, quả, kết, cáo, báo."),
    entry(SHORT, "Chuyện mẫu", day="2019-01-02", text="UBND thả diều."),
    entry(ROW, "Chuyện thử", day="2019-01-03", text="Hôm ấy thắp đèn mừng hội."),
    entry("tin/tua/", "Thắp đèn", day="2021-01-01", text="Mừng ở hội."),
)


@pytest.fixture(scope="module")
def asking(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    folder = tmp_path_factory.mktemp("ranking")
    write_search_site(folder, ENTRIES)
    with serve(folder) as url, guarded(browser, url) as guard:
        guard.page.goto("")
        yield guard.page


@pytest.mark.parametrize(
    ("query", "first"),
    [
        # "người" beside five words of a title is not what was asked for.
        ("báo cáo kết quả công tác nguôi", RARE),
        # Apart all thirty hold the long form; in a row it stands nowhere, and the short one does.
        ("uy ban nhan dan tha dieu", SHORT),
        # All in a row before two of them in a title.
        ("thắp đèn mừng hội", ROW),
    ],
)
def test_what_was_meant_comes_first(asking: Page, query: str, first: str) -> None:
    assert urls(ask(asking, query))[0] == first
