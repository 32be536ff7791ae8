"""Words that pages of tests share, and how a page is put together."""

from __future__ import annotations

from dataclasses import dataclass

TITLES = (
    "Xã Mường Giôn họp Ban Chỉ đạo chuyển đổi số quý I",
    "Nậm Pồ làm việc với đoàn kiểm tra cải cách hành chính",
    "Trường Tà Xùa kỷ niệm ngày Nhà giáo Việt Nam",
)
LEADS = (
    "Sáng 12/3, Ban Chỉ đạo chuyển đổi số xã Mường Giôn tổ chức phiên họp thường kỳ.",
    "Ngày 5/10, Ủy ban nhân dân huyện Nậm Pồ làm việc với đoàn kiểm tra của tỉnh.",
    "Chiều 20/11, trường Trung học cơ sở Tà Xùa kỷ niệm ngày Nhà giáo Việt Nam.",
)
MIDDLES = (
    "Đồng chí Lò Văn Thắng, Phó Chủ tịch UBND xã, chủ trì cuộc họp và nêu các việc cần làm "
    "trong quý tới.",
    "Theo báo cáo, đến nay có 14 trên 17 bản đã có tổ công nghệ cộng đồng hoạt động đều đặn "
    "hằng tuần.",
    "Các đại biểu thảo luận về kinh phí, đường truyền và việc tập huấn cho cán bộ bản.",
)
ENDS = (
    "Cuộc họp thống nhất báo cáo kết quả trước ngày 30/4.",
    "Kết thúc buổi làm việc, hai bên ký biên bản ghi nhớ.",
    "Dịp này, nhà trường tặng quà cho 20 học sinh có hoàn cảnh khó khăn.",
)
_MENU = "".join(
    f"<li><a href='/{name}'>{name}</a></li>"
    for name in ("Trang chủ", "Giới thiệu", "Tin tức - Sự kiện", "Văn bản chỉ đạo", "Liên hệ")
)
_OTHERS = (
    "Bản Phiêng Ban khánh thành nhà văn hóa cộng đồng mới",
    "Huyện đoàn ra quân tình nguyện mùa hè năm nay",
    "Hội Nông dân xã tập huấn trồng cà phê ghép",
    "Công an xã tuyên truyền phòng chống lừa đảo qua mạng",
)
_PARTS = {
    "@MENU@": f"<ul class='menu'>{_MENU}</ul>",
    "@REL@": "".join(
        f"<li><a href='/tin-{at}.html'>{title}</a> <span>(0{at}/04/2026)</span></li>"
        for at, title in enumerate(_OTHERS, start=1)
    ),
    "@HEAD@": "<div id='header'><div class='logo'><a href='/'><img src='logo.png'></a></div>"
    "<div class='today'>Thứ hai, 30/11/2026 | 08:15</div></div>",
    "@FOOT@": "<div id='footer'><p>Cổng thông tin điện tử huyện Nậm Pồ. Giấy phép số 12/GP-TTĐT "
    "ngày 03/02/2019</p><p>Lượt truy cập: 1.234.567 - Đang xem: 12</p></div>",
    **{f"@T{at}@": words for at, words in enumerate(TITLES)},
    **{f"@F{at}@": words for at, words in enumerate(LEADS)},
    **{f"@M{at}@": words for at, words in enumerate(MIDDLES)},
    **{f"@L{at}@": words for at, words in enumerate(ENDS)},
}


@dataclass(frozen=True, slots=True)
class SavedItem:
    """A page and what must come of it; a key of `expected` that is missing must be left open."""

    name: str
    system: str
    html: str
    expected: dict[str, str]


def fill(text: str) -> str:
    for mark, words in _PARTS.items():
        text = text.replace(mark, words)
    return text


def make_item(name: str, system: str, head: str, body: str, expected: dict[str, str]) -> SavedItem:
    html = (
        f"<!DOCTYPE html>\n<html lang='vi'><head><meta charset='utf-8'>{head}</head>"
        f"<body>{body}</body></html>"
    )
    return SavedItem(name, system, fill(html), {key: fill(text) for key, text in expected.items()})
