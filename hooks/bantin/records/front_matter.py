"""Front matter in and out: YAML text to plain values with their lines, and back.

Knows nothing of models. Stricter than YAML where YAML surprises a clerk: dates, yes/no, 03:57
and octal numbers stay text; aliases, duplicate keys and keys that are not text are refused.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import frontmatter
import yaml
from frontmatter.default_handlers import YAMLHandler
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

try:
    from yaml import CSafeLoader as SafeLoader
except ImportError:  # PyYAML built without libyaml: the same values, slower
    from yaml import SafeLoader  # type: ignore[assignment]

KeyPath = tuple[str | int, ...]
# Line, key, message, hint: a Problem without its file.
Fault = tuple[int, str, str, str]

_PLAIN_TAGS = {
    "tag:yaml.org,2002:bool": r"^(?:true|false)$",
    "tag:yaml.org,2002:null": r"^(?:~|null|)$",
    # Longer ones are no number a clerk writes, and Python refuses very long ones.
    "tag:yaml.org,2002:int": r"^[-+]?(?:0|[1-9][0-9]{0,17})$",
    "tag:yaml.org,2002:float": r"^[-+]?(?:0|[1-9][0-9]*)\.[0-9]+$",
}
_CONTAINER_TAGS = {"tag:yaml.org,2002:map", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:str"}
# Each level of a nested value has an opening mark. LibYAML descends without a limit of its own
# and takes the process down with it.
_OPENING_MARK = re.compile(r"[\[{]|[-?] ")
_MAX_OPENING_MARKS = 5_000


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """A record file, split.

    Attributes:
        values: the front matter as plain values.
        lines: path of keys → 1-based line in the file; () is where the front matter begins.
        body: the text below, without blank lines at either end.
        body_line: 1-based line on which `body` begins.
        faults: what is wrong with keys that were left out of `values`; the rest can be checked.
    """

    values: Mapping[str, Any]
    body: str
    body_line: int
    lines: Mapping[KeyPath, int] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()


class FrontMatterError(ValueError):
    """The front matter cannot be read. Carries every (line, key, message, hint) found."""

    def __init__(self, *faults: Fault) -> None:
        self.faults = faults
        super().__init__("; ".join(fault[2] for fault in faults))


def _restrict_resolvers(cls: Any) -> Any:
    """Leave only the plain types of `_PLAIN_TAGS`; everything else stays text."""
    cls.yaml_implicit_resolvers = {}
    for tag, pattern in _PLAIN_TAGS.items():
        first = ["~", "n", ""] if tag.endswith("null") else list("-+0123456789tf")
        cls.add_implicit_resolver(tag, re.compile(pattern), first)
    return cls


@_restrict_resolvers
class _Loader(SafeLoader):
    pass


@_restrict_resolvers
class _Dumper(yaml.SafeDumper):
    def increase_indent(self, flow: bool = False, indentless: bool = False) -> Any:
        return super().increase_indent(flow, False)


def _represent_float(dumper: yaml.SafeDumper, value: float) -> ScalarNode:
    # 1e-07 as 0.0000001: the loader knows no exponents.
    written = f"{Decimal(repr(value)):f}"
    written = written if "." in written else f"{written}.0"
    return dumper.represent_scalar("tag:yaml.org,2002:float", written)


_Dumper.add_representer(float, _represent_float)


class _Handler(YAMLHandler):
    """python-frontmatter's YAML handler with our loader, dumper and record of lines."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: dict[KeyPath, int] = {(): 1}
        self.faults: list[Fault] = []

    def split(self, text: str) -> tuple[str, str]:
        # The boundary swallows blank lines behind the opening mark; YAML must count them too.
        _, fm, content = self.FM_BOUNDARY.split(text, 2)
        swallowed = text.count("\n", 0, text.index(fm, len("---")))
        return "\n" * swallowed + fm, content

    def load(self, fm: str, **_: object) -> Any:
        # split() leaves the line feed of the opening mark, so YAML's line 0 is the file's line 1.
        if len(_OPENING_MARK.findall(fm)) > _MAX_OPENING_MARKS:
            raise FrontMatterError((1, "", "phần đầu quá dài", _LONG_HINT))
        loader = _Loader(fm)
        try:
            node = loader.get_single_node()
            if node is None:
                return {}
            refused = _walk(node, (), self.lines, set(), self.faults)
            if not isinstance(node, MappingNode):
                refused = [(2, "", "phần đầu không gồm các dòng “khóa: giá trị”", _SHAPE_HINT)]
            if refused:
                raise FrontMatterError(*self.faults, *refused)
            return loader.construct_document(node)
        except yaml.MarkedYAMLError as error:
            raise FrontMatterError(_yaml_fault(error, fm)) from error
        except (yaml.YAMLError, RecursionError) as error:  # no mark to tell the line by
            raise FrontMatterError((1, "", "không đọc được phần đầu", _SHAPE_HINT)) from error
        finally:
            loader.dispose()

    def export(self, metadata: dict[str, object], **_: object) -> str:
        return str(
            yaml.dump(
                metadata,
                Dumper=_Dumper,
                allow_unicode=True,
                default_flow_style=False,
                sort_keys=False,
                width=10_000,
            )
        ).strip()


_LONG_HINT = "chuyển bớt nội dung xuống dưới dòng --- thứ hai"
_SHAPE_HINT = "mỗi dòng viết một khóa, dấu hai chấm, một dấu cách rồi giá trị"
_QUOTE_HINT = 'đặt cả giá trị trong dấu nháy kép, ví dụ title: "Đánh giá: kết quả"'


