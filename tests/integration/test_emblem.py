"""The body's own picture, where the settings name one."""

from __future__ import annotations

from pathlib import Path

from tests.integration.project import ARTICLE, Project

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)


def test_an_emblem_stands_in_every_header_and_large_on_the_home_page(tmp_path: Path) -> None:
    project = Project.make(tmp_path)
    project.write("bieu-trung.png", PIXEL)
    settings = project.root / "mkdocs.yml"
    text = settings.read_text("utf-8")
    settings.write_text(
        text.replace("  name: material\n", "  name: material\n  logo: bieu-trung.png\n"), "utf-8"
    )
    assert project.build().code == 0
    home = (project.site / "index.html").read_text("utf-8")
    assert 'class="bt-masthead__emblem" src="bieu-trung.png"' in home
    page = (project.site / ARTICLE.removesuffix(".md") / "index.html").read_text("utf-8")
    assert 'src="../../../../bieu-trung.png"' in page
    assert "bt-masthead" not in page
