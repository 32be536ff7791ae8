"""The policy of content in every page, and the files for servers, from build to build."""

from __future__ import annotations

import re

import pytest
from bantin.rendering.content_policy import find_inline, make_policy

from tests.integration.project import ARTICLE, BODY, OTHER_ARTICLE, Project, page, tree

META = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)">')
OLD_ADDRESS_FILES = ("_redirects", "may-chu/nginx-http.conf", "may-chu/caddy-dia-chi-cu.conf")


def test_all_pages_carry_the_policy_that_headers_send(built: Project) -> None:
    policies = set()
    for path in built.site.rglob("*.html"):
        html = path.read_text("utf-8")
        if '<meta http-equiv="refresh"' in html:
            continue
        [policy] = META.findall(html)
        policies.add(policy)
        # Before anything that it is to guard.
        assert html.index(policy) < html.index("<script")
        assert html.index(policy) < html.index("stylesheet")
    [policy] = policies
    assert policy == make_policy(find_inline(page(built, "")), in_page=True)
    headers = (built.site / "_headers").read_text("utf-8")
    assert f"Content-Security-Policy: {policy}; frame-ancestors 'none'\n" in headers


def test_a_page_at_an_old_address_may_do_nothing_but_lead_on(built: Project) -> None:
    html = (built.site / "tin/hop.aspx").read_text("utf-8")
    assert META.findall(html) == ["default-src 'none'; base-uri 'none'; form-action 'none'"]


@pytest.mark.parametrize(
    ("more", "line", "says", "remedy"),
    [
        ("\n<script>x()</script>\n", 5, "<script> viết trong trang", "extra_javascript"),
        ("\n\n<p onclick='x()'>a</p>\n", 6, "onclick viết trong trang", "tệp .js"),
        ("\n<p style='color:red'>a</p>\n", 5, "style viết trong trang", "extra_css"),
        ("\n[a](javascript:x())\n", 5, "javascript: viết trong trang", "đường dẫn"),
        ("\n![x](//evil.example/p.png)\n", 0, "src=… viết trong trang", "chép tệp ấy vào docs/"),
        ("\n<img src='HTTPS://evil.example/p'>\n", 0, "src=… viết trong trang", "chép tệp"),
        ("\n<iframe src='https://evil.example'></iframe>\n", 5, "<iframe> viết", "đường dẫn"),
        ("\n<embed src='a.pdf'>\n", 0, "<object> viết trong trang", "đường dẫn"),
        ("\n<base href='/x/'>\n", 5, "<base> viết trong trang", "xóa thẻ"),
        ("\n<form action='//evil.example'></form>\n", 5, "<form> viết", "xóa biểu mẫu"),
        (
            "\n<META http-equiv=Refresh content='0;url=//evil.example'>\n",
            5,
            "<meta http-equiv=refresh> tự đưa người đọc sang nơi khác",
            "xóa thẻ ấy",
        ),
    ],
)
def test_an_ordinary_page_is_told_what_browsers_would_not_obey(
    project: Project, more: str, line: int, says: str, remedy: str
) -> None:
    before = tree(project.site)
    text = (project.docs / "gioi-thieu.md").read_text("utf-8")
    project.write("gioi-thieu.md", text + more)
    outcome = project.build()
    assert outcome.code == 1
    [error] = outcome.errors
    place = f"gioi-thieu.md:{line}" if line else "gioi-thieu.md"
    assert error.startswith(f"bantin: {place}: {says}")
    assert remedy in error
    assert tree(project.site) == before


@pytest.mark.parametrize(
    ("head", "line", "says", "remedy"),
    [
        ("title: Mật\nstatus: draft", 3, "“status” không có tác dụng", "draft_docs"),
        ("status: withdrawn", 2, "trang vẫn lên", "xóa dòng này"),
        ("draft: true", 2, "“draft” không có tác dụng", "draft_docs"),
        ("published: false", 2, "“published” không có tác dụng", "draft_docs"),
        ("title: [Mật", 1, "phần đầu không đọc được", "khóa: giá trị"),
        ("title: a: b", 1, "phần đầu không đọc được", "khóa: giá trị"),
        ("chỉ có chữ", 1, "phần đầu không đọc được", "khóa: giá trị"),
    ],
)
@pytest.mark.parametrize("uri", ["trang.md", "nhap/2020/03/bai.md"])
def test_a_page_that_is_kept_back_is_not_published_in_silence(
    project: Project, uri: str, head: str, line: int, says: str, remedy: str
) -> None:
    before = tree(project.site)
    project.write(uri, f"---\n{head}\n---\n\n# Mật\n\nChưa đăng.\n")
    outcome = project.build()
    assert outcome.code == 1
    [error] = outcome.errors
    assert error.startswith(f"bantin: {uri}:{line}: ")
    assert says in error
    assert remedy in error
    assert tree(project.site) == before


