"""The README's pictures: the project's own pages on a phone and a wide screen, light and dark.

python -m tests.browser.pictures
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from io import BytesIO
from pathlib import Path
from typing import Literal

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from tests.browser.chromium import LAUNCH_ARGS, ensure_chromium
from tests.browser.conftest import PROJECT
from tests.browser.serving import serve
from tests.browser.test_site import ARTICLE, NOTICE

FOLDER = PROJECT / "docs" / "hinh"
PAGES = {
    "trang-chu": "",
    "bai-viet": ARTICLE,
    "van-ban": NOTICE,
    "co-quan": "to-chuc/ban-vstbpn-tinh-dak-nong/",
    "so-ket-luan": "ket-luan/",
    "tim-kiem": "tim-kiem/?q=phu+nu",
}
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
WIDTHS = (360, 1280)
HEIGHT = 800
# Shown so high in the picture, in px, and so far apart.
SHOWN, GAP = 500, 12


def main() -> int:
    """Build the site and take every picture anew."""
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        site = Path(temporary) / "site"
        build = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "-d", str(site)]
        subprocess.run(build, check=True, cwd=PROJECT)
        executable = ensure_chromium(Path(playwright.chromium.executable_path))
        browser = playwright.chromium.launch(executable_path=executable, args=LAUNCH_ARGS)
        with serve(site) as root:
            for name, address in PAGES.items():
                path = FOLDER / f"{name}.webp"
                collage(browser, root + address).save(path, quality=80, method=6)
                print(path.relative_to(PROJECT))
        browser.close()
    return 0


def collage(browser: Browser, url: str) -> Image.Image:
    """Return a page at every width, a row for each scheme."""
    rows = [[shot(browser, url, width, scheme) for width in WIDTHS] for scheme in SCHEMES]
    width = sum(image.width + GAP for image in rows[0]) - GAP
    whole = Image.new("RGB", (width, len(rows) * (SHOWN + GAP) - GAP), "#bbb")
    for row, images in enumerate(rows):
        left = 0
        for image in images:
            whole.paste(image, (left, row * (SHOWN + GAP)))
            left += image.width + GAP
    return whole


def shot(browser: Browser, url: str, width: int, scheme: Literal["light", "dark"]) -> Image.Image:
    """Return what a window of this width shows of a page, scaled down."""
    context = browser.new_context(
        viewport={"width": width, "height": HEIGHT}, color_scheme=scheme, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(url, wait_until="networkidle")
    # The second time the faces are at hand, as for whoever reads on.
    page.reload(wait_until="networkidle")
    image = Image.open(BytesIO(page.screenshot()))
    context.close()
    return image.convert("RGB").resize((width * SHOWN // HEIGHT, SHOWN), Image.Resampling.LANCZOS)


if __name__ == "__main__":
    sys.exit(main())
