"""Bodies of pages, byte for byte: records beside the HTML they must give.

Those in `docs/` here are made for it, those of the project's own docs/ are the two samples.

`pytest tests/golden --update-goldens` writes the HTML anew; read the difference before keeping it.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from bantin.catalog.references import check_references
from bantin.outputs.addresses import AddressBook
from bantin.records.reader import read_records
from bantin.rendering.chrome import BODY_MARK, HEAD_MARK, Chrome, ChromeKey
from bantin.rendering.renderer import Renderer, RenderSettings
from bantin.rendering.site import Site

from tests.unit.in_memory import build_catalog, plan_outputs
from tests.unit.samples import read_row

HERE = Path(__file__).parent
DOCS = HERE / "docs"
SAMPLES = HERE.parents[1] / "docs"
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
SAMPLE_PAGES = {
    "sample-article.html": ("tin-tuc/2021/10/ban-vstbpn-tinh-dak-nong-nhin-lai-9-thang/index.html"),
    "sample-notice.html": "van-ban/2013/405-tb-vp-ubnd/index.html",
    "sample-meeting.html": "cuoc-hop/2013/10-08-ban-vstbpn-tinh-hau-giang/index.html",
    "sample-committee.html": "to-chuc/ban-vstbpn-tinh-dak-nong/index.html",
    "sample-figures.csv": "to-chuc/ban-vstbpn-tinh-dak-nong/so-lieu.csv",
    "sample-tasks.html": "to-chuc/hoi-lhpn-tinh-hau-giang/duoc-giao/index.html",
    "sample-deadlines.ics": "to-chuc/hoi-lhpn-tinh-hau-giang/duoc-giao/thoi-han.ics",
    "sample-conclusions.json": "ket-luan/2013/10/ket-luan.json",
}


@pytest.fixture(scope="module")
def rendered() -> dict[str, bytes]:
    return render(DOCS, PAGES.values())


@pytest.fixture(scope="module")
def samples() -> dict[str, bytes]:
    return render(SAMPLES, SAMPLE_PAGES.values())


def render(docs: Path, paths: Iterable[str]) -> dict[str, bytes]:
    records = read_records(docs)
    assert records.problems == ()
    catalog = build_catalog(records, make_row=read_row)
    assert check_references(catalog, docs) == []
    outputs = plan_outputs(AddressBook({}, catalog), [])
    keys = {output.chrome for output in outputs if output.chrome is not None}
    chromes: dict[ChromeKey, Chrome] = dict.fromkeys(
        keys, Chrome.parse(f"{HEAD_MARK}\n{BODY_MARK}")
    )
    renderer = Renderer(RenderSettings(Site("Bản Tin", "https://x.example/", ""), chromes))
    wanted = set(paths)
    return {output.path: output.render(renderer) for output in outputs if output.path in wanted}


def compare(golden: str, content: bytes, request: pytest.FixtureRequest) -> None:
    path = HERE / golden
    if request.config.getoption("--update-goldens"):
        path.write_bytes(content)
    assert content == path.read_bytes()


@pytest.mark.parametrize("golden", PAGES)
def test_page_is_as_it_was(
    golden: str, rendered: dict[str, bytes], request: pytest.FixtureRequest
) -> None:
    compare(golden, rendered[PAGES[golden]], request)


@pytest.mark.parametrize("golden", SAMPLE_PAGES)
def test_page_of_a_sample_is_as_it_was(
    golden: str, samples: dict[str, bytes], request: pytest.FixtureRequest
) -> None:
    compare(golden, samples[SAMPLE_PAGES[golden]], request)
