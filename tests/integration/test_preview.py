"""A preview never hangs: it shows the last good site, says what is wrong, and goes on by itself."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import unescape

import pytest
from bantin.errors import Problem
from bantin.mkdocs.faults import BuildFaults
from bantin.mkdocs.preview.bar import dress
from bantin.mkdocs.preview.running import PREVIEW_FOLDER

from tests.integration.previewing import BAR, RECORD, TITLE, WRONG_DAY, RunningPreview, previewing
from tests.integration.project import ARTICLE, BODY, DOCUMENT, OTHER_ARTICLE, THEME, Project, tree

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is sent as a signal")

PAGE = ARTICLE.removesuffix(".md") + "/"
NOT_BUILT = "Chưa dựng được trang"


def words(html: str) -> str:
    """Return the text of a page, a space for each run of white space and tags."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Project, RunningPreview]]:
    """A project with its own templates, and its preview after the first build."""
    project = Project.make(tmp_path_factory.mktemp("running") / "project")
    shutil.copytree(THEME, project.root / "giao-dien")
    project.configure(f"custom_dir: {THEME}", "custom_dir: giao-dien")
    with previewing(project) as preview:
        preview.wait_for_page("", TITLE)
        yield project, preview


@dataclass(frozen=True)
class Wrong:
    """A file, what happens to it, and what is told: path, line, words."""

    name: str
    change: Callable[[str], str | bytes] | None
    told: tuple[str, ...]


def then(more: str) -> Callable[[str], str]:
    return lambda text: text + more


def swap(old: str, new: str) -> Callable[[str], str]:
    def change(text: str) -> str:
        assert old in text
        return text.replace(old, new)

    return change


WRONGS = {
    "new record": Wrong(f"docs/{RECORD}", lambda _: WRONG_DAY, (RECORD, "Dòng 3:", "10-11-2026")),
    "unknown section": Wrong(
        f"docs/{ARTICLE}", swap("section: chi-dao", "section: khong-co"), (ARTICLE, "khong-co.md")
    ),
    "no front matter": Wrong(f"docs/{ARTICLE}", lambda _: "Chữ.\n", (ARTICLE,)),
    "empty record": Wrong(f"docs/{OTHER_ARTICLE}", lambda _: "", (OTHER_ARTICLE,)),
    "record not UTF-8": Wrong(
        f"docs/{OTHER_ARTICLE}", lambda text: text.encode("utf-16"), (OTHER_ARTICLE,)
    ),
    "body gone": Wrong(f"docs/{BODY}", None, (ARTICLE, DOCUMENT, "ban-mau.md")),
    "script in a page": Wrong(
        "docs/gioi-thieu.md", then("\n<script>x()</script>\n"), ("gioi-thieu.md", "Dòng 5:")
    ),
    "page not UTF-8": Wrong("docs/gioi-thieu.md", lambda _: b"\xff\xfe\xe9", ("gioi-thieu.md",)),
    "settings no YAML": Wrong(
        "mkdocs.yml", lambda _: "nav: [a\nb: c", ("mkdocs.yml", "Dòng 2:", "không đọc được")
    ),
    "settings no mapping": Wrong("mkdocs.yml", lambda _: "chữ", ("mkdocs.yml",)),
    "settings of control characters": Wrong("mkdocs.yml", lambda _: "a: \0", ("ký tự điều khiển",)),
    "settings empty": Wrong("mkdocs.yml", lambda _: "", ("mkdocs.yml", "site_name")),
    "settings gone": Wrong("mkdocs.yml", None, ("mkdocs.yml", "không có tệp này")),
    "no address": Wrong("mkdocs.yml", swap("site_url: ", "# "), ("mkdocs.yml", "thiếu site_url")),
    "no hook": Wrong("mkdocs.yml", swap("\nhooks:", "\nx-hooks:"), ("mkdocs.yml", "hooks/")),
    "wrong navigation": Wrong("mkdocs.yml", swap("\nnav:", "\nnav: 5\nx:"), ("mkdocs.yml", "nav")),
    "wrong template of a record": Wrong(
        "giao-dien/bantin/article.html", then("{% endif %}"), ("article.html", "Dòng", "Jinja")
    ),
    "wrong template of a page": Wrong(
        "giao-dien/main.html", then("{% lạ %}"), ("main.html", "Dòng", "Jinja")
    ),
    "unknown name in a template": Wrong(
        "giao-dien/404.html", then("{% block footer %}{{ la.la.la }}{% endblock %}"), ("404.html",)
    ),
}


