"""Captured texts in the shape portals give them; people and events are made up."""

from __future__ import annotations

from bantin.importing.capture import Capture
from bantin.importing.reading.plain_text import clean_capture

NBSP = "\u00a0"

NEWS = f"""TIN HOẠT ĐỘNG

Ban Vì sự tiến bộ của phụ nữ tỉnh sơ kết 6 tháng đầu năm, bàn việc 6 tháng cuối năm 2019
cms-publish-date 04/07/2019 | 02:15 {NBSP}|{NBSP}cms-view-count: 1207

Sáng ngày 4/7, tại Hội trường lớn, UBND tỉnh mở cuộc họp Ban vì sự tiến bộ của phụ nữ {NBSP}\
(VSTBCPN) tỉnh. Đồng chí Bùi Thị Mẫu, TUV, Phó Chủ tịch UBND tỉnh, Trưởng Ban Vì sự tiến bộ của \
phụ nữ tỉnh và đồng chí Cao Văn Thử, Giám đốc Sở Nội vụ đồng chủ trì cuộc họp.

Nửa năm qua có 12 xã được kiểm tra; việc bình đăng giới được chú ý hơn.

Giám đốc Sở Nội vụ Cao Văn Thử trao quà cho nguyên Trưởng ban Vì{NBSP}sự tiến bộ phụ nữ tỉnh \
Đào Thị Ví Dụ

Kết thúc cuộc họp, đồng chí Bùi Thị Mẫu, Phó Chủ tịch UBND tỉnh giao các sở, ngành làm tiếp phần \
việc còn lại theo kế hoạch của Tỉnh ủy...

T.H"""

NOTICE = f"""</xml
UBND TỈNH BẾN TRE CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
VĂN PHÒNG Độc lập - Tự do - Hạnh phúc


Số: 77/TB-VP Bến Tre, ngày 09 tháng 01 năm 2015

THÔNG BÁO

Kết luận của Phó Chủ tịch UBND tỉnh Lê Văn Nháp tại cuộc họp tổng kết công tác Ban Vì sự tiến bộ \
phụ nữ tỉnh năm 2014 và phương hướng quý I năm 2015

{NBSP}

Ngày 06 tháng 01 năm 2015, tại Nhà khách tỉnh, Phó Chủ tịch UBND tỉnh Lê Văn Nháp chủ trì cuộc \
họp tổng kết công tác Ban Vì sự tiến bộ phụ nữ tỉnh năm 2014. Tham dự cuộc họp có lãnh đạo các \
sở, ngành và đại diện Hội Liên hiệp phụ nữ tỉnh.

Sau khi nghe Sở Lao động, Thương binh và Xã hội trình bày, Phó {NBSP}Chủ tịch UBND tỉnh Lê Văn \
Nháp kết luận:

1. Giao Sở Lao động, Thương binh và Xã hội soạn kế hoạch, xong trước ngày 15/02/2015.

{NBSP}2. Đề nghị Hội Liên hiệp phụ nữ tỉnh góp ý kiến.

Văn phòng UBND tỉnh xin báo để các đơn vị biết, thực hiện./.

{NBSP}

Nơi nhận:

- Thành viên Ban VSTBPN tỉnh;

- Như phần kết luận;

- Lưu: VT, TH.

{NBSP}

KT. CHÁNH VĂN PHÒNG

PHÓ CHÁNH VĂN PHÒNG

ã ký)

{NBSP}

Võ Thị Tạm"""


def capture_of(text: str, name: str = "bai.txt") -> Capture:
    """Clean a text as if it had been captured in a file."""
    return clean_capture(name, text.encode())
