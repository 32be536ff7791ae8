"""What an editor got wrong stops the build, is told once a file, and leaves the site alone."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.integration.project import ARTICLE, OTHER_ARTICLE, Project, tree

GOOD = "---\ntitle: Tin thử\ndate: 2020-03-07\nsection: chi-dao\n---\n\nNội dung thử.\n"


@dataclass(frozen=True)
class Bad:
    """A bad file and the one message it must give."""

    uri: str
    content: bytes
    line: int
    field: str
    says: str
    remedy: str


def bad(name: str, text: str | bytes, line: int, field: str, says: str, remedy: str) -> Bad:
    content = text.encode() if isinstance(text, str) else text
    return Bad(f"tin-tuc/2020/03/{name}.md", content, line, field, says, remedy)


BAD = [
    bad("mat-tieu-de", GOOD.replace("title: Tin thử\n", ""), 1, "title", "thiếu khóa", "title: …"),
    bad(
        "hai-cham",
        GOOD.replace("Tin thử", "Đánh giá: kết quả"),
        2,
        "title",
        "dấu hai chấm",
        "dấu nháy kép",
    ),
    bad(
        "ngay-khong-co",
        GOOD.replace("2020-03-07", "2021-13-45"),
        3,
        "date",
        "không có ngày 2021-13-45",
        "tháng (1–12)",
    ),
    bad(
        "khoa-la", GOOD.replace("title", "tilte: A\ntitle"), 2, "tilte", "không có khóa", "“title”"
    ),
    bad(
        "hai-khoa",
        GOOD.replace("date", "title: Lần nữa\ndate"),
        3,
        "title",
        "viết hai lần (lần đầu ở dòng 2)",
        "giữ lại một dòng",
    ),
    bad(
        "bi-danh",
        GOOD.replace("title: Tin thử", "title: &a Tin thử\nsummary: *a"),
        3,
        "summary",
        "ký hiệu *",
        "viết hẳn giá trị",
    ),
    bad("co-bom", b"\xef\xbb\xbf" + GOOD.encode(), 1, "", "BOM", "UTF-8"),
    bad("utf16", GOOD.encode("utf-16"), 1, "", "UTF-16", "Lưu dưới dạng"),
    bad("gach-cua-word", GOOD.replace("---\n", "—\n", 1), 1, "", "“—”", "--fix"),
    bad("nam-9999", GOOD.replace("2020-03-07", "9999-12-31"), 3, "date", "năm 9999", "xem lại năm"),
    bad("nhap", GOOD.replace("section", "draft: true\nsection"), 4, "draft", "", "status: draft"),
    bad("nfd", unicodedata.normalize("NFD", GOOD), 2, "", "NFD", "NFC"),
    bad(
        "ma-dieu-khien",
        GOOD.replace("Tin thử", '"Tin \\e[31m thử"'),
        2,
        "title",
        "có ký tự điều khiển vô hình U+001B",
        "dấu nháy đơn",
    ),
    bad("dau-git", GOOD + "\n<<<<<<< HEAD\na\n", 9, "", "dấu của Git", "xóa dòng này"),
    bad("thang", GOOD.replace("Tin thử", "Tin #2"), 2, "title", "“#2”", '"Tin #2"'),
    bad(
        "ket-thuc-som",
        GOOD.replace("---\n\n", "---\nstatus: draft\n---\n\n"),
        6,
        "",
        "không có tác dụng",
        "xóa dòng --- ở dòng 5",
    ),
    bad("ma-html", GOOD + "\nMột &#x202e; hai.\n", 9, "", "U+202E", "&amp;#x202e;"),
    bad("khong-utf8", GOOD.encode("utf-8") + b"\xe9t\xe9\n", 8, "", "UTF-8", "lưu với bảng mã"),
    bad("rong", "", 0, "", "0 byte", "xóa tệp"),
    bad("qua-lon", GOOD + "a" * 5_000_000, 0, "", "5,0 MB", "1 MB"),
    bad(
        "dia-chi-cu",
        GOOD.replace("section", "redirect_from:\n  - tin-tuc/2020/04/hop-thang-tu\nsection"),
        5,
        "redirect_from[1]",
        "đang là của " + OTHER_ARTICLE,
        "xóa dòng này",
    ),
    bad(
        "ma-lenh",
        GOOD + "\n<script>alert(1)</script>\n",
        9,
        "",
        "thẻ <script> không dùng được",
        "&lt;script&gt;",
    ),
    bad("co-trang-tinh", GOOD, 0, "", "có cùng địa chỉ", "đổi tên"),
    Bad("gioi-thieu/index.md", b"# Trang\n", 0, "", "có cùng địa chỉ", "đổi tên"),
    Bad("tin-tuc/2020/03/aux.md", GOOD.encode(), 0, "", "Windows không cho đặt", "aux-1.md"),
    Bad("phu/README.md", b"# Trang\n", 0, "", "có cùng địa chỉ", "đổi tên"),
    Bad("tin-tuc/2020/03/sai-duoi.markdown", GOOD.encode(), 0, "", "sai chỗ", "đuôi .md"),
]
BESIDE = {
    "tin-tuc/2020/03/co-trang-tinh/index.html": "<p>Trang tĩnh</p>",
    "phu/index.md": "# Trang\n",
}


def plant(project: Project, outside: Path) -> None:
    for one in BAD:
        project.write(one.uri, one.content)
    for uri, text in BESIDE.items():
        project.write(uri, text)
    outside.write_text(GOOD, "utf-8")
    (project.docs / "tin-tuc/2020/03/lien-ket.md").symlink_to(outside)


@pytest.mark.parametrize("strict", [False, True])
def test_every_bad_file_is_told_of_once_and_the_site_stays(project: Project, strict: bool) -> None:
    before = tree(project.site)
    plant(project, project.root.parent / "ngoai.md")
    outcome = project.build(strict=strict)
    assert outcome.code == 1
    assert tree(project.site) == before
    told: dict[str, list[str]] = {}
    for error in outcome.errors:
        match = re.match(r"bantin: ([^:\s]+)", error)
        assert match, error
        told.setdefault(match[1], []).append(error)
    expected = {one.uri for one in BAD} | {"tin-tuc/2020/03/lien-ket.md"}
    assert {uri: len(errors) for uri, errors in told.items()} == dict.fromkeys(expected, 1)
    for one in BAD:
        [message] = told[one.uri]
        where = f"{one.uri}:{one.line}: " if one.line else f"{one.uri}: "
        field = f"[{one.field}] " if one.field else ""
        assert message.startswith(f"bantin: {where}{field}"), message
        problem, _, hint = message.partition("Cách sửa: ")
        assert one.says in problem
        assert one.remedy in hint
    assert "symlink" in told["tin-tuc/2020/03/lien-ket.md"][0]
    assert any(f"{len(expected)} lỗi trong {len(expected)} tệp" in line for line in outcome.log)


def test_folder_linked_from_outside_is_refused_by_name(project: Project) -> None:
    outside = project.root.parent / "ngoai"
    outside.mkdir()
    (outside / "tin.md").write_text(GOOD, "utf-8")
    (project.docs / "tin-tuc/2020/06").symlink_to(outside, target_is_directory=True)
    outcome = project.build()
    assert outcome.code == 1
    [error] = outcome.errors
    assert error.startswith("bantin: tin-tuc/2020/06: là liên kết (symlink)")


def put_listing(project: Project) -> str:
    project.write("van-ban/2020/index.html", "<p>tĩnh</p>")
    return "van-ban/2020/index.html: kho tin tự làm trang"


def put_search_page(project: Project) -> str:
    project.write("tim-kiem/index.md", "# Tìm\n")
    return "tim-kiem/index.md: kho tin tự làm trang"


def put_feed(project: Project) -> str:
    project.write("feed.xml", "<feed/>")
    return "feed.xml: kho tin tự làm trang"


def take_listing_as_old_address(project: Project) -> str:
    project.edit(ARTICLE, "tin/hop.aspx", "/van-ban/2020/index.html")
    return f"{ARTICLE}:18: [redirect_from[1]] địa chỉ /van-ban/2020/index.html đang là của"


def take_home_as_old_address(project: Project) -> str:
    project.edit(ARTICLE, "tin/hop.aspx", "/index.html")
    return f"{ARTICLE}:18: [redirect_from[1]] địa chỉ /index.html đang là của index.md"


def take_own_address_as_old(project: Project) -> str:
    project.edit(ARTICLE, "tin/hop.aspx", "tin-tuc/2020/03/hop-thang-ba/")
    return f"{ARTICLE}:18: [redirect_from[1]] địa chỉ tin-tuc/2020/03/hop-thang-ba/ đang là của"


def take_address_outside_the_site(project: Project) -> str:
    project.edit(ARTICLE, "tin/hop.aspx", "../../ngoai/")
    return f"{ARTICLE}:18: [redirect_from[1]] “../../ngoai/” không phải là địa chỉ"


def link_to_draft(project: Project) -> str:
    project.edit(ARTICLE, "../04/hop-thang-tu.md", "../05/ban-nhap.md")
    return f"{ARTICLE}:23: đường dẫn ../05/ban-nhap.md dẫn tới một bản nháp"


def link_to_nowhere(project: Project) -> str:
    project.edit(ARTICLE, "../04/hop-thang-tu.md", "../04/khong-co.md")
    return f"{ARTICLE}:23: đường dẫn ../04/khong-co.md không dẫn tới tệp nào"


def name_unknown_body(project: Project) -> str:
    project.edit(ARTICLE, "bodies: [ban-mau]\npeople", "bodies: [ban-mao]\npeople")
    return f"{ARTICLE}:7: [bodies[1]] không có to-chuc/ban-mao.md"


FAULTS: list[Callable[[Project], str]] = [
    put_listing,
    put_search_page,
    put_feed,
    take_listing_as_old_address,
    take_home_as_old_address,
    take_own_address_as_old,
    take_address_outside_the_site,
    link_to_draft,
    link_to_nowhere,
    name_unknown_body,
]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__)
def test_fault_stops_the_build_with_one_message(
    project: Project, fault: Callable[[Project], str]
) -> None:
    before = tree(project.site)
    expected = fault(project)
    outcome = project.build()
    assert outcome.code == 1
    [error] = outcome.errors
    assert error.startswith(f"bantin: {expected}"), error
    assert "Cách sửa: " in error
    assert tree(project.site) == before


def test_drafts_may_refer_to_each_other_before_they_are_published(project: Project) -> None:
    project.write(
        "tin-tuc/2020/05/nhap-hai.md",
        GOOD.replace("2020-03-07", "2020-05-02").replace("section", "status: draft\nsection")
        + "\n[bản nháp](ban-nhap.md)\n",
    )
    assert project.build().code == 0


def test_missing_site_url_is_told_in_vietnamese(project: Project) -> None:
    before = tree(project.site)
    project.configure("site_url: https://bantin.example/\n", "")
    outcome = project.build()
    assert outcome.code == 1
    [error] = outcome.errors
    assert "mkdocs.yml: thiếu site_url; thêm dòng" in error
    assert tree(project.site) == before


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        (
            "site_description: Tin tức",
            'site_description: "Tin \\x1b[2J tức"\n# ',
            "site_description",
        ),
        ("copyright: Tin tức", 'copyright: "Tin \\u202e tức"\n# ', "copyright"),
        ("  - Trang chủ", '  - "Trang \\x07chủ"', "nav"),
        ("site_name: ", "site_name: \u202e", "site_name"),
    ],
)
def test_a_setting_that_no_text_may_hold_is_told(
    project: Project, old: str, new: str, key: str
) -> None:
    project.configure(old, new)
    outcome = project.build()
    assert outcome.code == 1
    [error] = outcome.errors
    assert f"mkdocs.yml: {key} có ký tự" in error
    assert error.isprintable()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("# Giới thiệu\n\nMột \x1b[31mhai.\n", "gioi-thieu.md:3:5: có ký tự điều khiển"),
        ("# Giới thiệu\n\n\u202eMột.\n", "gioi-thieu.md:3:1: có ký tự đổi chiều"),
        ("# Giới thiệu\n\nMột\u2028hai.\n", "gioi-thieu.md:3:4: có ký tự ngắt dòng lạ"),
        ('---\ndescription: "a\\x1bb"\n---\n\n# A\n', "gioi-thieu.md: có ký tự điều khiển"),
        ("# Giới thiệu\n\n<<<<<<< HEAD\na\n", "gioi-thieu.md:3: dòng <<<<<<< là dấu của Git"),
    ],
)
def test_a_page_of_the_engines_is_judged_like_a_record(
    project: Project, text: str, says: str
) -> None:
    before = tree(project.site)
    project.write("gioi-thieu.md", text)
    outcome = project.build()
    assert outcome.code == 1
    [error] = outcome.errors
    assert says in error
    assert tree(project.site) == before


def test_strict_build_with_a_dead_link_in_a_page_leaves_the_site(project: Project) -> None:
    before = tree(project.site)
    project.edit(ARTICLE, "Họp bàn việc quý một.", "Họp bàn việc khác.")
    project.edit("gioi-thieu.md", "van-ban/2020/12-tb-vp.md", "khong-co.md")
    outcome = project.build(strict=True)
    assert outcome.code == 1
    assert any("khong-co.md" in line for line in outcome.log if line.startswith("WARNING"))
    assert tree(project.site) == before


def test_same_warning_without_strict_is_published(project: Project) -> None:
    """The strict test above is about strictness, not about the link."""
    project.edit("gioi-thieu.md", "van-ban/2020/12-tb-vp.md", "khong-co.md")
    before = tree(project.site)
    assert project.build().code == 0
    assert tree(project.site) != before


def test_build_after_a_refused_one_publishes(project: Project) -> None:
    article = (project.docs / ARTICLE).read_text("utf-8")
    project.write(ARTICLE, "")
    assert project.build().code == 1
    project.write(ARTICLE, article)
    outcome = project.build(strict=True)
    assert outcome.code == 0
    assert "dựng lại 0, " in outcome.summary
