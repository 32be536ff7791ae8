"""The words of portals around an article: sections, buttons, lists of other articles.

A line is compared as a whole, in folded form. Knows no article.
"""

from __future__ import annotations

import re

from bantin.text.fold import exact, fold

_SECTIONS = frozenset(
    fold(name.strip())
    for name in """
    tin tức; tin tức sự kiện; tin tức - sự kiện; tin tức & sự kiện; tin tức và sự kiện; thời sự;
    thời sự - chính trị; thời sự chính trị; chính trị; chính trị - xã hội; xã hội; kinh tế;
    kinh tế - xã hội; văn hóa; văn hóa - xã hội; văn hóa - thể thao; văn hóa - văn nghệ; thể thao;
    giáo dục; giáo dục - đào tạo; y tế; y tế - giáo dục; sức khỏe; đời sống; pháp luật;
    an ninh - quốc phòng; quốc phòng - an ninh; quân sự - quốc phòng; môi trường; du lịch;
    khoa học - công nghệ; khoa học công nghệ; chuyển đổi số; cải cách hành chính; nông nghiệp;
    nông thôn mới; xây dựng nông thôn mới; công nghiệp; thương mại; xây dựng đảng; đảng - đoàn thể;
    công tác đảng; đoàn thể; dân tộc - tôn giáo; quốc tế; thế giới; trong nước; trong tỉnh;
    tin trong tỉnh; tin trong nước; tin địa phương; tin hoạt động; hoạt động; tin tổng hợp;
    tin nổi bật; tin mới; tiêu điểm; sự kiện; thông báo; tin vắn; bình đẳng giới; trẻ em;
    lao động - việc làm; người có công; giảm nghèo; gương điển hình; người tốt, việc tốt;
    người tốt việc tốt; chỉ đạo điều hành; chỉ đạo, điều hành; hoạt động của lãnh đạo;
    hoạt động lãnh đạo; hoạt động của tỉnh; nghiên cứu - trao đổi; nghiên cứu trao đổi; phóng sự;
    bạn đọc; tin ảnh; video; an toàn giao thông; phòng chống thiên tai; tin chuyên ngành
    """.split(";")
)
_ABOUT_NEWS = re.compile(r"(?:tin|hoat dong|chuyen muc|chuyen de|ban tin)(?: \S+){1,4}")

