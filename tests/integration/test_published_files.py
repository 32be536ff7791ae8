"""Of docs/ the site shows what a published record, a page or a setting refers to, no more."""

from __future__ import annotations

import unicodedata

import pytest
from bantin.checking.check import check_records
from bantin.checking.tree import DocsTree
from bantin.errors import SettingsError

from tests.integration.project import ARTICLE, DRAFT, PROJECT, Project, tree
from tests.integration.publishing import build, check, errors_of, told

FOLDER = "tin-tuc/2020/05"
HEAD = "---\ntitle: Chuyện chưa công bố\ndate: 2020-05-01\nsection: chi-dao\n"
NOTICE = "---\nkind: TB\nnumber: 13/TB-VP\ntitle: Kết luận\ndate: 2020-03-10\nissuer: ubnd-mau\n"


# How a record refers to a file beside it: keys and text around the file's name.
WAYS = {
    "attachment.png": "attachments: [{{src: {}, title: A}}]",
    "photo.png": "photos: [{{src: {}, alt: A}}]",
    "link.png": "[a]({})",
    "place.png": "[a]({}?x=1#trang=2)",
    "defined.png": "[a][b]\n\n[b]: <{}>",
    "picture.png": "![a]({})",
    "element.png": '<img alt="a" src="{}">',
    "poster.png": '<figure><video poster="{}"></video></figure>',
    "footnote.png": "A[^1]\n\n[^1]: [a]({})",
    "item.png": "1. [a](./{})",
    "about.png": "[a](../05/{})",
}


def test_a_drafts_files_come_and_go_with_their_record(project: Project) -> None:
    """In the preview they are shown."""
    written = {name: way.format(name) for name, way in WAYS.items()}
    keys = "\n".join(text for text in written.values() if ": [{" in text)
    body = "\n\n".join(text for text in written.values() if ": [{" not in text)
    uris = {f"{FOLDER}/{name}" for name in written}
    for uri in uris:
        project.write(uri, "hình")

    def record(status: str) -> str:
        return f"{HEAD}status: {status}\n{keys}\n---\n\n{body}\n"

    project.write(DRAFT, record("draft"))
    assert uris.isdisjoint(build(project))
    assert uris.isdisjoint(told(check(project)))
    assert project.build(command="serve").code == 0
    assert uris <= tree(project.root / ".xem-thu.bantin" / "site").keys()
    project.write(DRAFT, record("published"))
    assert uris <= build(project).keys()
    project.write(DRAFT, record("withdrawn"))
    assert uris <= build(project).keys(), "its page still shows them"
    project.write(DRAFT, record("draft"))
    assert uris.isdisjoint(build(project))
    project.write(DRAFT, f"{HEAD}---\n\nKhông còn gì.\n")
    assert uris.isdisjoint(build(project))
    warned = told(check(project))
    assert {warned[uri] for uri in uris} == {
        "không bản ghi hay trang nào dẫn tới, nên không được đưa lên trang"
    }


def test_a_documents_and_a_bodys_files_are_records_files(project: Project) -> None:
    project.write("van-ban/2020/13.pdf", "x")
    project.write("to-chuc/so-do.png", "x")
    project.edit("to-chuc/ban-mau.md", "Lập năm 2001.", "![Sơ đồ](so-do.png)")
    draft = f"{NOTICE}status: draft\nattachments: [{{src: 13.pdf, title: A}}]\n---\n\n1. Việc.\n"
    project.write("van-ban/2020/13-tb-vp.md", draft)
    found = build(project)
    assert "to-chuc/so-do.png" in found
    assert "van-ban/2020/13.pdf" not in found
    project.edit("van-ban/2020/13-tb-vp.md", "status: draft\n", "")
    assert "van-ban/2020/13.pdf" in build(project)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("t%E1%BB%87p.pdf", "tệp.pdf"),
        ("tệp.pdf", "tệp.pdf"),
        ("a_(b).pdf", "a_(b).pdf"),
        ("a_%28b%29.pdf", "a_(b).pdf"),
        ("<a b.pdf>", "a b.pdf"),
        ("a%20b.pdf", "a b.pdf"),
        ("100%25.pdf", "100%.pdf"),
        ("a%23b.pdf", "a#b.pdf"),
        ("a%3Fb.pdf", "a?b.pdf"),
        ("a&b.pdf", "a&b.pdf"),
        ("a+b.pdf", "a+b.pdf"),
    ],
)
def test_a_link_means_the_file_of_that_name(project: Project, written: str, name: str) -> None:
    """Where the file is not there, build and check say so alike."""
    project.edit(ARTICLE, "## Kết quả", f"[x]({written})\n\n## Kết quả")
    (error,) = errors_of(project.build(strict=True))
    assert "không dẫn tới tệp nào" in error
    assert [*map(str, check(project).problems)] == [error]
    project.write(f"tin-tuc/2020/03/{name}", "x")
    assert project.build(strict=True).code == 0
    assert (project.site / "tin-tuc/2020/03" / name).read_bytes() == b"x"
    assert check(project).problems == ()


