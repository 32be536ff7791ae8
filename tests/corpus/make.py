"""Makes the files of the corpus with real tools, and their labels. By hand, where the tools are:

    python -m tests.corpus.make

LibreOffice writes ODT, RTF, DOC, PDF and HTML; Chromium saves pages and prints them; pdftotext
copies pages out. What it made lies in tests/corpus/files/, for tests anywhere.
"""

from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
import tempfile
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import sync_playwright

from tests.browser.chromium import LAUNCH_ARGS, ensure_chromium
from tests.corpus import office, texts
from tests.corpus.items import DOCUMENTS, NEWS, DocumentItem, NewsItem
from tests.corpus.portals import LAYOUTS, day, hour

FILES = Path(__file__).parent / "files"
LABELS = FILES / "labels.json"
ALL = frozenset({"section", "author", "views", "hour", "caption", "tags"})


class Corpus:
    """The files and their labels, as they are made."""

    def __init__(self) -> None:
        self.labels: dict[str, list[dict[str, Any]]] = {}
        shutil.rmtree(FILES, ignore_errors=True)
        FILES.mkdir()

    def add(self, name: str, data: bytes | str, labels: Iterable[dict[str, Any]]) -> Path:
        path = FILES / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        self.labels[name] = list(labels)
        return path


def label_news(item: NewsItem, shown: frozenset[str]) -> dict[str, Any]:
    """Return what a record of the item must hold, as far as this layout shows it."""
    label: dict[str, Any] = {
        "form": "news",
        "title": item.title,
        "date": item.date if "hour" in shown else item.date[:10],
        "lead": item.lead,
        "paragraphs": [*item.paragraphs, *([item.subhead] if item.subhead else [])],
        "author": item.author if "author" in shown else None,
        "views": item.views if "views" in shown else None,
        "section": item.section if "section" in shown else None,
        "captions": [item.caption] if item.caption and "caption" in shown else [],
        "chairs": list(item.chairs),
        "meeting": item.meeting or None,
    }
    return label


def label_document(item: DocumentItem, **changes: Any) -> dict[str, Any]:
    label: dict[str, Any] = {
        "form": "document",
        "title": item.title,
        "date": item.date,
        "kind": item.kind,
        "number": item.number,
        "place": item.place,
        "issuer": item.issuer_slug or None,
        "authority": list(item.authority),
        "position": item.position,
        "name": item.name,
        "recipients": list(item.recipients),
        "filing": item.filing,
        "to": list(item.to),
        "paragraphs": list(item.paragraphs),
        "cells": [cell for row in item.table for cell in row],
        "chairs": list(item.chairs),
        "meeting": item.meeting or None,
    }
    return {**label, **changes}