_BUTTONS = re.compile(
    r"(?:"
    r"in ra|in (?:trang|bai)(?: (?:nay|viet))?|ban in|print|pdf|email|e-mail|gui (?:mail|email)"
    r"|gui (?:bai(?: viet)?|cho ban be|bai cho ban be)|luu bai viet(?: nay)?|luu bai"
    r"|(?:xem (?:voi )?)?co chu|co chu.*"
    r"|(?:(?:tang|giam|xem|phong to|thu nho|dat lai) co chu ?){1,4}|doc bai viet|"
    r"mac dinh(?: co chu)?|font(?: size)?|tuong phan|tu dong phat"
    r"|(?:nghe|doc) (?:bai viet|bai|bao in|bao noi)|nghe|tai ung dung|tai ve"
    r"|a[ +-]+a[ +-]{0,6}(?:a[ +-]{0,3})?|a[+-]?"
    r"|chia se(?: bai viet| len .{2,20}| qua .{2,20}| facebook| zalo)?|thich|like|share|tweet"
    r"|facebook|zalo|twitter"
    r"|google|google news|youtube|tiktok|linkedin|pinterest|copy link|sao chep lien ket"
    r"|(?:mail|facebook|google|zalo|twitter|pos|stwis|print|email|linkedin)"
    r"(?: (?:mail|facebook|google|zalo|twitter|pos|stwis|print|email|linkedin|\+))+"
    r"|theo doi .{2,40} tren(?: google news)?|quan tam|chi tiet(?: tin)?|xem them"
    r"|thu dien tu lien he so do trang|lien he|so do trang|dang nhap|trang chu"
    r"|(?:thu dien tu|lien he|so do trang|trang chu|dang nhap)"
    r"(?: (?:thu dien tu|lien he|so do trang|trang chu|dang nhap))+"
    r"|chao mung (?:ban|quy vi|quy khach).{0,20} (?:website|trang thong tin|cong thong tin).*"
    r"|xuat ban thong tin|asset publisher|hien thi noi dung(?: web)?|web content display"
    r"|noi dung web|truy cap noi dung luon|skip (?:ribbon commands|to (?:main )?content)"
    r"|open navigation|banner|no images|english|tieng viet"
    r"|0:00(?: / 0:00)?|\d{1,3}%|\.|,"
    r")"
)
# "PublishingPortal - Block_BanTin_Toolbar": a machine's names, joined by low lines.
_MACHINE_NAME = re.compile(
    r"(?:[A-Z][A-Za-z]{2,30} ?- ?)?[A-Za-z]{2,30}(?:_[A-Za-z0-9.]{2,30}){1,4}"
)
_COMMENTS = re.compile(
    r"(?:"
    r"(?:gui|viet|them)? ?binh luan(?: cua ban)?(?: \(\d+\)|: ?\d+)?|y kien(?: ban doc| cua ban)?"
    r"(?: \(\d+\))?|gui y kien|y kien phan hoi|phan hoi|\d+ binh luan|0 binh luan"
    r"|ban can dang nhap .*|vui long dang nhap .*|dang nhap de (?:binh luan|gui).*"
    r"|hay la nguoi dau tien .*|ma (?:bao mat|xac nhan|an toan)\*?|ho (?:va )?ten\*?|noi dung\*?"
    r"|ten cua ban\*?|gui di|nhap lai|huy"
    r"|tong so diem cua bai viet la.*|click de danh gia bai viet|danh gia bai viet.*"
    r"|xep hang(?: bai viet)?(?:: .{0,40})?|\d+ vote.*|rating:?.*|binh chon:?.*"
    r"|(?:quay lai|tro lai)(?: trang truoc)?|tro ve|(?:len |ve )?dau trang|len top|top|back to top"
    r"|\*? ?moi ban doc vao chuyen muc .*|(?:mot )?so lan xem:?.*|ban quyen thuoc .*|copyright.*"
    r"|©.*|powered by .*|tags?|tags? ?:.*|tu khoa(?: ?:.*)?|the ?:.*|cac tin da dua ngay:?"
    r"|thoi tiet|lien ket website|thong ke truy cap|so luot truy cap:?.*|dang truy cap:?.*"
    r"|(?:tong )?(?:so )?(?:luot )?truy cap(?: hom nay| trong (?:ngay|tuan|thang))?: ?\d.*"
    r"|(?:so )?(?:khach|nguoi) (?:online|truc tuyen|dang (?:online|truc tuyen|truy cap)): ?\d.*"
    r"|(?:dang )?(?:online|truc tuyen): ?\d.*"
    r")"
)
_LISTS = re.compile(
    r"(?:"
    r"(?:cac )?(?:tin|bai|bai viet|tin bai|tin, bai|tin tuc)(?: viet)?"
    r" (?:lien quan|khac|cung chuyen muc|cung loai|cu hon|moi hon|moi nhat|moi|doc nhieu|noi bat"
    r"|da dua|xem nhieu|cung tac gia|truoc|tiep theo|cung chu de)"
    r"|nhung tin (?:cu|moi) hon|cac (?:tin|bai) (?:da dua|truoc|tiep theo|moi hon|cu hon)"
    r"|cung chuyen muc|xem nhieu|doc nhieu(?: nhat)?|co the ban quan tam|ban co the quan tam"
    r"|theo dong su kien|xem tiep|doc them|tin doc nhieu|dang chu y|moi cap nhat"
    r"|danh muc|chuyen muc"
    r")(?: ?\(\d+\))? ?[:…]?\.{0,3}"
)


def is_section(text: str) -> bool:
    """Whether a line is the name of a section that many portals have."""
    folded = fold(text).strip(" .:")
    return folded in _SECTIONS or (
        len(folded) <= 40 and _ABOUT_NEWS.fullmatch(folded) is not None and not text.endswith(".")
    )


def is_button(text: str) -> bool:
    """Whether a line is a button of a page: "In ra", "Chia sẻ bài viết"."""
    folded = fold(text)
    if "co chu" in folded and "cỡ chữ" not in exact(text) and folded != text.lower():
        return False  # "Có chủ trương mới" is a sentence
    return len(text) <= 120 and (
        all(
            _BUTTONS.fullmatch(piece.strip(" :-|•") or ".") is not None
            for piece in folded.split("|")
        )
        or _MACHINE_NAME.fullmatch(text) is not None
    )


def ends_article(text: str) -> bool:
    """Whether a line stands only behind an article: "BÌNH LUẬN", "Từ khóa: …"."""
    return len(text) <= 300 and _COMMENTS.fullmatch(fold(text).strip(" :-|•")) is not None


def heads_list(text: str) -> bool:
    """Whether a line heads a list of other articles: "Tin liên quan"."""
    return len(text) <= 60 and _LISTS.fullmatch(fold(text).strip(" :-|•")) is not None
