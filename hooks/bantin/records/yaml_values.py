"""YAML text to plain values in one walk, with their lines and faults.

Knows no front matter and no model. The way a value is written gives its type; see `PLAIN_TAGS`.
LibYAML parses, and this module reads its nodes. PyYAML's own constructor knows many more types
and takes longer than all the rest.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from typing import Any

from yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode

from bantin.records.characters import NFD_MESSAGE, name_refused, without_refused
from bantin.text.normalize import nfc

try:
    from yaml import CSafeLoader as SafeLoader
except ImportError:  # PyYAML built without libyaml: the same values, slower
    from yaml import SafeLoader  # type: ignore[assignment]

KeyPath = tuple[str | int, ...]
# Line, key, message, hint: a Problem without its file.
Fault = tuple[int, str, str, str]

PLAIN_TAGS = {
    "tag:yaml.org,2002:bool": r"^(?:true|false)$",
    "tag:yaml.org,2002:null": r"^(?:~|null|)$",
    # No clerk writes longer numbers, and Python refuses very long ones.
    "tag:yaml.org,2002:int": r"^[-+]?(?:0|[1-9][0-9]{0,17})$",
    "tag:yaml.org,2002:float": r"^[-+]?(?:0|[1-9][0-9]*)\.[0-9]+$",
}
_STR, _MAP, _SEQ, _NULL = (f"tag:yaml.org,2002:{kind}" for kind in ("str", "map", "seq", "null"))
_CONTAINER_TAGS = {_STR, _MAP, _SEQ}
_PLAIN = {tag: re.compile(pattern) for tag, pattern in PLAIN_TAGS.items()}
_MAKERS: dict[str, Callable[[str], Any]] = {
    "tag:yaml.org,2002:bool": lambda written: written == "true",
    "tag:yaml.org,2002:null": lambda _: None,
    "tag:yaml.org,2002:int": int,
    "tag:yaml.org,2002:float": float,
}


def plain_starts(tag: str) -> list[str]:
    """Return the characters a plain value of this type may begin with; "" for no character."""
    return ["~", "n", ""] if tag.endswith("null") else list("-+0123456789tf")


_STARTS: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
for _tag, _pattern in _PLAIN.items():
    for _start in plain_starts(_tag):
        _STARTS.setdefault(_start, []).append((_tag, _pattern))


COMMENT_HINT = "nếu đó là lời ghi chú thì chuyển nó lên một dòng riêng"
ITEM_HINT = f"đặt mục có dấu # trong dấu nháy kép; {COMMENT_HINT}"
_ESCAPE_HINT = (
    "xóa mã \\… sinh ra ký tự ấy; nếu muốn có chính dấu \\ thì viết \\\\, hoặc đặt giá trị trong "
    "dấu nháy đơn"
)
_NFD_HINT = "viết thẳng chữ có dấu dựng sẵn (NFC), không viết dấu bằng mã \\u…"
# A longer value is not repeated in a remedy.
_LONGEST_SHOWN = 150
_COMMENT = re.compile(r"[ \t]+(#.*)")
# A line of this kind ends a plain value that goes on over several lines.
_COMMENT_BELOW = re.compile(r"[ \t]*(?:\n[ \t]*)*\n([ \t]+)(#.*)")

# Behind an item of a list between brackets, or behind the bracket that opens it.
_LOST_ITEM = re.compile(r"[ \t]*[,\[{][ \t]*(#.*)")


class CutText(str):
    """A text with a YAML comment behind it, which may be meant as a part of the text.

    Attributes:
        written: the value and what stands behind it, as in the file; several lines as one.
        comment: what YAML takes for a comment, from "#" on.
    """

    __slots__ = ("comment", "written")
    comment: str
    written: str

    def __new__(cls, value: str, written: str, comment: str) -> CutText:
        text = super().__new__(cls, value)
        text.written, text.comment = " ".join(written.split()), comment.rstrip()
        return text


class FrontMatterLoader(SafeLoader):
    """LibYAML's parser, which asks `resolve` for the type of each value."""

    def resolve(self, kind: type[Node], value: Any, implicit: Any) -> str:
        if kind is ScalarNode:
            if implicit[0]:
                for tag, pattern in _STARTS.get(value[:1], ()):
                    if pattern.match(value):
                        return tag
            return _STR
        return _MAP if kind is MappingNode else _SEQ

    # PyYAML can give a type by the place in the document. We do not: tracking the place is slow.
    def descend_resolver(self, current_node: Any, current_index: Any) -> None:
        pass

    def ascend_resolver(self) -> None:
        pass


