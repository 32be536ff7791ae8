"""What an editor is told of HTML that a record cannot hold."""

from __future__ import annotations

import pytest
from bantin.outputs.unpublished_html import check_html
from bantin.rendering.markdown import render_text

from tests.attack.payloads import HARMLESS
from tests.unit.samples import article, document


def told(body: str) -> list[tuple[int, str, str]]:
    """Return line within the body, message and hint of each Problem."""
    record = article(body=body)
    problems = check_html(record, render_text(record.body))
    assert {problem.path for problem in problems} <= {record.file.src_uri}
    return [(one.line - record.file.body_line + 1, one.message, one.hint) for one in problems]


@pytest.mark.parametrize(
    ("body", "line", "says", "remedy"),
    [
        ("a\n\n<script>x()</script>", 3, "thẻ <script> không dùng", "viết &lt;script&gt;"),
        ("Theo <nguồn> của Sở", 1, "thẻ <nguồn> không dùng", "giữ lại chữ"),
        ("a\n\n<p onclick='x()'>b</p>", 3, "thuộc tính onclick của thẻ <p>", "xóa thuộc tính"),
        ("a *b*{: style='color:red' }", 1, "thuộc tính style của thẻ <em>", "xóa thuộc tính"),
        ("a\nb [c](javascript:x())", 2, "địa chỉ “javascript:x()”", "http, https, mailto"),
        ("a\n\n![b](https://x.vn/a.png)", 3, "“https://x.vn/a.png” ở trang khác", "chép tệp"),
        ("a\n\nb\n{: #__config }", 4, "id=“__config” là của khung trang", "đặt tên khác"),
        ("<p class='md-overlay'>b</p>", 1, "class=“md-overlay” là của khung trang", "md- hay bt-"),
        ("a\n\n<p id='bt-search-q'>b</p>", 3, "là của khung trang", "bt-"),
        ("a\n\n<p id='ket-luan'>b</p>", 3, "tên một phần của trang", "đặt tên khác"),
        ("<p id='x'>a</p>\n\nb\n{: #x }", 1, "id=“x” đã là tên của một chỗ khác", "một tên"),
        ("1. a\n{: #x }\n2. b\n{: #x due='2026-12-31' }", 2, "id=“x” đã là tên", "một tên"),
        ("Giao\n\n</so-noi-vu và các xã>", 3, "thẻ </so-noi-vu> không", "viết &lt;/so-noi-vu&gt;"),
        ("a &lt;b> <?php x ?>", 1, "thẻ <?php> không dùng được", "giữ lại chữ"),
    ],
)
def test_what_will_not_be_published_is_told_with_line_and_remedy(
    body: str, line: int, says: str, remedy: str
) -> None:
    [(where, message, hint)] = told(body)
    assert (where, says in message, remedy in hint) == (line, True, True), (where, message, hint)


def test_all_is_told_at_once_and_a_thing_once() -> None:
    body = "<b onclick='x()'>a</b> <i style='y'>b</i>\n\n<script>1</script><script>2</script>"
    assert [line for line, _, _ in told(body)] == [1, 1, 3]


def test_an_editors_word_on_a_conclusion_is_no_html() -> None:
    body = '1. Sở Y tế lập sổ.\n   {: to="so-y-te" due="2013-12-31" }\n2. Các sở *báo cáo*.'
    assert check_html(document(body=body), render_text(body)) == []


@pytest.mark.parametrize("name", HARMLESS)
def test_text_about_html_stops_no_build(name: str) -> None:
    assert told(f"Mã:\n\n{HARMLESS[name]}") == []


def test_comments_go_without_a_word() -> None:
    assert told("a <!-- hỏi lại Sở --> b") == []
