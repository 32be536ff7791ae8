"""Items as plain text, in the heads that papers and portals print."""

from __future__ import annotations

from collections.abc import Callable

from tests.corpus.items import DocumentItem, NewsItem
from tests.corpus.portals import day, hour

Text = Callable[[NewsItem], str]


def _body(item: NewsItem) -> str:
    parts = [item.lead, *item.paragraphs]
    if item.subhead:
        parts.insert(2, item.subhead)
    return "\n\n".join(parts)


def published_on(item: NewsItem) -> str:
    views = f"\tLượt xem: {item.views}" if item.views is not None else ""
    return f"{item.title}\nNgày đăng: {day(item)} {hour(item)}{views}\n\n{_body(item)}\n\n{item.author}\n"


def weekday(item: NewsItem) -> str:
    names = ("Thứ 2", "Thứ 3", "Thứ 4", "Thứ 5", "Thứ 6", "Thứ 7", "Chủ nhật")
    from tests.corpus.portals import moment

    name = names[moment(item).weekday()]
    return (
        f"{item.section}\n\n{item.title}\n{name}, {day(item)} | {hour(item)}\n\n{_body(item)}\n\n"
        f"{item.author}\n"
    )


def dashed(item: NewsItem) -> str:
    return (
        f"{item.title}\n\n{day(item)} - {hour(item)}\n\n{_body(item)}\n\n{item.author}\n\n"
        "Chia sẻ bài viết\n\nBÌNH LUẬN\n"
    )


def byline(item: NewsItem) -> str:
    return f"{item.title}\n\n{item.author} {hour(item)}, {day(item)}\n\n{_body(item)}\n"


def updated(item: NewsItem) -> str:
    return (
        f"Cập nhật ngày:\n{day(item)}\n- Lượt xem:\n{item.views}\n{item.title}\n{item.lead}\n"
        + "\n".join(item.paragraphs)
        + "\n"
    )


TEXTS: dict[str, tuple[Text, frozenset[str]]] = {
    "ngay-dang": (published_on, frozenset({"author", "views", "hour"})),
    "thu-ngay": (weekday, frozenset({"section", "author", "hour"})),
    "gach": (dashed, frozenset({"author", "hour"})),
    "ten-gio": (byline, frozenset({"author", "hour"})),
    "cap-nhat": (updated, frozenset({"views"})),
}


def date_line(item: DocumentItem) -> str:
    year, month, day_ = item.date.split("-")
    shown = month if int(month) < 3 else str(int(month))
    return f"{item.place}, ngày {day_} tháng {shown} năm {year}"


KIND_NAMES = {
    "TB": "THÔNG BÁO",
    "QĐ": "QUYẾT ĐỊNH",
    "KH": "KẾ HOẠCH",
    "CĐ": "CÔNG ĐIỆN",
    "BC": "BÁO CÁO",
}


def document(item: DocumentItem) -> str:
    """The two columns flattened one below the other, as a copy from a page gives them."""
    left = [*item.superior, *item.issuer]
    lines = [*left, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", ""]
    lines += [f"Số: {item.number}"]
    if item.kind == "CV":
        lines += [item.title]
    lines += ["", date_line(item), ""]
    if item.kind != "CV":
        lines += [KIND_NAMES[item.kind], "", item.title, ""]
    if item.to:
        lines += [
            "Kính gửi:",
            *[f"- {one}{';' if one != item.to[-1] else '.'}" for one in item.to],
            "",
        ]
    for paragraph in item.paragraphs:
        lines += [paragraph, ""]
    for row in item.table:
        lines += [" | ".join(row)]
    lines += [
        "",
        "Nơi nhận:",
        *[f"- {one};" for one in item.recipients],
        f"- Lưu: {item.filing}.",
        "",
    ]
    lines += [*item.authority, item.position, "", item.name, ""]
    return "\n".join(lines)
