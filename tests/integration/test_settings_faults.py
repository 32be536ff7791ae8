"""What is wrong with mkdocs.yml: build, check and hook say the same, the hook of what is staged."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from bantin.mkdocs.config_faults import find_config_faults

from tests.integration.project import PROJECT, Project
from tests.integration.test_hook import ARTICLE, GOOD, Clone

GOOD_SETTINGS = "site_name: Thử\nsite_url: https://thu.example/\nhooks:\n  - hooks/publish.py\n"
BOMB = "site_name: x\nextra:\n  a: &a [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"  {name}: &{name} [{', '.join([f'*{before}'] * 10)}]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
WRONG = {
    ": [": "mkdocs.yml:1: không đọc được dòng này",
    "": "mkdocs.yml: không có tệp này",
    "abc": "mkdocs.yml:1: không có dòng “khóa: giá trị” nào",
    "- a\n- b\n": "mkdocs.yml:1: không có dòng “khóa: giá trị” nào",
    GOOD_SETTINGS.replace("Thử", "5"): "mkdocs.yml:1: [site_name] giá trị phải là chữ",
    GOOD_SETTINGS.replace("site_name: Thử\n", ""): "mkdocs.yml: [site_name] thiếu khóa này",
    GOOD_SETTINGS.replace("site_url: https://thu.example/\n", ""): "mkdocs.yml: thiếu site_url",
    GOOD_SETTINGS + "docs_dir: khong-co\n": "mkdocs.yml:5: [docs_dir] không có khong-co",
    GOOD_SETTINGS + "site_dir: docs/site\n": "[site_dir]",
    GOOD_SETTINGS.partition("hooks:")[0]: "thiếu dòng “- hooks/publish.py”",
    BOMB: "lồng nhau quá nhiều lần",
    "site_name: x\nextra: &a [*a]\n": "lồng nhau quá nhiều lần",
}


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    """The path of a mkdocs.yml in a folder that has all that a good one names."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "hooks").mkdir()
    (tmp_path / "hooks" / "publish.py").touch()
    return tmp_path / "mkdocs.yml"


@pytest.mark.parametrize("text", WRONG)
def test_what_stops_every_build_is_told(text: str, settings: Path) -> None:
    told = find_config_faults(settings, text.encode())
    assert WRONG[text] in "\n".join(map(str, told))
    assert all(problem.hint for problem in told)
    # The file itself is not asked.
    assert not settings.exists()


def test_good_settings_are_good(settings: Path) -> None:
    assert find_config_faults(settings, GOOD_SETTINGS.encode()) == ()
    assert [one.message for one in find_config_faults(settings)] == ["không có tệp này"]
    settings.write_text(GOOD_SETTINGS, "utf-8")
    assert find_config_faults(settings) == ()


def test_settings_that_inherit_are_read_from_where_they_lie(settings: Path) -> None:
    (settings.parent / "chung.yml").write_text(GOOD_SETTINGS, "utf-8")
    assert find_config_faults(settings, b"INHERIT: chung.yml\n") == ()


@pytest.mark.parametrize("text", [": [", "abc", BOMB])
def test_check_says_what_a_build_says(text: str, project: Project) -> None:
    (project.root / "mkdocs.yml").write_text(text, "utf-8")
    script = [sys.executable, str(PROJECT / "scripts" / "check.py")]
    command = [*script, "--docs", str(project.docs), "--no-cache"]
    found = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=120)
    assert found.returncode == 1
    assert WRONG[text] in found.stdout
    asked = [*command, "--format", "json"]
    told = json.loads(subprocess.run(asked, capture_output=True, timeout=120).stdout)
    files = {Path(one["file"]).name for one in told["problems"]}
    assert "mkdocs.yml" in files
    assert not any("docs/mkdocs.yml" in one["file"] for one in told["problems"])


@pytest.fixture
def clone(tmp_path: Path) -> Clone:
    clone = Clone(tmp_path / "kho", "trang")
    clone.write("hooks/publish.py", "")
    clone.write("mkdocs.yml", GOOD_SETTINGS)
    clone.git("add", ".")
    assert clone.git("commit", "-m", "Cấu hình").returncode == 0
    return clone


def test_settings_are_judged_as_they_are_staged(clone: Clone) -> None:
    clone.write("mkdocs.yml", ": [")
    clone.git("add", ".")
    clone.write("mkdocs.yml", GOOD_SETTINGS)
    refused = clone.git("commit", "-m", "Sai")
    assert refused.returncode == 1
    assert "mkdocs.yml:1: không đọc được" in refused.stdout + refused.stderr


def test_a_fault_that_is_not_staged_blocks_nobody(clone: Clone) -> None:
    clone.write(ARTICLE, GOOD.replace("Họp", "Họp lại"))
    clone.git("add", ".")
    clone.write("mkdocs.yml", ": [")
    done = clone.git("commit", "-m", "Đúng")
    assert done.returncode == 0, done.stdout + done.stderr


def test_settings_are_not_taken_away(clone: Clone) -> None:
    clone.git("rm", "-q", "mkdocs.yml")
    refused = clone.git("commit", "-m", "Bỏ")
    assert refused.returncode == 1
    assert "mkdocs.yml: không có tệp này" in refused.stdout + refused.stderr


def test_good_settings_and_what_they_leave_out_are_taken(clone: Clone) -> None:
    clone.write("mkdocs.yml", f"{GOOD_SETTINGS}exclude_docs: |\n  nhap/\n")
    clone.write("docs/nhap/trang.md", "---\ndraft: true\n---\n")
    clone.git("add", ".")
    done = clone.git("commit", "-m", "Đúng")
    assert done.returncode == 0, done.stdout + done.stderr