def photo() -> bytes:
    kept = io.BytesIO()
    picture = Image.new("RGB", (640, 360), "#476a8c")
    for x in range(0, 640, 40):
        picture.paste("#d9b45b", (x, 180 + x // 8, x + 20, 360))
    picture.save(kept, "PNG", optimize=True)
    return kept.getvalue()


def convert(path: Path, ending: str, more: str = "", language: str = "") -> bytes:
    """Return a file in another format, by LibreOffice."""
    with tempfile.TemporaryDirectory() as folder:
        # Cells of a CSV: commas, double quotes, UTF-8, dates as in a language.
        reading = [f"--infilter=CSV:44,34,76,1,,{language},false,true"] if language else []
        subprocess.run(
            [
                *(
                    "soffice",
                    *reading,
                    f"-env:UserInstallation=file://{folder}/profile",
                    "--headless",
                ),
                *("--convert-to", f"{ending}{more}", "--outdir", folder, str(path)),
            ],
            check=True,
            capture_output=True,
        )
        return (Path(folder) / f"{path.stem}.{ending}").read_bytes()


def make_pages(corpus: Corpus) -> None:
    """Two items in each portal's layout: one page of each system is saved by Chromium."""
    for at, (system, (layout, shown)) in enumerate(LAYOUTS.items()):
        for step in (0, 1):
            item = NEWS[(at + 3 * step) % len(NEWS)]
            if system in ("sharepoint-a", "sharepoint-b", "chinhphu", "mojo") and not hour(item):
                item = NEWS[0]
            name = f"html/{system}-{item.key}.html"
            label = label_news(item, shown)
            if system == "chinhphu":  # it prints the agency before the lead
                label["lead"] = f"(Mẫu.vn) - {label['lead']}"
            corpus.add(name, layout(item), [label])
            (FILES / "html" / "anh_files").mkdir(exist_ok=True)
            (FILES / "html" / "anh_files" / "anh-bai.png").write_bytes(photo())
    with sync_playwright() as playwright:
        executable = ensure_chromium(Path(playwright.chromium.executable_path))
        browser = playwright.chromium.launch(executable_path=executable, args=list(LAUNCH_ARGS))
        for system, item in (("nukeviet", NEWS[2]), ("liferay", NEWS[4])):
            layout, shown = LAYOUTS[system]
            page = browser.new_page()
            page.set_content(layout(item))
            session = page.context.new_cdp_session(page)
            saved = session.send("Page.captureSnapshot", {"format": "mhtml"})["data"]
            corpus.add(f"html/{system}-{item.key}.mhtml", saved, [label_news(item, shown)])
        layout, shown = LAYOUTS["wordpress"]
        page = browser.new_page()
        page.set_content(layout(NEWS[0]))
        saved = page.content()
        corpus.add("html/wordpress-luu.html", saved, [label_news(NEWS[0], shown)])
        for key in ("tb-ben-xe", "cv-quy-hoach", "kh-nuoc-sach"):
            item = next(one for one in DOCUMENTS if one.key == key)
            path = FILES / "docx" / f"mot-hang-{key}.docx"
            page = browser.new_page()
            page.set_content(convert(path, "html", ":HTML (StarWriter)").decode("utf-8", "replace"))
            corpus.add(f"pdf/chromium-{key}.pdf", page.pdf(format="A4"), [label_document(item)])
        browser.close()


def make_texts(corpus: Corpus) -> None:
    for at, (head, (write, shown)) in enumerate(texts.TEXTS.items()):
        timed = [item for item in NEWS if hour(item) and item.views and len(item.author) > 3]
        item = timed[at % len(timed)]
        label = label_news(item, shown)
        if head == "cap-nhat":
            label["paragraphs"] = list(item.paragraphs)
        corpus.add(f"txt/{head}.txt", write(item), [label])
    for item in DOCUMENTS:
        corpus.add(f"txt/{item.key}.txt", texts.document(item), [label_document(item)])
    item = NEWS[1]
    text = texts.published_on(item)
    label = label_news(item, texts.TEXTS["ngay-dang"][1])
    corpus.add("txt/nfd.txt", unicodedata.normalize("NFD", text), [label])
    corpus.add("txt/utf16.txt", text.encode("utf-16"), [label])
    tcvn3 = office.legacy("tcvn3")(text).encode("cp1252", "replace")
    corpus.add("txt/tcvn3.txt", tcvn3, [label])
    corpus.add("txt/vni.txt", office.legacy("vni")(text).encode("cp1252", "replace"), [label])
    windows = unicodedata.normalize("NFC", text)
    corpus.add("txt/cp1258.txt", _cp1258(windows), [label])
    corpus.add("txt/mojibake.txt", _mojibake(text), [label])


def _cp1258(text: str) -> bytes:
    """Return a text in Windows-1258, whose tones stand behind their letters."""
    kept = bytearray()
    for char in text:
        try:
            kept += char.encode("cp1258")
        except UnicodeEncodeError:
            base, *tones = unicodedata.normalize("NFD", char)
            joined = unicodedata.normalize("NFC", base + "".join(t for t in tones if t in "̛̂̆"))
            rest = "".join(t for t in tones if t not in "̛̂̆")
            kept += (joined + rest).encode("cp1258")
    return bytes(kept)


def _mojibake(text: str) -> str:
    """Return UTF-8 that somebody read as Windows-1252, holes as Latin-1."""
    return "".join(
        bytes([byte]).decode("cp1252") if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else chr(byte)
        for byte in text.encode()
    )


def make_office(corpus: Corpus) -> None:
    heads = list(office.HEADS.items())
    for at, item in enumerate(DOCUMENTS):
        for name, head in (heads[at % 3], heads[1]) if at % 3 != 1 else (heads[1],):
            made = office.Office()
            head(item, made)
            corpus.add(f"docx/{name}-{item.key}.docx", made.save(), [label_document(item)])
    for font, encoding in ((".VnTime", "tcvn3"), ("VNI-Times", "vni")):
        for item in (DOCUMENTS[0], DOCUMENTS[3]):
            made = office.Office(font, office.legacy(encoding))
            office.two_rows(item, made)
            label = label_document(item)
            if encoding == "vni":
                # The old encoding has capitals of its own, but this writer made them small.
                label["case"] = "lost"
            corpus.add(f"docx/{encoding}-{item.key}.docx", made.save(), [label])
    with tempfile.TemporaryDirectory() as folder:
        shot = Path(folder) / "anh.png"
        shot.write_bytes(photo())
        for item in (NEWS[0], NEWS[3], NEWS[5]):
            made = office.Office()
            office.news(item, made, shot)
            shown = ALL - {"views", "tags"}
            label = label_news(item, shown)
            label["paragraphs"] = list(item.paragraphs)
            corpus.add(f"docx/tin-{item.key}.docx", made.save(), [label])
    for ending, more, keys in (
        ("odt", "", ("hai-hang-tb-ben-xe", "mot-hang-kh-nuoc-sach", "tin-nong-san")),
        ("rtf", "", ("hai-hang-tb-ben-xe", "mot-hang-cv-quy-hoach", "tcvn3-tb-ben-xe")),
        ("doc", "", ("hai-hang-tb-ben-xe", "mot-hang-bc-thu-chi")),
        (
            "pdf",
            "",
            (
                "hai-hang-tb-ben-xe",
                "mot-hang-cv-quy-hoach",
                "mot-hang-kh-nuoc-sach",
                "mot-hang-cd-mua-lu",
                "tin-nong-san",
            ),
        ),
        ("html", ":HTML (StarWriter)", ("hai-hang-tb-ben-xe", "mot-hang-qd-kien-toan")),
    ):
        for key in keys:
            path = next((FILES / "docx").glob(f"{key}.docx"), None)
            assert path, key
            corpus.add(
                f"{ending}/lo-{key}.{ending}",
                convert(path, ending, more),
                corpus.labels[f"docx/{key}.docx"],
            )
    for key in ("hai-hang-tb-ben-xe", "mot-hang-cd-mua-lu"):
        source = FILES / "pdf" / f"lo-{key}.pdf"
        if source.is_file():
            copied = subprocess.run(
                ["pdftotext", "-layout", str(source), "-"], check=True, capture_output=True
            ).stdout
            corpus.add(f"txt/chep-{key}.txt", copied, corpus.labels[f"docx/{key}.docx"])


def make_tables(corpus: Corpus) -> None:
    shown = ALL - {"caption", "tags"}
    labels = [label_news(item, shown) for item in NEWS]
    for label, item in zip(labels, NEWS, strict=True):
        label["paragraphs"] = list(item.paragraphs)
    rows = [
        [
            str(number),
            item.title,
            f"{day(item)} {hour(item)}".strip(),
            item.section,
            item.author,
            "" if item.views is None else str(item.views),
            item.lead,
            "\n".join(item.paragraphs),
        ]
        for number, item in enumerate(NEWS, start=1)
    ]
    head = [
        "Mã",
        "Tiêu đề",
        "Ngày đăng",
        "Chuyên mục",
        "Tác giả",
        "Lượt xem",
        "Tóm tắt",
        "Nội dung",
    ]
    kept = io.StringIO()
    csv.writer(kept).writerows([head, *rows])
    path = corpus.add("bang/tin.csv", kept.getvalue(), labels)
    corpus.add("bang/tin.xlsx", convert(path, "xlsx", language="1066"), labels)
    # Opened once where months stand before days: nobody can know what some dates were.
    turned = [
        {**label, "date": label["date"] if int(label["date"][8:10]) > 12 else None}
        for label in labels
    ]
    corpus.add("bang/tin-kieu-my.xlsx", convert(path, "xlsx", language="1033"), turned)
    listed = [dict(zip(head, row, strict=True)) for row in rows]
    corpus.add("bang/tin.json", json.dumps(listed, ensure_ascii=False, indent=1), labels)
    documents = [
        [
            "Số ký hiệu",
            "Ngày ban hành",
            "Loại văn bản",
            "Cơ quan ban hành",
            "Trích yếu",
            "Người ký",
            "Nội dung",
        ],
        *[
            [
                item.number,
                f"{item.date[8:]}/{item.date[5:7]}/{item.date[:4]}",
                texts.KIND_NAMES.get(item.kind, "Công văn").capitalize(),
                " ".join(item.issuer + item.superior)
                if item.superior and item.issuer == ("VĂN PHÒNG",)
                else " ".join(item.issuer),
                item.title.removeprefix("V/v "),
                item.name,
                "\n".join(item.paragraphs),
            ]
            for item in (DOCUMENTS[0], DOCUMENTS[2])
        ],
    ]
    kept = io.StringIO()
    csv.writer(kept, delimiter=";").writerows(documents)
    corpus.add(
        "bang/van-ban.csv",
        kept.getvalue().encode("utf-8-sig"),
        [
            label_document(
                item, place=None, authority=[], position=None, recipients=[], filing=None, cells=[]
            )
            for item in (DOCUMENTS[0], DOCUMENTS[2])
        ],
    )
    corpus.add("bang/tin.xml", wxr(NEWS), [label_news(item, shown - {"views"}) for item in NEWS])


def wxr(items: Iterable[NewsItem]) -> str:
    """Return an export of WordPress."""
    posts = "".join(
        f"<item><title><![CDATA[{item.title}]]></title><link>https://mau.example/{item.key}/</link>"
        f"<dc:creator><![CDATA[{item.author}]]></dc:creator>"
        f"<content:encoded><![CDATA[<p>{item.lead}</p>"
        + (f"<h3>{item.subhead}</h3>" if item.subhead else "")
        + "".join(f"<p>{text}</p>" for text in item.paragraphs)
        + f"]]></content:encoded><wp:post_id>{number}</wp:post_id>"
        f"<wp:post_date><![CDATA[{day(item)[6:]}-{item.date[5:7]}-{item.date[8:10]} "
        f"{hour(item) or '00:00'}:00]]></wp:post_date>"
        "<wp:status><![CDATA[publish]]></wp:status><wp:post_type><![CDATA[post]]></wp:post_type>"
        f'<category domain="category" nicename="x"><![CDATA[{item.section}]]></category></item>'
        for number, item in enumerate(items, start=101)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" '
        'xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Cổng Mẫu</title>'
        f"<wp:wxr_version>1.2</wp:wxr_version>{posts}</channel></rss>"
    )


def main() -> None:
    corpus = Corpus()
    make_texts(corpus)
    make_office(corpus)
    make_pages(corpus)
    make_tables(corpus)
    LABELS.write_text(json.dumps(corpus.labels, ensure_ascii=False, indent=1) + "\n", "utf-8")
    print(len(corpus.labels), "tệp,", sum(map(len, corpus.labels.values())), "bài")


if __name__ == "__main__":
    main()