@pytest.mark.parametrize("wrong", WRONGS.values(), ids=WRONGS)
def test_what_is_wrong_is_told_on_the_last_good_page_until_it_is_mended(
    running: tuple[Project, RunningPreview], wrong: Wrong
) -> None:
    project, preview = running
    site = project.root / PREVIEW_FOLDER / "site"
    good = preview.wait_for_bar_to_go(PAGE)
    before = tree(site)
    path = project.root / wrong.name
    text = path.read_bytes() if path.is_file() else None
    if wrong.change is None:
        path.unlink()
    else:
        changed = wrong.change(text.decode() if text is not None else "")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(changed.encode() if isinstance(changed, str) else changed)
    try:
        shown = preview.wait_for_page(PAGE, BAR)
        assert shown.status == 200
        assert f"<title>{TITLE}" in shown.text
        section = words(shown.text[shown.text.index('<section class="bt-preview') :])
        for told in wrong.told:
            assert told in section
        assert "Cách sửa:" in section
        assert not re.search(r"Traceback|Aborted|Errno", section)
        # Every address answers, also one that is not there.
        assert preview.get("tin-tuc/").status == 200
        missing = preview.get("khong/co/")
        assert (missing.status, BAR in missing.text) == (404, True)
        assert tree(site) == before
    finally:
        if text is None:
            path.unlink()
        else:
            path.write_bytes(text)
    mended = preview.wait_for_bar_to_go(PAGE)
    epoch = re.compile(r'data-epoch="\d+"')
    assert epoch.sub("", mended.text) == epoch.sub("", good.text)
    assert tree(site) == before


@pytest.mark.parametrize("how", ["moved away", "removed", "settings, too"])
def test_folder_of_records_may_go_and_come_back(
    running: tuple[Project, RunningPreview], how: str
) -> None:
    project, preview = running
    preview.wait_for_bar_to_go()
    kept = project.root / "cho-khac"
    shutil.copytree(project.docs, kept)
    if how == "moved away":
        shutil.rmtree(kept)
        project.docs.rename(kept)
    else:
        shutil.rmtree(project.docs)
    settings = (project.root / "mkdocs.yml").read_bytes()
    if how == "settings, too":
        (project.root / "mkdocs.yml").unlink()
        preview.wait_for_page("", BAR, "mkdocs.yml")
        (project.root / "mkdocs.yml").write_bytes(settings)
    assert "không có docs" in words(preview.wait_for_page("", BAR, "docs_dir").text)
    kept.rename(project.docs)
    preview.wait_for_bar_to_go()
    # It is still watched.
    project.edit("gioi-thieu.md", "Giới thiệu", "Lời giới thiệu")
    preview.wait_for_page("gioi-thieu/", "Lời giới thiệu")
    project.edit("gioi-thieu.md", "Lời giới thiệu", "Giới thiệu")
    preview.wait_for(lambda: "Lời giới" not in preview.get("gioi-thieu/").text, "the old words")


