"""The items of the corpus, labelled before any of them was read. People and events are made up.

Each value is what a careful clerk would enter. Nothing here knows a format.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class NewsItem:
    """A news item. `date` is ISO, with the hour where one is printed."""

    key: str
    section: str
    title: str
    date: str
    lead: str
    paragraphs: tuple[str, ...]
    author: str = ""
    views: int | None = None
    caption: str = ""
    subhead: str = ""
    chairs: tuple[str, ...] = ()
    meeting: str = ""
    tags: tuple[str, ...] = ()


@dataclass(frozen=True)
class DocumentItem:
    """An official document; `superior` and `issuer` as printed, line by line."""

    key: str
    superior: tuple[str, ...]
    issuer: tuple[str, ...]
    issuer_slug: str
    number: str
    place: str
    date: str
    kind: str
    title: str
    paragraphs: tuple[str, ...]
    authority: tuple[str, ...]
    position: str
    name: str
    recipients: tuple[str, ...]
    filing: str
    to: tuple[str, ...] = ()
    chairs: tuple[str, ...] = ()
    meeting: str = ""
    table: tuple[tuple[str, ...], ...] = ()


NEWS = (
    NewsItem(
        key="duong-ven-song",
        section="Tin hoạt động",
        title="Tỉnh Bến Tre bàn tiến độ đường ven sông đoạn qua ba xã",
        date="2026-03-12T09:15",
        lead="Sáng 11/3, UBND tỉnh Bến Tre họp bàn tiến độ đường ven sông. Đồng chí Đoàn Văn Thử, "
        "Phó Chủ tịch UBND tỉnh chủ trì cuộc họp.",
        paragraphs=(
            "Đến nay, đoạn qua ba xã đã bàn giao 84% mặt bằng; còn 17 hộ chưa nhận tiền đền bù.",
            "Các đại biểu đề nghị sớm có khu tái định cư, bởi mùa mưa đã gần.",
            "Kết luận cuộc họp, đồng chí Đoàn Văn Thử yêu cầu các đơn vị xong phần móng trước "
            "ngày 30/6.",
        ),
        author="Trần Thị Nháp",
        views=1204,
        caption="Quang cảnh cuộc họp bàn tiến độ đường ven sông. Ảnh: T.N",
        chairs=("Đoàn Văn Thử",),
        meeting="2026-03-11",
        tags=("đường ven sông", "giao thông"),
    ),
    NewsItem(
        key="nuoc-sach",
        section="Đời sống",
        title="Thêm 1.250 hộ ở vùng cao Sơn La có nước sạch",
        date="2025-11-04T14:05",
        lead="Chiều 3/11, hai công trình nước sạch ở vùng cao tỉnh Sơn La được đưa vào dùng.",
        paragraphs=(
            "Công trình thứ nhất lấy nước từ khe, dẫn về bể chứa 200 m³ rồi chia cho các bản.",
            "Công trình thứ hai lọc nước giếng khoan; mỗi ngày cấp được 450 m³.",
            "Người dân góp ngày công đào đường ống, nên chi phí giảm gần một phần tư.",
        ),
        author="Lò Thị Ví Dụ",
        views=87,
        subhead="Dân góp công, nhà nước góp ống",
    ),
    NewsItem(
        key="chuyen-doi-so",
        section="Thông tin chỉ đạo điều hành",
        title="Ban Chỉ đạo chuyển đổi số tỉnh Hậu Giang họp phiên thứ hai",
        date="2024-05-21T16:40",
        lead="Chiều 21.5, Ban Chỉ đạo chuyển đổi số tỉnh Hậu Giang họp phiên thứ hai dưới sự chủ trì "
        "của đồng chí Võ Thị Tạm - Chủ tịch UBND tỉnh.",
        paragraphs=(
            "Báo cáo tại phiên họp cho biết 92% hồ sơ được nộp qua mạng, tăng 11 điểm so với cùng kỳ.",
            "Ba xã chưa có điểm truy cập công cộng; cơ quan chuyên môn hẹn lắp xong trong quý III.",
        ),
        author="M.H",
        views=315,
        chairs=("Võ Thị Tạm",),
        meeting="2024-05-21",
    ),
    NewsItem(
        key="truong-hoc",
        section="Giáo dục",
        title="Huyện Mỏ Cày Nam sửa xong bốn điểm trường trước năm học mới",
        date="2023-08-28",
        lead="Bốn điểm trường ở huyện Mỏ Cày Nam đã được sửa xong, kịp đón học sinh ngày 5/9.",
        paragraphs=(
            "Mái tôn cũ được thay bằng mái lạnh; sân trường nâng cao thêm 30 cm để khỏi ngập.",
            "Kinh phí 3,6 tỷ đồng lấy từ nguồn sự nghiệp giáo dục của huyện.",
        ),
        author="Bùi Thử",
        views=64,
        caption="Một góc sân trường sau khi được nâng nền.",
    ),
    NewsItem(
        key="phong-chay",
        section="An ninh trật tự",
        title="Diễn tập chữa cháy rừng tại vườn quốc gia",
        date="2026-02-09T07:30",
        lead="Ngày 8/2, lực lượng kiểm lâm cùng dân quân diễn tập chữa cháy rừng theo tình huống giả định.",
        paragraphs=(
            "Đám cháy giả định rộng 2 ha, gió cấp 4. Sau 55 phút các mũi đã khống chế được lửa.",
            "Ban tổ chức rút kinh nghiệm về đường vận chuyển nước lên đỉnh dốc.",
            "Năm ngoái, toàn vùng xảy ra 6 vụ cháy nhỏ, không có thiệt hại về người.",
        ),
        author="NGUYỄN MẪU",
    ),
    NewsItem(
        key="nong-san",
        section="Kinh tế",
        title="Giá cam sành tăng nhẹ, nhà vườn vẫn dè dặt",
        date="2022-12-19T10:02",
        lead="Giá cam sành tại vườn tuần này ở mức 9.500 đồng/kg, tăng 700 đồng so với tuần trước.",
        paragraphs=(
            "Theo ngành nông nghiệp, diện tích cam toàn vùng giảm 340 ha do chuyển sang cây khác.",
            "Nhà vườn mong có thêm hợp đồng bao tiêu trước vụ Tết.",
        ),
        author="Trang Lê",
        views=2210,
        subhead="Đầu ra chưa chắc",
    ),
)


def _notice(**changes: object) -> DocumentItem:
    values: dict[str, object] = {
        "key": "tb-ben-xe",
        "superior": ("UBND TỈNH SƠN LA",),
        "issuer": ("VĂN PHÒNG",),
        "issuer_slug": "van-phong-ubnd-tinh-son-la",
        "number": "21/TB-VP",
        "place": "Sơn La",
        "date": "2026-03-10",
        "kind": "TB",
        "title": "Kết luận của Chủ tịch UBND tỉnh tại cuộc họp về bến xe liên tỉnh",
        "paragraphs": (
            "Ngày 05 tháng 3 năm 2026, tại Nhà khách tỉnh, đồng chí Cầm Văn Nháp, Chủ tịch UBND tỉnh "
            "chủ trì cuộc họp về bến xe liên tỉnh. Sau khi nghe báo cáo, đồng chí kết luận:",
            "1. Giao Sở Xây dựng rà soát quy hoạch bến xe, báo cáo UBND tỉnh trước ngày 31/5/2026.",
            "2. Giao Sở Tài chính tham mưu bố trí vốn, hoàn thành trước ngày 15/4/2026.",
            "Văn phòng UBND tỉnh thông báo để các đơn vị biết, thực hiện./.",
        ),
        "authority": ("KT. CHÁNH VĂN PHÒNG",),
        "position": "PHÓ CHÁNH VĂN PHÒNG",
        "name": "Lò Văn Thử",
        "recipients": ("Các sở, ngành", "UBND các xã, phường"),
        "filing": "VT, KT",
        "chairs": ("Cầm Văn Nháp",),
        "meeting": "2026-03-05",
    }
    return DocumentItem(**{**values, **changes})  # type: ignore[arg-type]


DOCUMENTS = (
    _notice(),
    _notice(
        key="cv-quy-hoach",
        superior=(),
        issuer=("ỦY BAN NHÂN DÂN", "TỈNH SƠN LA"),
        issuer_slug="ubnd-tinh-son-la",
        number="812/UBND-KT",
        date="2026-04-02",
        kind="CV",
        title="V/v rà soát quy hoạch các bến xe trên địa bàn tỉnh",
        to=("Các Sở: Xây dựng, Tài chính", "UBND các xã, phường"),
        paragraphs=(
            "Chủ tịch UBND tỉnh có ý kiến chỉ đạo như sau:",
            "1. Giao Sở Xây dựng chủ trì rà soát quy hoạch các bến xe.",
            "2. UBND các xã, phường phối hợp thực hiện./.",
        ),
        authority=("KT. CHỦ TỊCH",),
        position="PHÓ CHỦ TỊCH",
        recipients=("Như trên",),
        chairs=(),
        meeting="",
    ),
    _notice(
        key="qd-kien-toan",
        superior=(),
        issuer=("ỦY BAN NHÂN DÂN", "TỈNH BẾN TRE"),
        issuer_slug="ubnd-tinh-ben-tre",
        number="1450/QĐ-UBND",
        place="Bến Tre",
        date="2024-06-18",
        kind="QĐ",
        title="Về việc kiện toàn Ban Chỉ đạo phòng thủ dân sự tỉnh",
        paragraphs=(
            "Căn cứ Luật Tổ chức chính quyền địa phương;",
            "Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 211/TTr-SNV,",
            "QUYẾT ĐỊNH:",
            "Điều 1. Kiện toàn Ban Chỉ đạo phòng thủ dân sự tỉnh gồm 21 thành viên.",
            "Điều 2. Giao Bộ Chỉ huy Quân sự tỉnh là cơ quan thường trực.",
            "Điều 3. Quyết định này có hiệu lực từ ngày ký./.",
        ),
        authority=(),
        position="CHỦ TỊCH",
        name="Võ Văn Tạm",
        recipients=("Như Điều 3", "Bộ Nội vụ"),
        filing="VT, NC",
        chairs=(),
        meeting="",
    ),
    _notice(
        key="kh-nuoc-sach",
        superior=("UBND TỈNH HẬU GIANG",),
        issuer=("SỞ Y TẾ",),
        issuer_slug="so-y-te-tinh-hau-giang",
        number="77/KH-SYT",
        place="Hậu Giang",
        date="2023-02-07",
        kind="KH",
        title="Kiểm tra chất lượng nước sinh hoạt nông thôn năm 2023",
        paragraphs=(
            "I. MỤC ĐÍCH",
            "Nắm chất lượng nước ở các trạm cấp nước nông thôn.",
            "II. NỘI DUNG",
            "1. Lấy mẫu tại 36 trạm, mỗi quý một lần.",
            "2. Công bố kết quả trên trang thông tin của Sở.",
            "III. TỔ CHỨC THỰC HIỆN",
            "Trung tâm Kiểm soát bệnh tật chủ trì; báo cáo trước ngày 20 tháng cuối quý./.",
        ),
        authority=("KT. GIÁM ĐỐC",),
        position="PHÓ GIÁM ĐỐC",
        name="Đào Thị Mẫu",
        recipients=("UBND tỉnh", "Trung tâm Y tế các huyện"),
        filing="VT, NVY",
        chairs=(),
        meeting="",
        table=(
            ("Quý", "Số trạm", "Số mẫu"),
            ("I", "36", "72"),
            ("II", "36", "70"),
        ),
    ),
    _notice(
        key="cd-mua-lu",
        superior=(),
        issuer=("CHỦ TỊCH ỦY BAN NHÂN DÂN", "TỈNH SƠN LA"),
        issuer_slug="",
        number="05/CĐ-UBND",
        date="2025-07-24",
        kind="CĐ",
        title="Về việc chủ động ứng phó mưa lũ, sạt lở đất",
        to=("Chủ tịch UBND các xã, phường", "Giám đốc các Sở"),
        paragraphs=(
            "Theo dự báo, từ ngày 25/7 có mưa to trên diện rộng. Chủ tịch UBND tỉnh yêu cầu:",
            "1. Các xã, phường sơ tán người dân khỏi nơi sạt lở trước 17 giờ ngày 25/7.",
            "2. Sở Nông nghiệp và Môi trường trực ban 24/24 giờ./.",
        ),
        authority=(),
        position="CHỦ TỊCH",
        name="Cầm Văn Nháp",
        recipients=("Như trên", "Đài Phát thanh và Truyền hình tỉnh"),
        filing="VT",
        chairs=(),
        meeting="",
    ),
    _notice(
        key="bc-thu-chi",
        superior=("UBND HUYỆN MỎ CÀY NAM",),
        issuer=("PHÒNG TÀI CHÍNH - KẾ HOẠCH",),
        issuer_slug="",
        number="39/BC-TCKH",
        place="Mỏ Cày Nam",
        date="2022-10-05",
        kind="BC",
        title="Tình hình thu, chi ngân sách 9 tháng đầu năm 2022",
        paragraphs=(
            "Thu ngân sách 9 tháng đạt 78,4% dự toán.",
            "Chi đầu tư giải ngân 61% kế hoạch; còn 3 công trình chậm tiến độ.",
            "Phòng kiến nghị bổ sung vốn cho hai công trình thủy lợi./.",
        ),
        authority=(),
        position="TRƯỞNG PHÒNG",
        name="Lê Văn Giả Định",
        recipients=("UBND huyện",),
        filing="VT",
        chairs=(),
        meeting="",
    ),
)
