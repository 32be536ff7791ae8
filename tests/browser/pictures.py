"""The pictures of the README and of the editors' guide, taken of the real thing.

python -m tests.browser.pictures

Pages of the project's own site, on a phone and a wide screen, light and dark; and what the commands
of the guide say, on a copy of docs/.
"""

from __future__ import annotations

import html
import os
import shutil
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

GUIDE = PROJECT / "docs" / "huong-dan"
GUIDE_WIDTH = 960
# What an editor may have typed, wrong day and all.
MISTAKEN = """---
title: Tiêu đề của bài mới
date: 2021-13-05
section: thong-tin
---

Đoạn  mở đầu của bài.
"""
TERMINAL = """<!doctype html><meta charset="utf-8"><style>
body {{ background: #17151a; margin: 0; }}
pre {{ color: #ece7e1; font: 15px/1.6 monospace; margin: 0; padding: 20px; white-space: pre-wrap; }}
b {{ color: #f0c869; }}
</style><pre><b>$ {command}</b>
{said}</pre>"""


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
            take_guide(browser, root, Path(temporary) / "docs")
        browser.close()
    return 0


def take_guide(browser: Browser, root: str, docs: Path) -> None:
    """Take the pictures of the guide; `docs` is a folder to be made."""
    shutil.copytree(PROJECT / "docs", docs)
    GUIDE.mkdir(exist_ok=True)
    home = shot(browser, root, 1280, "light", height=GUIDE_WIDTH * HEIGHT // 1280)
    new = ["scripts/new.py", "--title", "Tiêu đề của bài mới", "--date", "2021-10-06"]
    new += ["--section", "thong-tin-chi-dao-dieu-hanh"]
    mistaken = docs / "tin-tuc" / "2021" / "10" / "bai-moi.md"
    pictures = {
        "xem-truoc": home,
        "viet-moi": terminal(browser, new, ["--into", str(docs), "--no-open"], docs),
    }
    mistaken.write_text(MISTAKEN, "utf-8")
    name = mistaken.relative_to(docs.parent).as_posix()
    pictures["kiem-tra"] = terminal(
        browser, ["scripts/check.py", name], ["--docs", str(docs), "--no-cache"], docs
    )
    for title, picture in pictures.items():
        picture.save(GUIDE / f"{title}.webp", quality=80, method=6)
        print((GUIDE / f"{title}.webp").relative_to(PROJECT))


def terminal(browser: Browser, command: list[str], hidden: list[str], docs: Path) -> Image.Image:
    """Return what a command says, as a terminal shows it.

    Args:
        browser: draws it.
        command: as the guide has it; paths in it are below the folder of `docs`.
        hidden: options that only keep the project's own docs/ out of it.
        docs: the copy to work on, told of as "docs".
    """
    argv = [sys.executable, str(PROJECT / command[0]), *command[1:], *hidden]
    env = {**os.environ, "PYTHONIOENCODING": "utf-8", "COLUMNS": "100"}
    done = subprocess.run(
        argv, cwd=docs.parent, env=env, capture_output=True, encoding="utf-8", timeout=120
    )
    said = (done.stdout + done.stderr).replace(f"{docs.parent}/", "")
    typed = " ".join(f'"{word}"' if " " in word else word for word in command)
    page = browser.new_page(viewport={"width": GUIDE_WIDTH, "height": 100})
    page.set_content(
        TERMINAL.format(command=html.escape(f"python3 {typed}"), said=html.escape(said.strip()))
    )
    image = Image.open(BytesIO(page.screenshot(full_page=True))).convert("RGB")
    page.close()
    return image


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


def shot(
    browser: Browser,
    url: str,
    width: int,
    scheme: Literal["light", "dark"],
    height: int = SHOWN,
) -> Image.Image:
    """Return what a window of this width shows of a page, scaled down to a height in px."""
    context = browser.new_context(
        viewport={"width": width, "height": HEIGHT}, color_scheme=scheme, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(url, wait_until="networkidle")
    # The second time the faces are at hand, as for whoever reads on.
    page.reload(wait_until="networkidle")
    image = Image.open(BytesIO(page.screenshot()))
    context.close()
    size = (width * height // HEIGHT, height)
    return image.convert("RGB").resize(size, Image.Resampling.LANCZOS)


if __name__ == "__main__":
    sys.exit(main())
