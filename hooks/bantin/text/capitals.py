"""Capital letters of Vietnamese, and family names, which tell persons from places."""

from __future__ import annotations

UPPER = "".join(char for char in map(chr, range(0x41, 0x1EFA)) if char.isupper())
SURNAMES = (
    "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Tôn|Đinh|Trương|"
    "Đoàn|Đào|Mai|Cao|Lương|Lưu|Trịnh|Hà|Tô|Tạ|Châu|Quách|La|Vương|Thái|Lâm|Tăng|Kiều|Từ|Chu|"
    "Khổng|Phùng|Triệu|Lục|Nông|Ma|Vi|Lò|Cầm|Quàng|Sùng|Giàng|Thào|Vàng|Hạ|Hứa|Đàm|Doãn|Thân|"
    "Viên|Mạc|Nghiêm|Thạch|Sơn|Danh|Điểu|Đồng|Quản|Tống|Ninh|Ông|Đậu|Bế|Lại|Bạch|Kim|Văn|Âu|Cù|"
    "Giáp|Phí|Trà"
)