def test_a_file_of_a_draft_and_of_a_published_record_stays(project: Project) -> None:
    project.write(f"{FOLDER}/f.png", "hình")
    project.write(DRAFT, f"{HEAD}status: draft\n---\n\n![a](f.png)\n")
    project.edit(ARTICLE, "## Kết quả", "![a](../05/f.png)\n\n## Kết quả")
    assert f"{FOLDER}/f.png" in build(project)


# What names a file of danh-muc/: the files and settings around its name.
PAGES = {
    "link.png": {"gioi-thieu.md": "![a](danh-muc/{})"},
    "aside.png": {"huong-dan/a.md": "![a](../danh-muc/{})"},
    "element.png": {"trang-b.md": '<img alt="" src="../danh-muc/{}">'},
    "choice.png": {"trang-c.md": '<img alt="" src="#" srcset="../danh-muc/{} 2x">'},
    "home.png": {"index.md": "---\ntitle: A\ntemplate: home.html\n---\n\n![a](danh-muc/{})\n"},
    "attached.png": {"trang-d.md": "[a](danh-muc/d.html)", "danh-muc/d.html": '<img src="{}">'},
    "tải về (1).png": {"trang-e.md": "[a](<danh-muc/{}>)"},
}
SETTINGS = {
    "logo.png": (
        "  icon:\n    logo: material/newspaper-variant-outline",
        "  logo: danh-muc/{}",
        {},
    ),
    "icon.png": ("  font: false", "  font: false\n  favicon: danh-muc/{}", {}),
    "style.png": (
        "extra_css:\n",
        "extra_css:\n  - danh-muc/a.css\n",
        {"danh-muc/a.css": "@import 'b.css';", "danh-muc/b.css": "a{{background:url('./{}')}}"},
    ),
    "script.png": (
        "extra_javascript:\n",
        "extra_javascript:\n  - danh-muc/a.js\n",
        {"danh-muc/a.js": 'fetch("/danh-muc/{}")'},
    ),
    "meant.png": ("extra:\n", "extra:\n  files:\n    - danh-muc/m*.png\n    - danh-muc/ca/\n", {}),
}


def test_what_pages_and_settings_name_is_published(project: Project) -> None:
    uris = {f"danh-muc/{name}" for name in (*PAGES, *SETTINGS)} | {"danh-muc/ca/x.png"}
    for uri in uris:
        project.write(uri, "hình")
    assert uris.isdisjoint(build(project))
    assert uris <= told(check(project)).keys()
    settings = (project.root / "mkdocs.yml").read_text("utf-8")
    for name, files in PAGES.items():
        for uri, text in files.items():
            project.write(uri, text.format(name))
    for name, (old, new, files) in SETTINGS.items():
        project.configure(old, new.format(name))
        for uri, text in files.items():
            project.write(uri, text.format(name))
    assert uris <= build(project).keys()
    assert uris.isdisjoint(told(check(project)))
    for files in PAGES.values():
        for uri in files:
            project.write(uri, "# A\n") if uri.endswith(".md") else (project.docs / uri).unlink()
    (project.root / "mkdocs.yml").write_text(settings, "utf-8")
    assert uris.isdisjoint(build(project))


def test_files_that_servers_ask_for_are_published(project: Project) -> None:
    names = (
        "robots.txt llms.txt CNAME favicon.ico google0a1b2c.html BingSiteAuth.xml ads.txt".split()
    )
    for name in names:
        project.write(name, "vidu.example\n")
        project.write(f"thu/{name}", "vidu.example\n")
    found, warned = build(project), told(check(project))
    assert {found[name] for name in names} == {b"vidu.example\n"}
    assert set(names).isdisjoint(warned)
    below = {f"thu/{name}" for name in names}
    assert below.isdisjoint(found)
    assert below <= warned.keys()


