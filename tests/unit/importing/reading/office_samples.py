"""Makes office files for tests, part by part, and reads them."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

from bantin.importing.capture import Capture

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NAMESPACES = (
    f'xmlns:w="{W}" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATED = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_ROOTS = {
    "styles": "styles",
    "numbering": "numbering",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "header": "hdr",
    "footer": "ftr",
}
NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"


def p(text: str, properties: str = "", run: str = "") -> str:
    """Return a paragraph of one run."""
    words = text.replace("&", "&amp;").replace("<", "&lt;")
    return (
        f"<w:p><w:pPr>{properties}</w:pPr>"
        f'<w:r><w:rPr>{run}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r></w:p>'
    )


def fonts(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}"/>'


def table(rows: list[list[str]], properties: str = "") -> str:
    """Return a table; a cell is text, or blocks."""
    cells = [[cell if cell.startswith("<w:") else p(cell) for cell in row] for row in rows]
    body = "".join(
        "<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in row) + "</w:tr>" for row in cells
    )
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{body}</w:tbl>"


RULED = (
    "<w:tblBorders>"
    + "".join(f'<w:{side} w:val="single"/>' for side in ("left", "insideH", "insideV"))
    + "</w:tblBorders>"
)


def docx(
    path: Path,
    body: str,
    *,
    parts: dict[str, str] | None = None,
    files: dict[str, bytes] | None = None,
    links: dict[str, str] | None = None,
    inside: dict[str, str] | None = None,
) -> Path:
    """Write a DOCX file.

    Args:
        path: of the file.
        body: blocks of the body.
        parts: content of other parts: "styles", "numbering", "footnotes", "header", "footer" …
        files: other members, by name below word/; each is related by its name.
        links: targets outside the file, by id.
        inside: targets inside it that are not there, by id.
    """
    relations = []
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", _TYPES)
        package.writestr(
            "_rels/.rels",
            f'<Relationships {_RELATED}><Relationship Id="r1" Type="{_KINDS}/officeDocument" '
            'Target="word/document.xml"/></Relationships>',
        )
        document = f"<w:document {_NAMESPACES}><w:body>{body}</w:body></w:document>"
        package.writestr("word/document.xml", document)
        for kind, content in (parts or {}).items():
            root = _ROOTS[kind]
            xml = f"<w:{root} {_NAMESPACES}>{content}</w:{root}>"
            package.writestr(f"word/{kind}.xml", xml)
            relations.append(
                f'<Relationship Id="{kind}" Type="{_KINDS}/{kind}" Target="{kind}.xml"/>'
            )
        for name, data in (files or {}).items():
            package.writestr(f"word/{name}", data)
            relations.append(f'<Relationship Id="{name}" Type="{_KINDS}/image" Target="{name}"/>')
        for key, target in (inside or {}).items():
            relations.append(f'<Relationship Id="{key}" Type="{_KINDS}/image" Target="{target}"/>')
        for key, target in (links or {}).items():
            relations.append(
                f'<Relationship Id="{key}" Type="{_KINDS}/hyperlink" Target="{target}" '
                'TargetMode="External"/>'
            )
        rels = f"<Relationships {_RELATED}>{''.join(relations)}</Relationships>"
        package.writestr("word/_rels/document.xml.rels", rels)
    return path


def drawing(name: str, alt: str = "") -> str:
    """Return a paragraph with an inline picture."""
    return (
        f'<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="a" descr="{alt}"/>'
        f'<a:graphic><a:blip r:embed="{name}"/></a:graphic></wp:inline></w:drawing></w:r></w:p>'
    )


def text_box(text: str) -> str:
    """Return a run that holds a text box twice: the drawing and its fallback."""
    content = f"<w:txbxContent>{p(text)}</w:txbxContent>"
    return (
        "<w:r><mc:AlternateContent>"
        f'<mc:Choice Requires="wps"><w:drawing><wps:txbx>{content}</wps:txbx></w:drawing>'
        "</mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{content}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def png(shade: int = 0) -> bytes:
    """Return a small picture; another shade makes another one."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", check)

    rows = b"".join(b"\0" + bytes([shade]) * 8 for _ in range(8))
    head = struct.pack(">IIBBBBB", 8, 8, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def bomb(megabytes: int) -> bytes:
    """Return XML of a paragraph that packs to next to nothing."""
    text = io.BytesIO()
    text.write(f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>'.encode())
    text.write(b"a" * megabytes * 1_000_000)
    text.write(b"</w:t></w:r></w:p></w:body></w:document>")
    return text.getvalue()


def only(reader: Callable[[Path], Iterator[Capture]], path: Path) -> Capture:
    """Return the one item of a file."""
    (capture,) = reader(path)
    return capture


def shown(capture: Capture) -> list[tuple[str, int]]:
    """Return (text, column) of each block."""
    return [(block.text, block.column) for block in capture.blocks]


def texts(capture: Capture) -> list[str]:
    return [block.text for block in capture.blocks]
