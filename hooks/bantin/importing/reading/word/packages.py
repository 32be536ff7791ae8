"""Opens zipped office files within limits, and parses their XML without entities or network."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from lxml import etree

from bantin.errors import ImportRefusedError

# An element of XML: lxml has no types.
Element = Any

_MOST_MEMBERS = 5_000
# A tree of XML takes about ten times the bytes of its text.
_MAX_XML_BYTES = 24_000_000
_MAX_PICTURE_BYTES = 40_000_000
_MAX_ALL_BYTES = 160_000_000
_BROKEN = "tệp hỏng ({}); mở bằng Word hoặc LibreOffice, lưu lại rồi nhập"
_LOCKED = "tệp đặt mật khẩu; mở bằng Word hoặc LibreOffice, bỏ mật khẩu, lưu lại rồi nhập"


class OfficePackage:
    """A zipped office file; every member is unpacked on demand and within limits."""

    def __init__(self, data: bytes) -> None:
        """Open it.

        Raises:
            ImportRefusedError: it is broken, locked, or holds far more than a document does.
        """
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise ImportRefusedError(_BROKEN.format("gói nén không đọc được")) from error
        members = self._zip.infolist()
        if len(members) > _MOST_MEMBERS:
            raise ImportRefusedError(f"tệp có {len(members)} phần, không phải một văn bản thường")
        if any(member.flag_bits & 1 for member in members):
            raise ImportRefusedError(_LOCKED)
        self._members = {member.filename.lower(): member for member in members}
        self._left = _MAX_ALL_BYTES

    def __contains__(self, name: str) -> bool:
        """Tell whether a member is there; case does not matter."""
        return name.lower() in self._members

    @property
    def names(self) -> list[str]:
        """The members' names, in small letters."""
        return list(self._members)

    def read(self, name: str, limit: int = _MAX_PICTURE_BYTES) -> bytes:
        """Return a member's bytes; b"" where there is none.

        Raises:
            ImportRefusedError: it is broken or larger than the limit, whatever the zip's list says.
        """
        member = self._members.get(name.lower())
        if member is None:
            return b""
        try:
            with self._zip.open(member) as file:
                data = file.read(min(limit, self._left) + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as error:
            raise ImportRefusedError(_BROKEN.format(f"phần {name}")) from error
        except RuntimeError as error:
            raise ImportRefusedError(_LOCKED) from error
        self._left -= len(data)
        if len(data) > limit or self._left < 0:
            raise ImportRefusedError(
                f"tệp giải nén ra quá lớn (phần {name}), có thể là tệp gài; không nhập"
            )
        return data

    def parse(self, name: str) -> Element | None:
        """Return the root of a member of XML; None where there is none.

        Raises:
            ImportRefusedError: it is broken, too large, or declares entities.
        """
        data = self.read(name, _MAX_XML_BYTES)
        return parse_office_xml(data, name) if data else None


def parse_office_xml(data: bytes, name: str) -> Element:
    """Return the root of an XML text.

    Raises:
        ImportRefusedError: it is broken, or declares entities.
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ImportRefusedError(_BROKEN.format(f"phần {name}")) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise ImportRefusedError(
            f"tệp khai báo thực thể XML (phần {name}), có thể là tệp gài; không nhập"
        )
    return root


def local(element: Element) -> str:
    """Return an element's name without its namespace: strict and transitional OOXML agree on it."""
    tag = element.tag
    return _bare(tag) if isinstance(tag, str) else ""


@lru_cache(maxsize=2_000)
def _bare(name: str) -> str:
    return name.rpartition("}")[2]


def attribute(element: Element, name: str) -> str | None:
    """Return an attribute by its name without namespace; None without it."""
    value: str
    for key, value in element.attrib.items():
        if _bare(key) == name:
            return value
    return None


def child(element: Element | None, *path: str) -> Element | None:
    """Return the first descendant along a path of local names; None where one is missing."""
    for name in path:
        if element is None:
            return None
        for one in element:
            if local(one) == name:
                element = one
                break
        else:
            return None
    return element


def descendants(element: Element, name: str) -> Iterator[Element]:
    """Yield the descendants of a local name, in order."""
    return (one for one in element.iter() if local(one) == name)


def member_path(base: str, target: str) -> str:
    """Return the member that a relationship of `base` leads to; never outside the package."""
    if target.startswith("/"):
        return target.lstrip("/")
    return posixpath.normpath(posixpath.join(posixpath.dirname(base), target)).lstrip("/.")