def test_many_files_changed_at_once_are_all_shown(
    running: tuple[Project, RunningPreview],
) -> None:
    """As by `git pull`: some come, some change, some go, and errors stand in between."""
    project, preview = running
    uris = [f"tin-tuc/2019/{1 + i % 9:02}/tin-{i}.md" for i in range(300)]
    for section in ("khong-co", "chi-dao"):
        for i, uri in enumerate(uris):
            head = f"title: Tin {i}\ndate: {uri[8:12]}-{uri[13:15]}-05\nsection: {section}"
            project.write(uri, f"---\n{head}\n---\n\nChữ.\n")
    for uri in uris[:100]:
        (project.docs / uri).unlink()
    preview.wait_for_page(uris[-1].removesuffix(".md") + "/", "<title>Tin 299")
    preview.wait_for_bar_to_go()
    assert preview.get(uris[0].removesuffix(".md") + "/").status == 404
    shutil.rmtree(project.docs / "tin-tuc" / "2019")
    gone = uris[-1].removesuffix(".md") + "/"
    preview.wait_for(lambda: preview.get(gone).status == 404, "an empty year")


def test_half_written_and_replaced_files_end_well(running: tuple[Project, RunningPreview]) -> None:
    project, preview = running
    path = project.docs / "tin-tuc" / "2020" / "06" / "dang-luu.md"
    path.parent.mkdir()
    with path.open("w", encoding="utf-8") as file:
        file.write("---\ntitle: Đang lưu\n")
        file.flush()
        preview.wait_for_page("", BAR, "dang-luu.md")
        file.write("date: 2020-06-01\nsection: chi-dao\n---\n\nBản một.\n")
    preview.wait_for_page("tin-tuc/2020/06/dang-luu/", "Bản một.")
    # Editors write beside the file, and put it in its place.
    beside = path.with_name(".dang-luu.md.tam")
    beside.write_text(path.read_text("utf-8").replace("một", "hai"), "utf-8")
    beside.replace(path)
    preview.wait_for_page("tin-tuc/2020/06/dang-luu/", "Bản hai.")
    # A whole folder leaves, and nothing is said of its files.
    path.parent.rename(project.root / "da-chuyen")
    preview.wait_for(lambda: preview.get("tin-tuc/2020/06/dang-luu/").status == 404, "its end")
    preview.wait_for_bar_to_go()
    shutil.rmtree(project.root / "da-chuyen")


def test_an_unfinished_draft_stops_nothing_and_is_told_of(
    running: tuple[Project, RunningPreview],
) -> None:
    project, preview = running
    address = "tin-tuc/2020/05/do-dang/"
    whole = (
        "---\ntitle: Bài dở dang\ndate: 2020-05-02\nsection: chi-dao\nstatus: draft\n---\n\nChữ.\n"
    )
    project.write(f"{address[:-1]}.md", whole)
    preview.wait_for_page(address, "Bài dở dang")
    project.write(f"{address[:-1]}.md", whole.replace("chi-dao", ""))
    preview.wait_for(lambda: preview.get(address).status == 404, "its end")
    preview.wait_for_bar_to_go()
    told = f"Chưa dựng trang cho 1 bản nháp còn thiếu những khóa phải có: {address[:-1]}.md."
    assert told in "\n".join(preview.said)
    project.write(f"{address[:-1]}.md", whole)
    preview.wait_for_page(address, "Bài dở dang")
    (project.docs / f"{address[:-1]}.md").unlink()
    preview.wait_for(lambda: preview.get(address).status == 404, "its end")


def test_a_warning_is_told_and_keeps_nothing_back(running: tuple[Project, RunningPreview]) -> None:
    project, preview = running
    project.edit("gioi-thieu.md", "12-tb-vp.md", "12-tb.md")
    page = preview.wait_for_page("gioi-thieu/", "bt-preview--warned")
    assert "gioi-thieu.md Dòng 3: liên kết “van-ban/2020/12-tb.md” không dẫn tới" in words(
        page.text
    )
    project.edit("gioi-thieu.md", "12-tb.md", "12-tb-vp.md")
    preview.wait_for(lambda: "bt-preview--" not in preview.get("gioi-thieu/").text, "no bar")