def test_hidden_files_are_published_by_the_engines_own_setting(project: Project) -> None:
    uri = ".well-known/security.txt"
    project.write(uri, "Contact: mailto:a@vidu.example\n")
    assert uri not in build(project)
    project.configure("  hinh/\n", "  hinh/\n  !.well-known/\n")
    assert project.build(strict=True).code == 0
    assert (project.site / uri).is_file()
    assert uri not in told(check(project))


def test_a_setting_that_does_nothing_is_refused(project: Project) -> None:
    project.configure("extra:\n", "extra:\n  files:\n    - khong-co/*.pdf\n")
    outcome = project.build(strict=True)
    assert outcome.code == 1
    assert "extra.files có “khong-co/*.pdf”" in errors_of(outcome)[0]
    with pytest.raises(SettingsError, match=r"extra\.files có “khong-co/\*.pdf”"):
        check(project)
    project.configure("  files:\n    - khong-co/*.pdf\n", "  files: tat-ca\n")
    outcome = project.build(strict=True)
    assert outcome.code == 1
    assert "extra.files phải là danh sách" in errors_of(outcome)[0]
    with pytest.raises(SettingsError, match=r"extra\.files phải là danh sách"):
        check(project)


COPIES = [
    *("{}~", "{}.bak", "{}.orig", "{}.rej", "{}.tmp", "#{}#", "{}.txt", "~${}.docx", "Thumbs.db"),
    *("desktop.ini", "{}.sync-conflict-20260101-101010-ABCDEFG.txt", "{}.old"),
]


@pytest.mark.parametrize("place", ["tin-tuc/2020/05/ban-nhap.md", "gioi-thieu.md"])
def test_copies_stay_at_home_and_are_told_of(project: Project, place: str) -> None:
    """Whatever names them."""
    folder, _, name = place.rpartition("/")
    uris = {f"{folder}/{pattern.format(name)}".lstrip("/") for pattern in COPIES}
    for uri in uris:
        project.write(uri, f"Bimatchuacongbo {uri}")
    project.configure("extra:\n", "extra:\n  files:\n    - '*'\n")
    found = build(project)
    assert uris.isdisjoint(found)
    assert not [path for path, content in found.items() if b"Bimatchuacongbo" in content]
    warned = told(check(project))
    assert all("bản sao" in warned[uri] or "phần đuôi" in warned[uri] for uri in uris)


@pytest.mark.parametrize("name", ["a (1).md", "a - Copy.md", "a - Bản sao.md", "a.LOCAL.md"])
def test_a_copy_of_a_page_is_no_page_and_of_a_record_an_error(project: Project, name: str) -> None:
    project.write(name, "# Bimatchuacongbo\n")
    found = build(project)
    assert not [path for path, content in found.items() if b"Bimatchuacongbo" in content]
    assert name in told(check(project))
    project.write(f"{FOLDER}/{name}", (project.docs / DRAFT).read_bytes())
    outcome = project.build(strict=True)
    assert outcome.code == 1
    assert f"{FOLDER}/{name}: tên giống một bản sao" in errors_of(outcome)[0]
    (problem,) = check(project).problems
    assert f"{problem}" == errors_of(outcome)[0]


def test_a_record_that_names_a_copy_is_told_so(project: Project) -> None:
    project.write(f"{FOLDER}/a.pdf.bak", "x")
    keys = "attachments: [{src: a.pdf.bak, title: A}]"
    project.write(DRAFT, f"{HEAD}{keys}\n---\n\n[a](a.pdf.bak)\n")
    outcome = project.build(strict=True)
    assert len(errors_of(outcome)) == 2
    assert all("bản sao do chương trình để lại" in error for error in errors_of(outcome))
    assert [*map(str, check(project).problems)] == sorted(errors_of(outcome))


@pytest.mark.parametrize("place", ["templates", "bo/trong", "nhap", ".an"])
def test_what_the_settings_leave_out_concerns_nobody(project: Project, place: str) -> None:
    project.configure("  hinh/\n", "  hinh/\n  bo/\n")
    project.configure("extra:\n", "draft_docs: nhap/\nextra:\n")
    for name in ("a.md~", "b.pdf.bak"):
        project.write(f"{place}/{name}", "x")
    (project.docs / place / "dan.pdf").symlink_to("khong-co.pdf")
    outcome = project.build(strict=True)
    assert outcome.code == 0, outcome.log
    assert not [line for line in outcome.log if "Không đưa lên trang" in line]
    findings = check(project)
    assert [one for one in (*findings.problems, *findings.warnings) if place in one.path] == []