class NodeReader:
    """Reads a document's nodes.

    Attributes:
        lines: path of keys → 1-based line, of every key and item read so far.
        faults: the faults of keys that were left out, and of values that were read mended.
        refused: things that YAML allows and we do not. With any of them there are no values.
        marked: texts that lose their beginning, because YAML takes it for a mark of its own.
        is_misfit: a tag contradicts the kind of its node (`!!map [a]`).
    """

    def __init__(
        self,
        text: str,
        lines: dict[KeyPath, int],
        faults: list[Fault],
        sequence: Callable[[list[Any]], Any],
    ) -> None:
        self.lines = lines
        self.faults = faults
        self.refused: list[Fault] = []
        self.marked: list[Fault] = []
        self.is_misfit = False
        self._text = text
        # Most front matters have no such signs, and need no look behind each value.
        self._has_comments = "#" in text
        self._is_plain = not (self._has_comments or any(map(text.__contains__, "\\!&")))
        self._sequence = sequence
        self._seen: set[int] = set()

    def read(self, node: Node, path: KeyPath, indent: int = -1) -> Any:
        """Return the value of a node. Its line is known.

        Args:
            node: from the loader.
            path: keys that lead to it.
            indent: column of its key or list; what stands farther to the right goes on with it.

        Keys that come twice or are no text leave the node; `faults` tells of them.
        """
        tag = node.tag
        if id(node) in self._seen:
            message = "dùng ký hiệu * của YAML để chép lại giá trị"
            return self._refuse(path, message, "viết hẳn giá trị ra")
        self._seen.add(id(node))
        if isinstance(node, ScalarNode):
            if tag == _STR:
                return node.value if self._is_plain else self._read_text(node, path, indent)
            if tag == _NULL and self._has_comments:
                self._tell_lost_value(node, path)
            if tag in _PLAIN and _PLAIN[tag].fullmatch(node.value):
                return _MAKERS[tag](node.value)
        if tag not in _CONTAINER_TAGS:
            message, hint = f"dùng thẻ kiểu của YAML ({tag})", "xóa thẻ mở đầu bằng dấu !"
            if tag.startswith("!") and isinstance(node, ScalarNode):
                hint = quote_hint(self._text[node.start_mark.index : node.end_mark.index])
            return self._refuse(path, message, hint)
        if self._has_comments and isinstance(node, CollectionNode) and node.flow_style:
            self._tell_lost_items(node, path)
        if isinstance(node, MappingNode):
            self.is_misfit |= tag != _MAP
            return self._read_mapping(node, path)
        if isinstance(node, SequenceNode):
            self.is_misfit |= tag != _SEQ
            return self._read_sequence(node, path)
        self.is_misfit = True
        return None

    def _read_mapping(self, node: MappingNode, path: KeyPath) -> dict[str, Any]:
        values: dict[str, Any] = {}
        kept: list[tuple[Node, Node]] = []
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + 1
            key = key_node.value
            if isinstance(key, str) and not self._is_plain:
                key = self._decoded(key_node, (*path, key))
            if key_node.tag != _STR or not isinstance(key_node, ScalarNode):
                written = key if isinstance(key_node, ScalarNode) else "…"
                message = f"khóa “{written}” không phải là chữ"
                self.faults.append((line, key_name(path), message, "đặt tên khóa bằng chữ"))
                continue
            if key[:1].isspace() and not key_node.style:
                message = f"thụt dòng bằng ký tự U+{ord(key[0]):04X}"
                fault = line, key_name(path), message, "thụt dòng bằng dấu cách thường"
                self.refused.append(fault)
                continue
            key_path = (*path, key)
            if key in values:
                message = f"khóa viết hai lần (lần đầu ở dòng {self.lines[key_path]})"
                self.faults.append((line, key_name(key_path), message, "giữ lại một dòng"))
                continue
            self.lines[key_path] = line
            values[key] = self.read(value_node, key_path, key_node.start_mark.column)
            kept.append((key_node, value_node))
        node.value = kept
        return values

    def _read_sequence(self, node: SequenceNode, path: KeyPath) -> Any:
        items: list[Any] = []
        for index, item in enumerate(node.value):
            item_path = (*path, index)
            # A copied item has the line of its original.
            is_copy = id(item) in self._seen
            self.lines[item_path] = self._line(path) if is_copy else item.start_mark.line + 1
            items.append(self.read(item, item_path, node.start_mark.column))
        return self._sequence(items)

    def _read_text(self, node: ScalarNode, path: KeyPath, indent: int) -> str:
        value = self._decoded(node, path)
        start = node.start_mark.index
        if self._text[start : start + 1] in ("!", "&"):
            whole = self._text[start : node.end_mark.index]
            fault = (f"YAML bỏ mất “{whole.split()[0]}” ở đầu giá trị", quote_hint(whole))
            self.marked.append((node.start_mark.line + 1, key_name(path), *fault))
        if node.style not in ("|", ">"):
            end = node.end_mark.index
            found = _COMMENT.match(self._text, end)
            if found is None and not node.style:
                found = _COMMENT_BELOW.match(self._text, end)
                if found and len(found[1]) <= indent:
                    found = None
            if found:
                written = self._text[node.start_mark.index : found.end()]
                return CutText(value, written, found[found.lastindex or 0])
        return value

    def _decoded(self, node: ScalarNode, path: KeyPath) -> str:
        """Return a scalar's text without what its escapes put into it and no text may hold."""
        value = str(node.value)
        if node.style != '"' or not (message := name_refused(value)):
            return value
        hint = _NFD_HINT if message == NFD_MESSAGE else _ESCAPE_HINT
        self.faults.append((node.start_mark.line + 1, key_name(path), message, hint))
        return nfc(without_refused(value))

    def _tell_lost_value(self, node: ScalarNode, path: KeyPath) -> None:
        if node.value or not (comment := _COMMENT.match(self._text, node.end_mark.index)):
            return
        fault = (
            f"không có giá trị, vì YAML coi “{comment[1].rstrip()}” là lời ghi chú",
            f"{quote_hint(comment[1])}; {COMMENT_HINT}, rồi điền giá trị hoặc xóa khóa này",
        )
        self.faults.append((node.start_mark.line + 1, key_name(path), *fault))

    def _tell_lost_items(self, node: CollectionNode, path: KeyPath) -> None:
        """Tell of a comment behind a comma or bracket, in a list between brackets."""
        start, end = node.start_mark.index, node.end_mark.index
        inner = [one for pair in node.value for one in (pair if type(pair) is tuple else (pair,))]
        for before, after in pairwise([start, *(one.end_mark.index for one in inner), end]):
            lost = _LOST_ITEM.match(self._text, before, after)
            if lost:
                self.faults.append(
                    (
                        self._text.count("\n", 0, lost.start()) + 1,
                        key_name(path),
                        f"chữ từ dấu # trở đi bị bỏ: “{lost[1].rstrip()}”",
                        ITEM_HINT,
                    )
                )

    def _refuse(self, path: KeyPath, message: str, hint: str) -> None:
        self.refused.append((self._line(path), key_name(path), message, hint))

    def _line(self, path: KeyPath) -> int:
        return self.lines.get(path, 1)


def key_name(path: KeyPath) -> str:
    """Return a path of keys as an editor reads it: "people[2].name", counted from 1."""
    name = ""
    for part in path:
        name += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if name else part
    return name


def quote_hint(written: str) -> str:
    """Return the advice to put a whole value into quotes, with the result where it is short."""
    text = " ".join(written.split())
    if len(text) <= _LONGEST_SHOWN:
        return f"đặt cả giá trị trong dấu nháy kép: {quote(text)}"
    if quote(text)[0] == '"':
        return f"thêm dấu nháy kép ở trước “{text[:20]}…” và ở sau “…{text[-20:]}”"
    return (
        f"thêm dấu nháy đơn ở trước “{text[:20]}…” và ở sau “…{text[-20:]}”; dấu nháy đơn nào có "
        "sẵn ở giữa thì viết hai lần"
    )


def quote(text: str) -> str:
    """Return one line of text as YAML for it between quotes."""
    text = text.strip()
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"