def test_what_is_served_to_browsers_is_not_in_the_site(
    running: tuple[Project, RunningPreview],
) -> None:
    project, preview = running
    page = preview.wait_for_bar_to_go(PAGE)
    assert ".xem-thu/preview.js" in page.text
    site = tree(project.root / PREVIEW_FOLDER / "site")
    assert [path for path, body in site.items() if b"xem-thu" in body or "preview" in path] == []
    assert project.build().code == 0
    assert [path for path, body in tree(project.site).items() if b"xem-thu" in body] == []


def test_only_a_page_that_leads_on_has_no_bar() -> None:
    told = b'<meta name="description" content="b&lt;meta http-equiv=refresh&gt;"><body></body>'
    faults = BuildFaults(warnings=(Problem("x.md", 1, "", "sai"),))
    assert b"bt-preview" in dress(told, faults, 1)
    leads_on = b'<meta http-equiv="refresh" content="0; url=/x/">'
    assert dress(leads_on, faults, 1) == leads_on


def test_answers_carry_the_headers_of_the_built_site(
    running: tuple[Project, RunningPreview],
) -> None:
    project, preview = running
    page = preview.wait_for_bar_to_go(PAGE)
    site = project.root / PREVIEW_FOLDER / "site"
    rule = (site / "_headers").read_text("utf-8")
    for answer in (page, preview.get("khong-co"), preview.get(".xem-thu/preview.js")):
        policy = answer.headers["Content-Security-Policy"]
        assert f"  Content-Security-Policy: {policy}\n" in rule
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
    meta = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', page.text)
    assert meta
    assert policy == f"{meta[1]}; frame-ancestors 'none'"


@pytest.mark.parametrize(
    "host",
    [
        "evil.example:{port}",
        "evil.example",
        "127.0.0.1",
        "127.0.0.1:1",
        "localhost.evil:{port}",
        "",
    ],
)
def test_a_foreign_host_is_refused(running: tuple[Project, RunningPreview], host: str) -> None:
    _, preview = running
    refused = preview.get(PAGE, host=host.format(port=preview.port))
    assert refused.status == 421
    assert refused.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert TITLE not in refused.text
    assert preview.url in refused.text
    assert preview.get(PAGE, host=f"localhost:{preview.port}").status == 200


@pytest.mark.parametrize("what", ["record", "settings"])
def test_a_mistake_from_the_start_is_told_and_waited_for(project: Project, what: str) -> None:
    settings = (project.root / "mkdocs.yml").read_text("utf-8")
    if what == "record":
        project.write(RECORD, WRONG_DAY)
    else:
        (project.root / "mkdocs.yml").write_text("nav: [", "utf-8")
    with previewing(project) as preview:
        first = preview.wait_for_page("tin-tuc/", NOT_BUILT)
        assert first.status == 503
        assert (RECORD if what == "record" else "mkdocs.yml") in first.text
        assert "default-src 'none'" in first.headers["Content-Security-Policy"]
        (project.docs / RECORD).unlink(missing_ok=True)
        (project.root / "mkdocs.yml").write_text(settings, "utf-8")
        assert TITLE in preview.wait_for_bar_to_go().text
        project.write(RECORD, WRONG_DAY)
        preview.wait_for_page("", BAR)
    # The next preview has a site from the beginning.
    with previewing(project) as preview:
        last_good = preview.wait_for_page("", BAR, RECORD)
        assert (last_good.status, TITLE in last_good.text) == (200, True)


def test_a_site_that_somebody_removed_is_made_whole_again(project: Project) -> None:
    """As `git clean -fdX` does while the preview runs."""
    with previewing(project) as preview:
        preview.wait_for_page("", TITLE)
        preview.wait_for_rest()
        site = project.root / PREVIEW_FOLDER / "site"
        before = {path for path in tree(site) if path.endswith(".html")}
        shutil.rmtree(site)
        article = project.root / "docs" / ARTICLE
        article.write_text(article.read_text("utf-8") + "\nThêm.\n", "utf-8")
        preview.wait_for_page(PAGE, "Thêm.")
        assert {path for path in tree(site) if path.endswith(".html")} == before