def test_the_build_says_what_it_leaves_out(project: Project) -> None:
    for number in range(7):
        project.write(f"thua/{number}.pdf", "x")
    (line,) = (line for line in project.build().log if "Không đưa lên trang" in line)
    assert "7 tệp" in line
    assert "thua/0.pdf, thua/1.pdf" in line
    assert "và 2 tệp nữa" in line


@pytest.mark.parametrize("case", ["02-draft-files-published", "03-editors-copies-published"])
def test_nothing_of_a_draft_is_on_the_site(project: Project, case: str) -> None:
    secret = "Zanbavi"
    names = {
        "02-draft-files-published": ["danh-sach-du-kien.pdf", "anh-nhap.jpg"],
        "03-editors-copies-published": [
            *("#nhan-su.md#", "Thumbs.db", "desktop.ini", "nhan-su.md.bak", "nhan-su.md.orig"),
            *("nhan-su.md~", "nhan-su.txt", "~$nhan-su.docx"),
        ],
    }[case]
    text = f"{HEAD.replace('2020-05-01', '2026-11-10')}status: draft\n"
    if case.startswith("02"):
        text += "attachments: [{src: danh-sach-du-kien.pdf, title: A}]\n"
    project.write("tin-tuc/2026/11/nhan-su.md", f"{text}---\n\n![Ảnh](anh-nhap.jpg) {secret}\n")
    project.write("tin-tuc/2026/11/anh-nhap.jpg", secret)
    for name in names:
        project.write(f"tin-tuc/2026/11/{name}", secret)
    found = build(project)
    assert not [path for path, content in found.items() if secret.encode() in content]
    warned = told(check(project))
    # Of a draft's own files only their content is told of.
    wanted = {f"tin-tuc/2026/11/{name}" for name in names} if case.startswith("03") else set()
    left = {path for path, message in warned.items() if "đưa lên trang" in message}
    assert left == wanted


@pytest.mark.parametrize("name", ["ảnh.svg", "a.SVG"])
def test_a_picture_that_runs_code_stops_build_and_check_alike(project: Project, name: str) -> None:
    """Only where it is published: that of a draft is told of."""
    bad = '<svg xmlns="http://www.w3.org/2000/svg"><script>hit()</script></svg>'
    uri = f"{FOLDER}/{name}"
    project.write(uri, bad)
    assert uri not in build(project)
    project.write(DRAFT, f"{HEAD}status: draft\n---\n\n![a]({name})\n")
    assert uri not in build(project)
    findings = check(project)
    assert findings.problems == ()
    assert "<script>" in told(findings)[uri]
    project.edit(DRAFT, "status: draft", "status: published")
    outcome = project.build(strict=True)
    assert outcome.code == 1
    (error,) = errors_of(outcome)
    assert error.startswith(f"{uri}: ảnh SVG có phần tử <script>")
    assert [*map(str, check(project).problems)] == [error]
    project.write(uri, '<svg xmlns="http://www.w3.org/2000/svg"><rect width="1" height="1"/></svg>')
    assert uri in build(project)
    assert check(project).problems == ()
    project.write("gioi-thieu.md", "![a](khac.svg)\n")
    project.write("khac.svg", bad)
    (error,) = errors_of(project.build(strict=True))
    assert error.startswith("khac.svg: ảnh SVG")
    assert [*map(str, check(project).problems)] == [error]


def test_the_projects_own_files_are_all_named() -> None:
    findings = check_records(DocsTree.of_folder(PROJECT / "docs"))
    assert findings.problems == ()
    assert findings.warnings == ()


def test_a_name_in_another_normal_form_is_found(project: Project) -> None:
    project.write(unicodedata.normalize("NFD", f"{FOLDER}/tệp kèm.pdf"), "x")
    project.write(DRAFT, f"{HEAD}attachments: [{{src: tệp kèm.pdf, title: A}}]\n---\n\nA.\n")
    assert f"{FOLDER}/tệp kèm.pdf" in build(project)
    assert check(project).problems == ()
