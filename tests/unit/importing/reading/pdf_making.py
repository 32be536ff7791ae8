"""Makes small PDF files byte by byte, with what no printing program makes on order."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from bantin.errors import ImportRefusedError
from bantin.importing.capture import Capture
from bantin.importing.reading.pdf.reader import read_pdf

WIDTH, HEIGHT = 595, 842
# Every glyph is half as wide as its font is high.
GLYPH = 0.5
WORDS = [
    (60, 700, "Sở Nội vụ nhận được công văn của một số địa phương đề nghị hướng"),
    (60, 680, "dẫn việc tính thời gian công tác của cán bộ không chuyên trách."),
]
JOINED = (
    "Sở Nội vụ nhận được công văn của một số địa phương đề nghị hướng dẫn việc tính thời gian công "
    "tác của cán bộ không chuyên trách."
)
ReadSheets = Callable[..., Capture]


@dataclass
class Stamp:
    """A signature field: its appearance shows text over the page.

    Attributes:
        rect: left, bottom, right, top.
        lines: of text.
        size: of the font.
    """

    rect: tuple[float, float, float, float]
    lines: list[str]
    size: float = 13
    subtype: str = "Widget"
    flags: int = 4


@dataclass
class Sheet:
    """A page.

    Attributes:
        texts: (left, base, text); or with font size, font name and painting mode.
        stamps: over it.
        drawing: other operators.
        pictures: (left, bottom, width, height) of a grey picture each.
        links: (rect, address).
        extra: entries of the page's dictionary.
    """

    texts: list[tuple[object, ...]] = field(default_factory=list)
    stamps: list[Stamp] = field(default_factory=list)
    drawing: str = ""
    pictures: list[tuple[float, float, float, float]] = field(default_factory=list)
    links: list[tuple[tuple[float, float, float, float], str]] = field(default_factory=list)
    extra: str = ""
    box: str = f"[0 0 {WIDTH} {HEIGHT}]"


class _Writer:
    def __init__(self) -> None:
        self.objects: list[bytes] = []
        self.codes: dict[str, int] = {}
        self.fonts: dict[str, int] = {}

    def add(self, body: bytes | str) -> int:
        self.objects.append(body if isinstance(body, bytes) else body.encode())
        return len(self.objects)

    def stream(self, data: bytes, entries: str = "") -> int:
        head = f"<< {entries} /Length {len(data)} >>\nstream\n".encode()
        return self.add(head + data + b"\nendstream")

    def font(self, name: str) -> int:
        if name not in self.fonts:
            self.fonts[name] = self.add(b"")
        return self.fonts[name]

    def show(self, text: str) -> str:
        """Return the hexadecimal codes of a text; every character gets its own code."""
        for char in text:
            self.codes.setdefault(char, len(self.codes) + 33)
        return "<" + "".join(f"{self.codes[char]:02x}" for char in text) + ">"

    def write_fonts(self) -> None:
        pairs = "\n".join(
            f"<{code:02x}> <{char.encode('utf-16-be').hex()}>" for char, code in self.codes.items()
        )
        cmap = self.stream(
            (
                "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
                "/CMapName /Made def /CMapType 2 def\n"
                "1 begincodespacerange <00> <ff> endcodespacerange\n"
                f"{len(self.codes)} beginbfchar\n{pairs}\nendbfchar\n"
                "endcmap end end"
            ).encode()
        )
        widths = " ".join(["500"] * 223)
        for name, number in self.fonts.items():
            self.objects[number - 1] = (
                f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /FirstChar 33 /LastChar 255 "
                f"/Widths [{widths}] /ToUnicode {cmap} 0 R /Encoding /WinAnsiEncoding >>"
            ).encode()


def make_pdf(*sheets: Sheet, trailer: str = "") -> bytes:
    """Return a PDF file of some pages."""
    out = _Writer()
    tree = out.add(b"")
    kids = [_add_page(out, sheet, tree) for sheet in sheets]
    out.write_fonts()
    listed = " ".join(f"{kid} 0 R" for kid in kids)
    out.objects[tree - 1] = f"<< /Type /Pages /Kids [{listed}] /Count {len(kids)} >>".encode()
    root = out.add(f"<< /Type /Catalog /Pages {tree} 0 R >>")
    data = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(out.objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start = len(data)
    data += f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n".encode()
    data += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    data += (
        f"trailer\n<< /Size {len(places) + 1} /Root {root} 0 R {trailer} >>\n"
        f"startxref\n{start}\n%%EOF\n"
    ).encode()
    return bytes(data)


def _add_page(out: _Writer, sheet: Sheet, tree: int) -> int:
    operators = [sheet.drawing]
    fonts: dict[str, int] = {}
    for item in sheet.texts:
        left, base, text, size, name, mode = (*item, *(13, "Times-Roman", 0)[len(item) - 3 :])
        fonts[str(name)] = out.font(str(name))
        operators.append(
            f"BT /{name} {size} Tf {mode} Tr {left} {base} Td {out.show(str(text))} Tj ET"
        )
    images = []
    for at, (left, bottom, width, height) in enumerate(sheet.pictures):
        operators.append(f"q {width} 0 0 {height} {left} {bottom} cm /P{at} Do Q")
        pixels = zlib.compress(bytes([60 + at]) * 200 * 150)
        images.append(
            out.stream(
                pixels,
                "/Type /XObject /Subtype /Image /Width 200 /Height 150 /ColorSpace /DeviceGray "
                "/BitsPerComponent 8 /Filter /FlateDecode",
            )
        )
    content = out.stream("\n".join(operators).encode())
    notes = [_add_stamp(out, stamp) for stamp in sheet.stamps]
    notes += [
        out.add(
            f"<< /Type /Annot /Subtype /Link /Rect [{_numbers(rect)}] "
            f"/A << /S /URI /URI ({address}) >> >>"
        )
        for rect, address in sheet.links
    ]
    named = " ".join(f"/{name} {number} 0 R" for name, number in fonts.items())
    shown = " ".join(f"/P{at} {number} 0 R" for at, number in enumerate(images))
    annots = " ".join(f"{number} 0 R" for number in notes)
    return out.add(
        f"<< /Type /Page /Parent {tree} 0 R /MediaBox {sheet.box} /Contents {content} 0 R "
        f"/Resources << /Font << {named} >> /XObject << {shown} >> >> /Annots [{annots}] "
        f"{sheet.extra} >>"
    )


def _add_stamp(out: _Writer, stamp: Stamp) -> int:
    """Add a field whose appearance is a form within a form, as signing programs write it."""
    left, bottom, right, top = stamp.rect
    box = f"[0 0 {right - left} {top - bottom}]"
    font = out.font("Times-Roman")
    resources = f"/Resources << /Font << /F {font} 0 R >> >>"
    lines = [
        f"BT /F {stamp.size} Tf 1 {2 + stamp.size * at} Td {out.show(line)} Tj ET"
        for at, line in enumerate(reversed(stamp.lines))
    ]
    kind = f"/Type /XObject /Subtype /Form /BBox {box}"
    inner = out.stream("\n".join(lines).encode(), f"{kind} {resources}")
    outer = out.stream(
        b"q 1 0 0 1 0 0 cm /N Do Q", f"{kind} /Resources << /XObject << /N {inner} 0 R >> >>"
    )
    sort = "/FT /Sig " if stamp.subtype == "Widget" else ""
    return out.add(
        f"<< /Type /Annot /Subtype /{stamp.subtype} {sort}/Rect [{_numbers(stamp.rect)}] "
        f"/F {stamp.flags} /AP << /N {outer} 0 R >> >>"
    )


def _numbers(rect: tuple[float, ...]) -> str:
    return " ".join(map(str, rect))


def read_made(folder: Path, *sheets: Sheet, seconds: float = 15.0) -> Capture:
    """Read a file made of some pages."""
    path = folder / "bai.pdf"
    path.write_bytes(make_pdf(*sheets))
    (capture,) = read_pdf(path, seconds)
    return capture


def texts(capture: Capture) -> list[str]:
    return [block.text for block in capture.blocks]


def refusal(tmp_path: Path, data: bytes) -> str:
    path = tmp_path / "bai.pdf"
    path.write_bytes(data)
    with pytest.raises(ImportRefusedError) as refused:
        list(read_pdf(path))
    return str(refused.value)
