"""Family names of Viet Nam's peoples. Knows no text."""

from __future__ import annotations

from bantin.importing.names import SURNAMES

# Beside the common ones, which tell names of places from names of people.
_MORE = (
    "Phương|Lường|Sầm|Ngụy|Lã|Mẫn|Chử|Cấn|Khuất|Tòng|Tráng|Hờ|Mùa|Vừ|Thò|Hạng|Lầu|Ly|Cháng|Tẩn|"
    "Phàn|Chẻo|Lù|Đèo|Điêu|Bàn|Uông|Kha|Lộc|Nhâm|Mầu|Tiêu|Nhan|Xồng|Pờ|Poòng|Chảo|Hầu|Thền|Sín|"
    "Ksor|Siu|Kpă|Nay|Rmah|Rah|Hồ|Tôn|Trang|Thiều|Ứng|Lều|Thẩm|Diệp|Khúc|Giản|Tưởng|Mã|Ngũ|Bá|"
    "Vòng|Sử|Nhữ|Đồ|Khương|Đới|Liêu|Thi|Lục|Xa|Lỳ|Thao|Mạch"
)
_ALL = f"{SURNAMES}|{_MORE}"
# "Ông" is a family name too; before another one it is an address.
FAMILY_NAMES = f"(?!Ông (?:{_ALL}) )(?:{_ALL})"