def split_front_matter(text: str) -> FrontMatter:
    """Split a record's text.

    Args:
        text: the whole file, LF line ends, no byte-order mark.

    Raises:
        FrontMatterError: no front matter, no end of it, or YAML that cannot be read.
    """
    if not text.startswith("---\n"):
        raise FrontMatterError(
            (1, "", "tệp không mở đầu bằng dòng ---", "viết phần đầu giữa hai dòng ---")
        )
    handler = _Handler()
    if len(handler.FM_BOUNDARY.split(text, 2)) < 3:
        raise FrontMatterError(
            (1, "", "phần đầu không có dòng --- kết thúc", "thêm dòng --- trước nội dung bài")
        )
    values, body = frontmatter.parse(text, handler=handler)
    body_line = text.count("\n", 0, text.rfind(body)) + 1 if body else text.count("\n") + 1
    return FrontMatter(values, body, body_line, handler.lines, tuple(handler.faults))


def write_front_matter(values: Mapping[str, Any], body: str) -> str:
    """Return the text of a record file; `split_front_matter` gives the same values back."""
    post = frontmatter.Post(body, **dict(values))
    return str(frontmatter.dumps(post, handler=_Handler())).rstrip("\n") + "\n"


def _walk(
    node: Node, path: KeyPath, lines: dict[KeyPath, int], seen: set[int], dropped: list[Fault]
) -> list[Fault]:
    """Record the line of every key and item; return what YAML allows and we do not.

    Keys that come twice or are no text are taken out of the node, and told of in `dropped`.
    """
    line = lines.get(path, 1)
    name = key_name(path)
    if id(node) in seen:
        return [(line, name, "dùng ký hiệu * của YAML để chép lại giá trị", "viết hẳn giá trị ra")]
    seen.add(id(node))
    if node.tag not in _CONTAINER_TAGS and not _is_plain(node):
        return [(line, name, f"dùng thẻ kiểu của YAML ({node.tag})", "xóa thẻ mở đầu bằng dấu !")]
    refused: list[Fault] = []
    if isinstance(node, MappingNode):
        kept: dict[str, tuple[Node, Node]] = {}
        for key_node, value_node in node.value:
            key_line = key_node.start_mark.line + 1
            if not isinstance(key_node, ScalarNode) or key_node.tag != "tag:yaml.org,2002:str":
                written = key_node.value if isinstance(key_node, ScalarNode) else "…"
                message = f"khóa “{written}” không phải là chữ"
                dropped.append((key_line, name, message, "đặt tên khóa bằng chữ"))
                continue
            key_path = (*path, key_node.value)
            if key_node.value in kept:
                message = f"khóa viết hai lần (lần đầu ở dòng {lines[key_path]})"
                dropped.append((key_line, key_name(key_path), message, "giữ lại một dòng"))
                continue
            kept[key_node.value] = (key_node, value_node)
            lines[key_path] = key_line
            refused += _walk(value_node, key_path, lines, seen, dropped)
        node.value = list(kept.values())
    elif isinstance(node, SequenceNode):
        for index, item in enumerate(node.value):
            item_path = (*path, index)
            # A copied item bears the line of what it copies.
            lines[item_path] = line if id(item) in seen else item.start_mark.line + 1
            refused += _walk(item, item_path, lines, seen, dropped)
    return refused


def _is_plain(node: Node) -> bool:
    """True when a value has its type by how it is written, not by a tag such as `!!int`."""
    pattern = _PLAIN_TAGS.get(node.tag)
    return pattern is not None and re.fullmatch(pattern, node.value) is not None


def key_name(path: KeyPath) -> str:
    """Return a path of keys as an editor reads it: "people[2].name", counted from 1."""
    name = ""
    for part in path:
        name += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if name else part
    return name


def nearest_line(path: KeyPath, lines: Mapping[KeyPath, int]) -> int:
    """Return the line of a path of keys, or of the longest part of it that has one."""
    for end in range(len(path), -1, -1):
        if path[:end] in lines:
            return lines[path[:end]]
    return 1


def _yaml_fault(error: yaml.MarkedYAMLError, fm: str) -> Fault:
    is_quote_open = "quoted scalar" in (error.context or "")
    # The problem of an open quote shows up at the end; it lies where the quote opens.
    mark = error.context_mark if is_quote_open else error.problem_mark or error.context_mark
    line = mark.line + 1 if mark else 1
    source = fm.splitlines()[line - 1] if 0 < line <= len(fm.splitlines()) else ""
    key, colon, _ = source.partition(":")
    name = key.strip() if colon and key.strip().isidentifier() else ""
    problem = error.problem or ""
    if "mapping values are not allowed" in problem:
        return line, name, "giá trị có dấu hai chấm mà không đặt trong dấu nháy", _QUOTE_HINT
    if "undefined alias" in problem:
        return line, name, "giá trị bắt đầu bằng dấu *", 'đặt giá trị trong dấu nháy kép "…"'
    if source.lstrip(" ").startswith("\t"):
        return line, name, "thụt dòng bằng phím Tab", "thụt dòng bằng dấu cách"
    if is_quote_open:
        return line, name, "dấu nháy mở mà không đóng", "thêm dấu nháy ở cuối giá trị"
    return line, name, "không đọc được dòng này", f"{_SHAPE_HINT}; {_QUOTE_HINT}"
