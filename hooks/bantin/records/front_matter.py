"""Front matter in and out: YAML text to plain values with their lines, and back.

Knows nothing of models. Stricter than YAML where YAML surprises a clerk: dates, yes/no, 03:57
and octal numbers stay text; aliases, duplicate keys and keys that are not text are refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import frontmatter
import yaml
from frontmatter.default_handlers import YAMLHandler
from yaml.nodes import MappingNode, ScalarNode

from bantin.records.fences import explain_end, explain_opening, plain_opening
from bantin.records.yaml_faults import SHAPE_HINT, explain_yaml
from bantin.records.yaml_values import (
    PLAIN_TAGS,
    Fault,
    FrontMatterLoader,
    KeyPath,
    NodeReader,
    key_name,
    plain_starts,
)

__all__ = [
    "Fault",
    "FrontMatter",
    "FrontMatterError",
    "KeyPath",
    "key_name",
    "nearest_line",
    "split_front_matter",
    "write_front_matter",
]

# Each level of a nested value has an opening mark. LibYAML descends without a limit of its own
# and takes the process down with it.
_OPENING_MARKS = ("[", "{", "- ", "? ")
_MAX_OPENING_MARKS = 5_000


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """A record file, split.

    Attributes:
        values: the front matter as plain values.
        lines: path of keys → 1-based line in the file; () is where the front matter begins.
        body: the text below, without blank lines at either end.
        body_line: 1-based line on which `body` begins.
        faults: the faults of keys that `values` leaves out or holds mended. All can be checked.
        end_line: 1-based line of the mark that ends the front matter.
    """

    values: Mapping[str, Any]
    body: str
    body_line: int
    lines: Mapping[KeyPath, int] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()
    end_line: int = 0


class FrontMatterError(ValueError):
    """The front matter cannot be read. Carries every (line, key, message, hint) found."""

    def __init__(self, *faults: Fault) -> None:
        self.faults = faults
        super().__init__("; ".join(fault[2] for fault in faults))


class _Dumper(yaml.SafeDumper):
    def increase_indent(self, flow: bool = False, indentless: bool = False) -> Any:
        return super().increase_indent(flow, False)


# Only a text that the loader would read as another type needs quotes.
_Dumper.yaml_implicit_resolvers = {}
for _tag, _pattern in PLAIN_TAGS.items():
    _Dumper.add_implicit_resolver(_tag, re.compile(_pattern), plain_starts(_tag))


def _represent_float(dumper: yaml.SafeDumper, value: float) -> ScalarNode:
    # 1e-07 as 0.0000001: the loader knows no exponents.
    written = f"{Decimal(repr(value)):f}"
    written = written if "." in written else f"{written}.0"
    # With three decimals the reader would suspect thousands.
    written = f"{written}0" if re.fullmatch(r"-?[1-9]\d{0,2}\.\d{3}", written) else written
    return dumper.represent_scalar("tag:yaml.org,2002:float", written)


def _represent_none(dumper: yaml.SafeDumper, _: None) -> ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:null", "")


_Dumper.add_representer(float, _represent_float)
_Dumper.add_representer(type(None), _represent_none)


class _Handler(YAMLHandler):
    """python-frontmatter's YAML handler with our loader, dumper and record of lines."""

    def __init__(self, sequence: Callable[[list[Any]], Any] = list) -> None:
        super().__init__()
        self.lines: dict[KeyPath, int] = {(): 1}
        self.faults: list[Fault] = []
        self.is_open = False
        self.end_line = 0
        self._sequence = sequence

    def split(self, text: str) -> tuple[str, str]:
        opening = self.FM_BOUNDARY.match(text)
        closing = self._find_boundary(text, opening.end()) if opening else None
        if not opening or not closing:
            self.is_open = True
            raise ValueError("no end of the front matter")
        # The boundary swallows blank lines behind the opening mark; YAML must count them too.
        self.end_line = text.count("\n", 0, closing.start()) + 1
        swallowed = text.count("\n", 0, opening.end())
        return "\n" * swallowed + text[opening.end() : closing.start()], text[closing.end() :]

    def _find_boundary(self, text: str, at: int) -> re.Match[str] | None:
        # FM_BOUNDARY.search, without trying the pattern at every character.
        while at := text.find("\n---", at) + 1:
            if found := self.FM_BOUNDARY.match(text, at):
                return found
        return None

    def load(self, fm: str, **_: object) -> Any:
        # split() leaves the line feed of the opening mark, so YAML's line 0 is the file's line 1.
        if sum(map(fm.count, _OPENING_MARKS)) > _MAX_OPENING_MARKS:
            raise FrontMatterError((1, "", "phần đầu quá dài", _LONG_HINT))
        loader = FrontMatterLoader(fm)
        try:
            node = loader.get_single_node()
            if node is None:
                return {}
            reader = NodeReader(fm, self.lines, self.faults, self._sequence)
            values = reader.read(node, ())
            refused = reader.refused or reader.marked
            if not isinstance(node, MappingNode):
                refused = [(2, "", "phần đầu không gồm các dòng “khóa: giá trị”", SHAPE_HINT)]
            if refused:
                raise FrontMatterError(*self.faults, *refused)
            # PyYAML gives the place of a tag that does not fit its value.
            return loader.construct_document(node) if reader.is_misfit else values
        except yaml.MarkedYAMLError as error:
            raise FrontMatterError(explain_yaml(error, fm)) from error
        except (yaml.YAMLError, RecursionError) as error:  # no mark to tell the line by
            raise FrontMatterError((1, "", "không đọc được phần đầu", SHAPE_HINT)) from error
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
        ).strip("\n")


_LONG_HINT = "chuyển bớt nội dung xuống dưới dòng --- thứ hai"


def split_front_matter(text: str, *, sequence: Callable[[list[Any]], Any] = list) -> FrontMatter:
    """Split a record's text.

    Args:
        text: the whole file, LF line ends, no byte-order mark.
        sequence: what a list of values becomes: `list`, or `tuple` for a strict model.

    Raises:
        FrontMatterError: no front matter, no end of it, or YAML that cannot be read.
    """
    plain = plain_opening(text)
    if not plain:
        raise FrontMatterError(explain_opening(text))
    text = plain
    handler = _Handler(sequence)
    values, body = frontmatter.parse(text, handler=handler)
    if handler.is_open:
        raise FrontMatterError(explain_end(text))
    body_line = text.count("\n", 0, text.rfind(body)) + 1 if body else text.count("\n") + 1
    faults = tuple(handler.faults)
    return FrontMatter(values, body, body_line, handler.lines, faults, handler.end_line)


def write_front_matter(values: Mapping[str, Any], body: str) -> str:
    """Return the text of a record file; `split_front_matter` gives the same values back."""
    post = frontmatter.Post(body, **dict(values))
    return str(frontmatter.dumps(post, handler=_Handler())).rstrip("\n") + "\n"


def nearest_line(path: KeyPath, lines: Mapping[KeyPath, int]) -> int:
    """Return the line of a path of keys, or of the longest part of it that has one."""
    for end in range(len(path), -1, -1):
        if path[:end] in lines:
            return lines[path[:end]]
    return 1
