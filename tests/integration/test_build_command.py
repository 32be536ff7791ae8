"""The command that builds the site, as an editor runs it on a copy of the project's docs."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.integration.project import tree

PROJECT = Path(__file__).resolve().parents[2]
SETTINGS = f"""INHERIT: {PROJECT.as_posix()}/mkdocs.yml
docs_dir: docs
site_dir: site
hooks: [{PROJECT.as_posix()}/hooks/publish.py]
theme:
  custom_dir: {PROJECT.as_posix()}/hooks/bantin/theme
"""


def build(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    script = str(PROJECT / "scripts" / "build.py")
    return subprocess.run(
        [sys.executable, script, *options, "-f", str(folder / "mkdocs.yml")],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_how_a_build_ended_is_told_last_in_the_editors_language(tmp_path: Path) -> None:
    shutil.copytree(PROJECT / "docs", tmp_path / "docs")
    (tmp_path / "mkdocs.yml").write_text(SETTINGS, "utf-8")
    good = build(tmp_path)
    assert good.returncode == 0, good.stderr
    assert good.stderr.splitlines()[-1] == "Đã dựng xong trang."
    before = tree(tmp_path / "site")
    (tmp_path / "site" / "sitemap.xml").write_bytes(b"x" * len(before["sitemap.xml"]))
    verified = build(tmp_path, "--verify")
    assert verified.returncode == 0
    assert "1 tệp trên trang không đúng như đã dựng, đã dựng lại: sitemap.xml" in verified.stderr
    assert tree(tmp_path / "site") == before

    page = tmp_path / "docs" / "gioi-thieu.md"
    page.write_text(f"{page.read_text('utf-8')}\n[x](khong-co.md)\n", "utf-8")
    bad = build(tmp_path)
    assert bad.returncode == 1
    assert "liên kết “khong-co.md” không dẫn tới tệp nào trong docs/" in bad.stderr
    assert "Aborted" not in bad.stderr + bad.stdout
    assert bad.stderr.splitlines()[-1].startswith("CHƯA DỰNG ĐƯỢC:")
    assert tree(tmp_path / "site") == before


def test_how_many_orders_are_unclear_is_told_last(tmp_path: Path) -> None:
    shutil.copytree(PROJECT / "docs", tmp_path / "docs")
    (tmp_path / "mkdocs.yml").write_text(SETTINGS, "utf-8")
    notice = tmp_path / "docs" / "van-ban" / "2026" / "21-tb-vp.md"
    notice.parent.mkdir(parents=True, exist_ok=True)
    notice.write_text(
        "---\nkind: TB\nnumber: 21/TB-VP\ntitle: Kết luận về bến xe\ndate: 2026-03-10\n"
        "issuer: ubnd-tinh-hau-giang\n---\n\n1. Khẩn trương rà soát bến xe.\n",
        "utf-8",
    )
    unclear = "1 mục chưa rõ loại việc hoặc chưa rõ giao cho ai"
    first = build(tmp_path)
    assert first.returncode == 0, first.stderr
    *log, last = first.stderr.splitlines()
    assert last == (
        f"Đã dựng xong trang. Sổ kết luận còn {unclear}; xem từng mục và cách ghi: "
        "python3 scripts/check.py --orders"
    )
    assert [line for line in log if "Kho tin: " in line and line.endswith(f": {unclear}")]
    assert build(tmp_path, "--quiet").stderr.splitlines() == [last]

    text = notice.read_text("utf-8")
    notice.write_text(f'{text}   {{: to="Sở Xây dựng" }}\n', "utf-8")
    assert build(tmp_path).stderr.splitlines()[-1] == "Đã dựng xong trang."


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        (
            "mkdocs.yml",
            b"site_name: A\nx: [a\ny: b\n",
            "LỖI mkdocs.yml:3: không đọc được dòng này.",
        ),
        ("mkdocs.yml", b"site_name: A\nx:\n\t- a\n", "LỖI mkdocs.yml:3: không đọc được dòng này."),
        ("mkdocs.yml", b'site_name: "A\n', "LỖI mkdocs.yml:2: không đọc được dòng này."),
        ("mkdocs.yml", b"site_name: \xff\n", "LỖI mkdocs.yml: không phải chữ ở mã UTF-8"),
        ("mkdocs.yml", b"site_name: A\x07\n", "LỖI mkdocs.yml: không phải chữ ở mã UTF-8"),
        ("mkdocs.yml", None, "LỖI mkdocs.yml: không có tệp này."),
        ("mkdocs.yml", b"site_name: 5\n", "LỖI mkdocs.yml:1: [site_name] giá trị phải là chữ."),
        ("mkdocs.yml", b"- a\n", "LỖI mkdocs.yml:1: không có dòng “khóa: giá trị” nào."),
        ("khac.yml", b"site_name: A\nx: ]\n", "LỖI khac.yml:2: không đọc được dòng này."),
        ("khac.yml", b"INHERIT: mkdocs.yml\n", "LỖI mkdocs.yml:1: không đọc được dòng này."),
    ],
)
def test_settings_that_cannot_be_read_are_told_in_the_editors_language(
    tmp_path: Path, name: str, text: bytes | None, told: str
) -> None:
    if name != "mkdocs.yml":
        (tmp_path / "mkdocs.yml").write_bytes(b"a: b: c\n")
    if text is not None:
        (tmp_path / name).write_bytes(text)
    command = [sys.executable, "-m", "bantin.mkdocs.command", "build", "--strict"]
    command += ["--config-file", name] if name != "mkdocs.yml" else []
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
    assert run.returncode == 1
    assert run.stderr.splitlines()[0].startswith(told), run.stderr
    assert "MkDocs encountered" not in run.stderr
