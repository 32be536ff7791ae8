"""A real Git repository with the hook in it: a bad commit is refused, a good one taken."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from bantin.building.git import GitError
from bantin.checking.hook import HookError, install_hook, remove_hook
from bantin.checking.staged import open_staged

PROJECT = Path(__file__).resolve().parents[2]
ARTICLE = "docs/tin-tuc/2021/10/hop.md"
GOOD = "---\ntitle: Họp\ndate: 2021-10-05\nsection: x\n---\n\nBan họp.\n"
# Stands for the project's own command, which runs in the project's environment only.
CHECK = f"""
import os, runpy, sys
from pathlib import Path
scripts = {str(PROJECT / "scripts")!r}
# The environment is linked to here, and finds the publisher from where it lies.
sys.path[:0] = [scripts, {str(PROJECT / "hooks")!r}]
os.environ["PYTHONPATH"] = {str(PROJECT / "hooks")!r}
sys.argv[1:1] = ["--docs", str(Path(__file__).parents[1] / "docs")]
runpy.run_path(scripts + "/check.py", run_name="__main__")
"""


class Clone:
    """A repository whose project lies at its top or below it."""

    def __init__(self, top: Path, prefix: str = "") -> None:
        self.top = top
        self.root = top / prefix
        self.root.mkdir(parents=True, exist_ok=True)
        self.git("init", "-q", "-b", "main")
        self.write("scripts/check.py", CHECK)
        (self.root / ".venv").symlink_to(sys.prefix)
        self.write(".gitignore", ".venv\n")
        self.write("docs/chuyen-muc/x.md", "---\nname: Mục\n---\n")
        self.write(ARTICLE, GOOD)
        self.git("add", ".")
        self.git("commit", "-q", "-m", "Mở đầu")
        install_hook(self.root)

    def git(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        identity = ("-c", "user.name=Thử", "-c", "user.email=thu@example.invalid")
        return subprocess.run(
            ["git", *identity, *arguments],
            cwd=self.root,
            env={key: v for key, v in os.environ.items() if not key.startswith("GIT_")},
            capture_output=True,
            encoding="utf-8",
            timeout=120,
        )

    def write(self, path: str, text: str) -> None:
        place = self.root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, "utf-8", newline="\n")

    def commits(self) -> int:
        return int(self.git("rev-list", "--count", "HEAD").stdout)


@pytest.fixture(params=["", "trang/kho tin"], ids=["at the top", "below"])
def clone(tmp_path: Path, request: pytest.FixtureRequest) -> Clone:
    return Clone(tmp_path, request.param)


def test_a_bad_commit_is_refused_and_a_good_one_taken(clone: Clone) -> None:
    clone.write(ARTICLE, GOOD.replace("section: x", "section: khong-co"))
    clone.git("add", ".")
    refused = clone.git("commit", "-m", "Sai")
    assert refused.returncode == 1
    assert clone.commits() == 1
    told = refused.stdout + refused.stderr
    assert "tin-tuc/2021/10/hop.md:4: [section] không có chuyen-muc/khong-co.md." in told
    assert "CHƯA COMMIT" in told

    clone.write(ARTICLE, GOOD.replace("Ban họp", "Ban họp lại"))
    clone.git("add", ".")
    taken = clone.git("commit", "-m", "Đúng")
    assert taken.returncode == 0, taken.stderr
    assert clone.commits() == 2


def test_an_unfinished_draft_may_be_committed_and_is_told_of(tmp_path: Path) -> None:
    clone = Clone(tmp_path)
    draft = "---\ntitle: Chưa rõ\nnumber:\nstatus: draft\n---\n\n1. Việc.\n"
    clone.write("docs/van-ban/chua-ro-ngay/a.md", draft)
    clone.git("add", ".")
    done = clone.git("commit", "-m", "Nháp")
    assert done.returncode == 0, done.stderr
    assert "van-ban/chua-ro-ngay/a.md:1: bản nháp còn thiếu date (" in done.stdout + done.stderr
    clone.write("docs/van-ban/chua-ro-ngay/a.md", draft.replace("status: draft\n", ""))
    clone.git("add", ".")
    refused = clone.git("commit", "-m", "Đăng thiếu")
    assert refused.returncode == 1
    assert "[number] để trống" in refused.stdout + refused.stderr


def test_what_is_staged_is_checked_not_what_lies_in_the_folder(tmp_path: Path) -> None:
    clone = Clone(tmp_path)
    clone.write(ARTICLE, GOOD.replace("section: x", "section: moi"))
    clone.git("add", ".")
    # Both are mended in the folder only.
    clone.write(ARTICLE, GOOD)
    clone.write("docs/chuyen-muc/moi.md", "---\nname: Mới\n---\n")
    assert clone.git("commit", "-m", "Sai").returncode == 1
    # A bad file that is not to be committed does not matter.
    clone.git("add", ".")
    clone.write(ARTICLE, "hỏng")
    done = clone.git("commit", "-m", "Đúng")
    assert done.returncode == 0, done.stderr


def test_a_commit_that_names_its_files_is_checked_for_these(tmp_path: Path) -> None:
    clone = Clone(tmp_path)
    other = "docs/tin-tuc/2021/10/khac.md"
    clone.write(other, GOOD)
    clone.write(ARTICLE, "hỏng")
    clone.git("add", other)
    assert clone.git("commit", "-m", "Sai", ARTICLE).returncode == 1
    done = clone.git("commit", "-m", "Đúng", other)
    assert done.returncode == 0, done.stderr


def test_a_commit_without_records_is_none_of_its_business(tmp_path: Path) -> None:
    clone = Clone(tmp_path)
    clone.write("ghi-chu.txt", "x")
    clone.git("add", ".")
    done = clone.git("commit", "-m", "Ghi chú")
    assert done.returncode == 0
    assert "Đã kiểm tra" not in done.stdout + done.stderr


def test_editors_copies_are_told_of_when_they_are_committed(tmp_path: Path) -> None:
    clone = Clone(tmp_path)
    for name in ("hop.md~", "hop.md.bak", "#hop.md#", "Thumbs.db"):
        clone.write(f"docs/tin-tuc/2021/10/{name}", "x")
    clone.git("add", ".")
    done = clone.git("commit", "-m", "Thêm")
    assert done.returncode == 0
    told = done.stdout + done.stderr
    for name in ("hop.md~", "hop.md.bak", "#hop.md#", "Thumbs.db"):
        assert f"tin-tuc/2021/10/{name}: là bản sao hay tệp tạm" in told
    clone.write("docs/khac.txt", "x")
    clone.git("add", ".")
    done = clone.git("commit", "-m", "Nữa")
    assert "bản sao" not in done.stdout + done.stderr


def test_a_file_that_is_committed_alone_is_looked_at(tmp_path: Path) -> None:
    clone = Clone(tmp_path)
    clone.write("docs/tin-tuc/2021/10/bao-cao.pdf", "MZ")
    clone.git("add", ".")
    done = clone.git("commit", "-m", "Tệp")
    assert done.returncode == 0
    assert "bao-cao.pdf: tên là .pdf nhưng bên trong là chương trình" in done.stdout + done.stderr


@pytest.mark.parametrize(
    ("name", "target", "says"),
    [
        ("ra.pdf", "/etc/hostname", "dẫn ra ngoài docs/"),
        ("ra.pdf", "../../../../scripts/check.py", "dẫn ra ngoài docs/"),
        ("mat.pdf", "khong-co.pdf", "không dẫn tới đâu"),
        ("tin.txt", "hop.md", "là liên kết tới tin-tuc/2021/10/hop.md"),
        ("tin.md", "hop.md", "là liên kết (symlink)"),
    ],
)
def test_a_link_that_may_not_be_followed_is_refused(
    tmp_path: Path, name: str, target: str, says: str
) -> None:
    clone = Clone(tmp_path)
    uri = f"tin-tuc/2021/10/{name}"
    (clone.root / "docs" / uri).symlink_to(target)
    clone.git("add", ".")
    refused = clone.git("commit", "-m", "Liên kết")
    assert refused.returncode == 1
    told = refused.stdout + refused.stderr
    assert f"{uri}: " in told
    assert says in told


def test_a_name_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    clone = Clone(tmp_path)
    place = clone.root / "docs"
    (place / os.fsdecode(b"t\xe9p.pdf")).write_text("x")
    clone.git("add", ".")
    refused = clone.git("commit", "-m", "Tên")
    assert refused.returncode == 1
    assert "t\\xe9p.pdf: tên không ở bảng mã UTF-8" in refused.stdout + refused.stderr


def test_a_picture_that_runs_code_is_refused_where_it_is_shown(tmp_path: Path) -> None:
    """Be it that only the picture is committed."""
    clone = Clone(tmp_path)
    clone.write("docs/tin-tuc/2021/10/anh.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>')
    clone.write(ARTICLE, f"{GOOD}\n![ảnh](anh.svg)\n")
    clone.git("add", ".")
    done = clone.git("commit", "-m", "Ảnh")
    assert done.returncode == 0, done.stderr
    bad = '<svg xmlns="http://www.w3.org/2000/svg"><script>hit()</script></svg>'
    clone.write("docs/tin-tuc/2021/10/anh.svg", bad)
    clone.git("add", ".")
    refused = clone.git("commit", "-m", "Ảnh khác")
    assert refused.returncode == 1
    told = refused.stdout + refused.stderr
    assert "tin-tuc/2021/10/anh.svg: ảnh SVG có phần tử <script>" in told
    clone.write(ARTICLE, GOOD)
    clone.git("add", ".")
    done = clone.git("commit", "-m", "Bỏ ảnh")
    assert done.returncode == 0, "nobody shows it any more"


def test_what_others_refer_to_is_not_taken_away(tmp_path: Path) -> None:
    clone = Clone(tmp_path)
    clone.git("rm", "-q", "docs/chuyen-muc/x.md")
    refused = clone.git("commit", "-m", "Bỏ mục")
    assert refused.returncode == 1
    assert "không có chuyen-muc/x.md" in refused.stdout + refused.stderr
    clone.git("mv", "-k", ARTICLE, "docs/tin-tuc/2021/10/doi-ten.md")
    clone.git("reset", "-q", "HEAD", "docs/chuyen-muc/x.md")
    done = clone.git("commit", "-m", "Đổi tên, không ai dẫn tới")
    assert done.returncode == 0, done.stdout + done.stderr


def test_links_may_lead_to_whatever_is_in_the_repository(tmp_path: Path) -> None:
    clone = Clone(tmp_path)
    clone.write("docs/trang.md", "# Trang\n")
    clone.git("add", ".")
    clone.git("commit", "-m", "Trang")
    link = "[t](../../../trang.md) [h](hop.md) [n](../../index.md)"
    clone.write("docs/tin-tuc/2021/10/b.md", GOOD.replace("Ban họp", link))
    clone.write("docs/tin-tuc/2021/10/chua-them.md", GOOD)
    clone.git("add", "docs/tin-tuc/2021/10/b.md")
    done = clone.git("commit", "-m", "Đúng")
    assert done.returncode == 0, done.stdout + done.stderr
    clone.write("docs/tin-tuc/2021/10/c.md", GOOD.replace("Ban họp", "[chưa thêm](chua-them.md)"))
    clone.git("add", "docs/tin-tuc/2021/10/c.md")
    refused = clone.git("commit", "-m", "Sai")
    assert refused.returncode == 1
    assert "chua-them.md không dẫn tới tệp nào" in refused.stdout + refused.stderr


def test_a_merge_brings_no_bad_record_in(clone: Clone) -> None:
    """Git asks another hook when a merge makes its commit by itself."""
    clone.git("checkout", "-q", "-b", "khac")
    clone.write("docs/tin-tuc/2021/10/d.md", GOOD.replace("section: x", "section: khong-co"))
    clone.git("add", ".")
    clone.git("commit", "-q", "--no-verify", "-m", "Sai")
    clone.git("checkout", "-q", "main")
    clone.write("ghi-chu.txt", "khác")
    clone.git("add", ".")
    clone.git("commit", "-q", "-m", "Khác")
    before = clone.commits()
    refused = clone.git("merge", "--no-edit", "khac")
    assert refused.returncode != 0
    assert "khong-co" in refused.stdout + refused.stderr
    assert clone.commits() == before


def test_somebody_elses_hook_is_left_alone(tmp_path: Path) -> None:
    clone = Clone(tmp_path)
    assert remove_hook(clone.root) == tmp_path / ".git" / "hooks" / "pre-commit"
    assert remove_hook(clone.root) is None
    assert not (tmp_path / ".git" / "hooks" / "pre-merge-commit").exists()
    own = tmp_path / ".git" / "hooks" / "pre-commit"
    own.write_text("#!/bin/sh\nexit 0\n", "utf-8")
    with pytest.raises(HookError, match="do chương trình khác đặt"):
        install_hook(clone.root)
    assert remove_hook(clone.root) is None
    assert own.read_text("utf-8") == "#!/bin/sh\nexit 0\n"


def test_hooks_shared_by_many_repositories_are_left_alone(tmp_path: Path) -> None:
    clone = Clone(tmp_path / "kho")
    clone.git("config", "core.hooksPath", str(tmp_path / "chung"))
    with pytest.raises(HookError, match=r"core\.hooksPath"):
        install_hook(clone.root)
    clone.git("config", "core.hooksPath", ".hook")
    assert install_hook(clone.root) == tmp_path / "kho" / ".hook" / "pre-commit"


def test_a_second_working_tree_has_the_hook_too(tmp_path: Path) -> None:
    clone = Clone(tmp_path / "kho")
    clone.git("worktree", "add", "-q", str(tmp_path / "nua"))
    assert install_hook(tmp_path / "nua") == tmp_path / "kho" / ".git" / "hooks" / "pre-commit"


def test_outside_a_repository_there_is_nothing_to_do(tmp_path: Path) -> None:
    with pytest.raises(GitError, match="không nằm trong kho Git nào"):
        install_hook(tmp_path)
    with pytest.raises(GitError, match="không nằm trong kho Git nào"), open_staged(tmp_path):
        pass


NOTICE = "---\nkind: TB\nnumber: 5/TB-VP\ntitle: Kết luận\ndate: 2020-01-02\nissuer: vp\n---\n"


@pytest.mark.parametrize(
    ("before", "commit", "told"),
    [
        # Told of at the record that was there: it comes later by name, or bears the old address.
        (
            {"van-ban/2020/b.md": NOTICE},
            {"van-ban/2020/a.md": NOTICE},
            "van-ban/2020/b.md:3: [number] số 5/TB-VP năm 2020 của vp đã có ở van-ban/2020/a.md",
        ),
        (
            {"to-chuc/y.md": "---\nname: Y\nredirect_from: [tin-tuc/2021/10/moi/]\n---\n"},
            {"tin-tuc/2021/10/moi.md": GOOD},
            "địa chỉ tin-tuc/2021/10/moi/ đang là của tin-tuc/2021/10/moi.md",
        ),
        (
            {"to-chuc/y.md": "---\nname: Y\nredirect_from: [cu/y]\n---\n"},
            {"to-chuc/a.md": "---\nname: A\nredirect_from: [cu/y]\n---\n"},
            "to-chuc/y.md:3: [redirect_from[1]] địa chỉ cu/y đang là của to-chuc/a.md",
        ),
        (
            {"nguoi/z.md": "---\nname: Trần Hoà\n---\n"},
            {"tin-tuc/2021/10/p.md": GOOD.replace("section: x", "section: x\nauthor: A.B")},
            "",
        ),
        # No record is staged.
        (
            {},
            {"tin-tuc/2021/10/hop/index.html": "<p>x</p>"},
            "có cùng địa chỉ /tin-tuc/2021/10/hop/ với tin-tuc/2021/10/hop/index.html",
        ),
        (
            {"to-chuc/y.md": "---\nname: Y\nredirect_from: [cu/y.html]\n---\n"},
            {"cu/y.html": "<p>x</p>"},
            "địa chỉ cu/y.html đang là của cu/y.html",
        ),
        (
            {"gioi-thieu.md": "# A\n"},
            {"gioi-thieu/index.html": "<p>x</p>"},
            "gioi-thieu/index.html: có cùng địa chỉ /gioi-thieu/ với gioi-thieu.md",
        ),
        ({"a/index.md": "# A\n"}, {"a/README.md": "# B\n"}, "a/README.md: có cùng địa chỉ /a/"),
        ({}, {".luot-xem/tong.tsv": "hỏng\n"}, ".luot-xem/tong.tsv:1: "),
    ],
)
def test_what_a_commit_spoils_elsewhere_is_refused_too(
    tmp_path: Path, before: dict[str, str], commit: dict[str, str], told: str
) -> None:
    clone = Clone(tmp_path)
    for uri, text in {"to-chuc/vp.md": "---\nname: Văn phòng\n---\n", **before}.items():
        clone.write(f"docs/{uri}", text)
    clone.git("add", ".")
    assert clone.git("commit", "-m", "Có sẵn").returncode == 0
    for uri, text in commit.items():
        clone.write(f"docs/{uri}", text)
    clone.git("add", ".")
    done = clone.git("commit", "-m", "Thêm")
    assert done.returncode == (1 if told else 0), done.stdout + done.stderr
    assert told in done.stdout + done.stderr


def test_an_old_fault_elsewhere_blocks_nobody(tmp_path: Path) -> None:
    clone = Clone(tmp_path)
    clone.write("docs/tin-tuc/2021/10/sai.md", GOOD.replace("section: x", "section: la"))
    clone.write("docs/.luot-xem/tong.tsv", "hỏng\n")
    clone.git("add", ".")
    clone.git("commit", "-q", "--no-verify", "-m", "Sai")
    clone.write("docs/tin-tuc/2021/10/moi.md", GOOD)
    clone.git("add", ".")
    done = clone.git("commit", "-m", "Đúng")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("make", ["folder", "file for the folder", "link to itself"])
def test_a_place_that_takes_no_hook_is_told(tmp_path: Path, make: str) -> None:
    clone = Clone(tmp_path)
    hooks = tmp_path / ".git" / "hooks"
    remove_hook(clone.root)
    if make == "folder":
        (hooks / "pre-commit").mkdir()
    elif make == "file for the folder":
        shutil.rmtree(hooks)
        hooks.write_text("", "utf-8")
    else:
        shutil.rmtree(hooks)
        hooks.symlink_to(hooks)
    with pytest.raises(HookError, match="không đọc hoặc không ghi được"):
        install_hook(clone.root)