@pytest.mark.parametrize(
    "head", ["status: new", "title: !ENV HOME", "draft: false", "published: true", "hide: [toc]"]
)
def test_other_keys_of_a_page_stop_nothing(project: Project, head: str) -> None:
    project.write("trang.md", f"---\n{head}\n---\n\n# Trang\n")
    assert project.build().code == 0


def test_a_page_of_the_preview_alone_may_be_a_draft(project: Project) -> None:
    project.configure("plugins: []", "plugins: []\ndraft_docs: trang.md")
    project.write("trang.md", "---\nstatus: draft\n---\n\n# Mật\n")
    assert project.build().code == 0
    assert not (project.site / "trang").exists()


def test_aligned_columns_need_no_inline_style(project: Project) -> None:
    table = "\n| A | B |\n|--|--:|\n| 1 | 2 |\n"
    for uri in ("gioi-thieu.md", ARTICLE):
        project.write(uri, (project.docs / uri).read_text("utf-8") + table)
    assert project.build().code == 0
    for url in ("gioi-thieu", ARTICLE.removesuffix(".md")):
        assert '<td align="right">2</td>' in page(project, url)


def rules(project: Project) -> dict[str, bytes]:
    return {path: (project.site / path).read_bytes() for path in OLD_ADDRESS_FILES}


def test_old_addresses_reach_the_rules_and_leave_them(project: Project) -> None:
    first = rules(project)
    assert all(b"tin/hop.aspx" in content for content in first.values())

    project.edit(OTHER_ARTICLE, "bodies:", "redirect_from: ['xem.aspx?id=4', cu/]\nbodies:")
    assert project.build().code == 0
    assert b"/xem.aspx id=4 /tin-tuc/2020/04/hop-thang-tu/ 301!" in rules(project)["_redirects"]
    assert tree(project.site) == project.clean_tree()

    project.edit(OTHER_ARTICLE, "redirect_from: ['xem.aspx?id=4', cu/]\n", "")
    assert project.build().code == 0
    assert rules(project) == first

    project.edit(BODY, "parent:", "redirect_from: [ban/]\nparent:")
    assert project.build().code == 0
    assert all(b"/ban/" in content for content in rules(project).values())

    (project.docs / ARTICLE).rename(project.docs / "tin-tuc/2020/03/hop-moi.md")
    project.edit("index.md", "hop-thang-ba", "hop-moi")
    assert project.build().code == 0
    assert b"/tin/hop.aspx /tin-tuc/2020/03/hop-moi/ 301" in rules(project)["_redirects"]
    assert tree(project.site) == project.clean_tree()


def test_an_edit_without_old_addresses_does_not_make_the_rules_again(project: Project) -> None:
    times = {path: (project.site / path).stat().st_mtime_ns for path in OLD_ADDRESS_FILES}
    project.edit(OTHER_ARTICLE, "Nội dung tháng tư.", "Nội dung khác.")
    assert project.build().code == 0
    assert {path: (project.site / path).stat().st_mtime_ns for path in times} == times


def test_a_new_policy_reaches_every_page_and_every_server(project: Project) -> None:
    project.configure("  icon:\n", "  icon:\n    tag:\n      default: material/pound\n")
    assert project.build().code == 0
    [policy] = META.findall(page(project, ARTICLE.removesuffix(".md")))
    assert "style-src 'self' 'sha256-" in policy
    for path in ("_headers", "may-chu/nginx-server.conf", "may-chu/caddy.conf"):
        assert policy in (project.site / path).read_text("utf-8"), path
    assert tree(project.site) == project.clean_tree()


def test_a_site_below_the_root_of_its_host_says_so_to_servers(project: Project) -> None:
    project.configure("https://bantin.example/", "https://bantin.example/kho/tin/")
    assert project.build().code == 0
    assert rules(project)["_redirects"].count(b"/kho/tin/tin/hop.aspx /kho/tin/tin-tuc/") == 2
    headers = (project.site / "_headers").read_text("utf-8")
    assert "\n/kho/tin/*\n" in headers
    assert "\n/kho/tin/tim-kiem/phan/*\n" in headers
    assert tree(project.site) == project.clean_tree()
