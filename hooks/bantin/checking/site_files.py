"""Tells of files in docs/ that the site will not show: copies, and files nobody refers to."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterable, Iterator

from bantin.checking.tree import DocsTree
from bantin.errors import Problem
from bantin.outputs.published_files import is_asked_for, may_name_files, resolve_all
from bantin.records.docs_names import is_hidden, is_markdown
from bantin.records.editor_copies import CopyKind, kind_of_copy
from bantin.rendering.file_references import references_in_html, references_in_text

_DOUBLE = (".md.txt", ".md.doc", ".md.docx", ".md.htm", ".md.html")


def tell_copies(src_uris: Iterable[str]) -> Iterator[Problem]:
    """Yield a remark on each file that an editor's program left."""
    for uri in sorted(src_uris):
        name = uri.rpartition("/")[2]
        stem = posixpath.splitext(name)[0]
        if name.lower().endswith(_DOUBLE):
            message = (
                f"tên tệp thừa phần đuôi sau “{stem}”, nên không phải bản ghi và không lên trang"
            )
            hint = f"đổi tên thành {stem}; không thấy phần đuôi thì bật View → File name extensions"
        elif kind_of_copy(name) is CopyKind.LIKE:
            message = "tên giống một bản sao, nên trang này không được đưa lên"
            hint = "là bản sao thì xóa; là trang thật thì đặt tên khác"
        else:
            message = "là bản sao hay tệp tạm do chương trình để lại, không được đưa lên trang"
            hint = "đóng chương trình đang mở tệp gốc, rồi xóa tệp này"
        yield Problem(uri, 0, "", message, hint)


def tell_unnamed(src_uris: Iterable[str]) -> Iterator[Problem]:
    """Yield a remark on each file that no record, page or setting refers to."""
    for uri in sorted(src_uris):
        message = "không bản ghi hay trang nào dẫn tới, nên không được đưa lên trang"
        hint = (
            "ghi tệp vào attachments hoặc photos của bản ghi, hay dẫn tới tệp trong bài; không "
            "dùng nữa thì xóa; muốn đăng riêng tệp thì ghi vào extra.files trong mkdocs.yml"
        )
        if kind_of_copy(uri.rpartition("/")[2]):
            message = f"tên giống một bản sao; {message}"
        yield Problem(uri, 0, "", message, hint)


def unnamed_files(tree: DocsTree, referred: Collection[str]) -> set[str]:
    """Return the files that nothing refers to: no record, page or setting.

    Args:
        tree: the folder. Its pages are read only where a file is named in no record.
        referred: src_uri of all that records refer to, drafts included.
    """
    rules = tree.rules
    rest = {
        uri
        for uri in tree.other_uris - set(referred) - rules.named
        if not (
            is_markdown(uri) or is_hidden(uri) or is_asked_for(uri) or rules.patterns.match(uri)
        )
    }
    for uri in sorted(tree.other_uris):
        if not rest:
            break
        if is_markdown(uri) or may_name_files(uri):
            rest -= set(_named_in(tree, uri))
    return rest


def _named_in(tree: DocsTree, src_uri: str) -> Iterator[str]:
    tree.fetch([src_uri])
    try:
        text = tree.path_of(src_uri).read_text("utf-8", errors="replace")
    except OSError:
        return
    found = references_in_text(text) | references_in_html(text)
    stem, suffix = posixpath.splitext(src_uri)
    # HTML in a page is not changed: its addresses begin at the page's own.
    for folder in (posixpath.dirname(src_uri), *([stem] if suffix == ".md" else [])):
        yield from resolve_all(found, folder, tree.rules.site_url)
