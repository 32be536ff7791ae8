"""Bodies of pages, byte for byte: the records in `docs/` beside the HTML they must give.

`pytest tests/golden --update-goldens` writes the HTML anew; read the difference before keeping it.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from bantin.building.reading import full_row
from bantin.catalog.catalog import build_catalog
from bantin.catalog.references import check_references
from bantin.outputs.addresses import AddressBook
from bantin.outputs.plan import plan_outputs
from bantin.records.reader import read_records
from bantin.rendering.chrome import BODY_MARK, HEAD_MARK, Chrome, ChromeKey
from bantin.rendering.renderer import Renderer, RenderSettings
from bantin.rendering.site import Site

HERE = Path(__file__).parent
DOCS = HERE / "docs"
PAGES = {
    "article.html": "tin-tuc/2020/03/hop-so-ket/index.html",
    "document.html": "van-ban/2020/12-tb-vp/index.html",
    "listing.html": "tin-tuc/2020/index.html",
    "person.html": "nguoi/nguyen-thi-mau/index.html",
    "body.html": "to-chuc/ban-cu/index.html",
    "redirect.html": "cu/hop.aspx",
    "meeting.html": "cuoc-hop/2020/03-28-ban-cu/index.html",
    "register.html": "ket-luan/2020/03/index.html",
    "register.json": "ket-luan/2020/03/ket-luan.json",
}


@pytest.fixture(scope="module")
def rendered() -> dict[str, str]:
    records = read_records(DOCS)
    assert records.problems == ()
    catalog = build_catalog(records, make_row=full_row)
    assert check_references(catalog, DOCS) == []
    outputs = plan_outputs(AddressBook({}, catalog), [])
    keys = {output.chrome for output in outputs if output.chrome is not None}
    chromes: dict[ChromeKey, Chrome] = dict.fromkeys(
        keys, Chrome.parse(f"{HEAD_MARK}\n{BODY_MARK}")
    )
    renderer = Renderer(RenderSettings(Site("Bản Tin", "https://x.example/", ""), chromes))
    wanted = set(PAGES.values())
    return {
        output.path: output.render(renderer).decode() for output in outputs if output.path in wanted
    }


@pytest.mark.parametrize("golden", PAGES)
def test_page_is_as_it_was(
    golden: str, rendered: dict[str, str], request: pytest.FixtureRequest
) -> None:
    path = HERE / golden
    html = rendered[PAGES[golden]]
    if request.config.getoption("--update-goldens"):
        path.write_text(html, "utf-8")
    assert html == path.read_text("utf-8")
