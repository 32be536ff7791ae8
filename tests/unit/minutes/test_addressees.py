"""Who must act, read to the end of the name: the tester's cases, each with others of its kind."""

from __future__ import annotations

import pytest
from bantin.minutes.directives import read_directive

ORDER = "Giao {} rà soát, báo cáo trước ngày 15/9/2026."

# What an order calls a body; the names that it means. "=" is the name as printed.
NAMES = {
    # Case 09: the name to its very end.
    "Thường trực Ban An toàn giao thông tỉnh": "=",
    "Ban An toàn giao thông tỉnh Lào Cai": "=",
    "Thường trực Ban Chỉ đạo phòng, chống dịch COVID-19 tỉnh": "=",
    "Bộ Ngoại giao": "=",
    "Sở Giao thông vận tải": "=",
    "Sở Văn hóa và thể thao": "=",
    "Sở văn hóa, thể thao và du lịch": "=",
    "Sở Văn hoá & Thể thao": "=",
    "Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương": "=",
    "UBND các tỉnh, thành phố": "=",
    "Thanh tra tỉnh": "=",
    "Sở Tài chính tỉnh Sơn La": "=",
    "Uỷ ban Mặt trận Tổ quốc Việt Nam tỉnh Điện Biên": "=",
    "Ban Quản lý dự án đầu tư xây dựng các công trình giao thông tỉnh": "=",
    "Ban Quản lý dự án đầu tư xây dựng khu vực Mộc Lạn": "=",
    "Báo và Phát thanh, Truyền hình tỉnh": "=",
    "Phòng Kinh tế, Hạ tầng và Đô thị": "=",
    "Bộ Chỉ huy Bộ đội Biên phòng tỉnh": "=",
    # Case 10: names that no rule for the departments of a province knew.
    "Thuế tỉnh": "=",
    "Vườn quốc gia Hoàng Liên": "=",
    "Khu bảo tồn thiên nhiên Nậm Lạn": "=",
    "Thường trực Ban Vì sự tiến bộ phụ nữ tỉnh": "=",
    "Bảo hiểm xã hội khu vực XV": "=",
    "Kho bạc Nhà nước khu vực X": "=",
    "Công ty Cổ phần Cấp nước Mường Lạn": "=",
    "Công ty TNHH MTV Khai thác công trình thủy lợi Mường Lạn": "=",
    "Trường Đại học Tây Lạn": "=",
    "UBND đặc khu Hòn Én": "=",
    "UBND phường Chiềng An": "=",
    "Chủ tịch UBND xã Nậm Pàn": "=",
    "Ngân hàng Nhà nước chi nhánh khu vực 4": "=",
    "Bệnh viện Đa khoa tỉnh": "=",
    "Hạt Kiểm lâm khu vực II": "=",
    "Chỉ huy trưởng Bộ Chỉ huy Quân sự tỉnh": "=",
    "Điện lực Mường Lạn": "=",
    "Viễn thông Sơn La": "=",
    "Thuế cơ sở 4 tỉnh Sơn La": "=",
    "Hội đồng bồi thường, hỗ trợ, tái định cư huyện Mường Lạn": "=",
    "Bệnh viện Y dược cổ truyền và Phục hồi chức năng tỉnh": "=",
    "Mặt trận Tổ quốc Việt Nam tỉnh": "=",
    "Đảng ủy Hội đồng nhân dân tỉnh": "=",
    "Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh": "=",
    "Phòng Quản lý công nghiệp - Sở Công Thương": "=",
    "Ban Chỉ huy Phòng thủ dân sự các tỉnh, thành phố ven biển từ Thanh Hóa đến Cà Mau": "=",
    "Ban QLDA đầu tư xây dựng các công trình Nông nghiệp và PTNT": "=",
    # Lists that say their first word once.
    "các Sở: Tài chính, Xây dựng, Nội vụ": "Sở Tài chính|Sở Xây dựng|Sở Nội vụ",
    "các Sở Tài chính, Xây dựng và Nội vụ": "Sở Tài chính|Sở Xây dựng|Sở Nội vụ",
    "Sở Tài chính, Nội vụ": "Sở Tài chính|Sở Nội vụ",
    "các sở: Y tế; Giáo dục và Đào tạo; Nội vụ": "Sở Y tế|Sở Giáo dục và Đào tạo|Sở Nội vụ",
    "các Sở: Văn hóa, Thể thao và Du lịch, Công Thương": (
        "Sở Văn hóa, Thể thao và Du lịch|Sở Công Thương"
    ),
    "các Bộ: Công an, Quốc phòng": "Bộ Công an|Bộ Quốc phòng",
    "Bộ trưởng các Bộ: Tài chính, Y tế": "Bộ trưởng Bộ Tài chính|Bộ trưởng Bộ Y tế",
    "Giám đốc các Sở: Y tế, Nội vụ": "Giám đốc Sở Y tế|Giám đốc Sở Nội vụ",
    "các Sở: Xây dựng, Công Thương; Công an tỉnh": "Sở Xây dựng|Sở Công Thương|Công an tỉnh",
    "UBND các phường Chiềng An, Tô Hiệu": "UBND phường Chiềng An|UBND phường Tô Hiệu",
    "UBND các xã: Nậm Pàn, Púng Bánh và Bó Sập": "UBND xã Nậm Pàn|UBND xã Púng Bánh|UBND xã Bó Sập",
    "UBND các phường Tân Hòa, Bình Lạc và xã Long Sập": (
        "UBND phường Tân Hòa|UBND phường Bình Lạc|UBND xã Long Sập"
    ),
    "UBND huyện Mường Lạn, thành phố Nà Pàn": "UBND huyện Mường Lạn|UBND thành phố Nà Pàn",
    "UBND xã Mường Lạn, tỉnh Sơn La": "=",
    "Công an các xã Nậm Pàn, Bó Sập": "Công an xã Nậm Pàn|Công an xã Bó Sập",
    "Đảng ủy, UBND các xã, phường": "Đảng ủy các xã, phường|UBND các xã, phường",
    "HĐND và UBND xã Nậm Pàn": "HĐND xã Nậm Pàn|UBND xã Nậm Pàn",
    # Names that stand side by side.
    "Sở Văn hóa, Thể thao và Du lịch, Sở Nội vụ": "Sở Văn hóa, Thể thao và Du lịch|Sở Nội vụ",
    "Công an tỉnh, Bộ Chỉ huy Quân sự tỉnh": "=|=",
    "Sở Y tế (đơn vị đầu mối), Sở Nội vụ": "Sở Y tế|Sở Nội vụ",
    "UBND xã Nậm Pàn và Công ty Cổ phần Mía đường Lam Lạn": (
        "UBND xã Nậm Pàn|Công ty Cổ phần Mía đường Lam Lạn"
    ),
    "Thường trực HĐND, các Ban HĐND và các đại biểu HĐND tỉnh": (
        "Thường trực HĐND|các Ban HĐND|các đại biểu HĐND tỉnh"
    ),
    # Groups.
    "các sở, ngành, địa phương": "=",
    "các Sở, ban, ngành thuộc tỉnh, Công an tỉnh, Ủy ban nhân dân các xã, phường": (
        "các Sở, ban, ngành thuộc tỉnh|Công an tỉnh|Ủy ban nhân dân các xã, phường"
    ),
    "các sở ban ngành, đoàn thể": "=",
    "các cơ quan, đơn vị có liên quan": "=",
    "các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ": "=",
    "Thủ trưởng các sở, ban, ngành": "=",
    "Chủ tịch UBND các xã, phường, đặc khu": "=",
    "các chủ đầu tư": "=",
    "các Ban Quản lý dự án chuyên ngành": "=",
    "Bộ trưởng, Thủ trưởng các Bộ, ngành": "=",
    "Các đảng ủy trực thuộc Tỉnh ủy": "=",
    "Hiệu trưởng các trường công lập": "=",
    "Trưởng các bản": "=",
    "UBND các xã, phường: Nậm Pàn, Tô Hiệu": "=",  # which is a commune, is not printed
    # Office holders by their position.
    "đồng chí Giám đốc Sở Y tế": "Giám đốc Sở Y tế",
    "đồng chí Lò Văn Thắng - Giám đốc Công an tỉnh": "Giám đốc Công an tỉnh",
    "Chánh Văn phòng UBND tỉnh": "=",
    "Phó Chủ tịch UBND tỉnh Cầm Văn Hải": "Phó Chủ tịch UBND tỉnh",
    "Chủ tịch UBND xã Mường Lạn Lò Văn Thắng": "Chủ tịch UBND xã Mường Lạn",
}


@pytest.mark.parametrize(("printed", "names"), NAMES.items())
def test_names_are_read_to_their_very_end(printed: str, names: str) -> None:
    if names == "=|=":
        names = printed.replace(", ", "|")
    expected = printed if names == "=" else names
    read = read_directive(ORDER.format(printed))
    assert (read.kind, "|".join(read.addressees)) == ("assign", expected)


@pytest.mark.parametrize(
    ("text", "kind", "names"),
    [
        (
            "Phó Chủ tịch UBND tỉnh Cầm Văn Hải yêu cầu {}",
            "require",
            "các sở, ngành|UBND xã Bó Sập",
        ),
        ("Chủ tịch UBND tỉnh giao {}", "assign", "Sở Y tế"),
        ("UBND tỉnh đề nghị {}", "propose", "các cơ quan báo chí"),
        ("Thủ tướng Chính phủ yêu cầu {}", "require", "Bộ trưởng Bộ Xây dựng"),
        ("Đồng chí Lò Văn Thắng, Chủ tịch UBND tỉnh yêu cầu {}", "require", "Sở Nội vụ"),
        ("Bí thư Tỉnh ủy đề nghị {}", "propose", "Đảng ủy các xã, phường"),
        ("Ban Thường vụ Tỉnh ủy giao {}", "assign", "Đảng ủy UBND tỉnh"),
        ("Trưởng ban phân công {}", "assign", "Sở Tư pháp"),
        ("Văn phòng UBND tỉnh đề nghị {}", "propose", "Sở Ngoại vụ"),
        ("Hội nghị thống nhất giao {}", "assign", "Sở Công Thương"),
        ("Căn cứ tình hình mưa lũ, Chủ tịch UBND tỉnh yêu cầu {}", "require", "UBND các xã"),
    ],
)
def test_a_speaker_is_not_told_to_do_what_he_orders(text: str, kind: str, names: str) -> None:
    told = text.format(names.replace("|", ", ") + " thực hiện nghiêm túc.")
    read = read_directive(told)
    assert (read.kind, "|".join(read.addressees)) == (kind, names)


@pytest.mark.parametrize(
    ("text", "kind", "names"),
    [
        ("Đối với cụm công nghiệp Nà Pàn: giao UBND phường Chiềng An tìm nhà đầu tư.", "assign", 1),
        ("Trong thời gian chưa di dời, giao UBND phường Chiềng An canh gác.", "assign", 1),
        ("Nhất trí chủ trương di dời; giao UBND phường Chiềng An lập phương án.", "assign", 1),
        ("Thống nhất giao UBND phường Chiềng An rà soát.", "assign", 1),
        ("Đồng ý với tờ trình. Giao UBND phường Chiềng An hoàn thiện.", "assign", 1),
        ("Không đồng ý gia hạn; yêu cầu UBND phường Chiềng An thu hồi đất.", "require", 1),
        ("Ghi nhận sự cố gắng; đề nghị UBND phường Chiềng An phát huy.", "propose", 1),
        ("Về kiến nghị bổ sung vốn: UBND phường Chiềng An rà soát nhu cầu.", "task", 1),
        ("Trước mắt, UBND phường Chiềng An cắm biển cảnh báo, bố trí người gác.", "task", 1),
        ("Trước mắt, UBND phường Chiềng An còn thiếu người gác.", "", 0),
        ("Trên cơ sở kết quả kiểm kê, UBND phường Chiềng An lập danh sách.", "task", 1),
        ("Thực hiện Chỉ thị số 5, UBND phường Chiềng An rà soát các điểm ngập.", "task", 1),
        ("Đồng thời, yêu cầu UBND phường Chiềng An niêm yết công khai.", "require", 1),
        ("Nếu quá hạn, UBND phường Chiềng An chịu trách nhiệm.", "assign", 1),
        ("Đối với UBND phường Chiềng An: khẩn trương rà soát.", "task", 1),
        ("Riêng UBND phường Chiềng An hoàn thành trước ngày 30/6.", "task", 1),
        ("Tiến độ còn chậm. UBND phường Chiềng An khẩn trương bàn giao đất.", "task", 1),
        ("Không thông qua dự thảo; UBND phường Chiềng An tính lại mức chi.", "assign", 1),
        ("Trong quý III, UBND phường Chiềng An hoàn thành việc cắm mốc.", "task", 1),
        ("UBND phường Chiềng An: Rà soát số hộ, gửi danh sách.", "task", 1),
    ],
)
def test_an_order_need_not_begin_its_point(text: str, kind: str, names: int) -> None:
    read = read_directive(text)
    assert (read.kind, read.addressees) == (kind, ("UBND phường Chiềng An",) * names)


@pytest.mark.parametrize(
    ("text", "leads", "helpers"),
    [
        ("Sở Y tế chủ trì, phối hợp Sở Nội vụ, Sở Tư pháp.", "Sở Y tế", "Sở Nội vụ|Sở Tư pháp"),
        ("Giao Sở Y tế phối hợp với Sở Nội vụ rà soát.", "Sở Y tế", "Sở Nội vụ"),
        ("Giao Sở Y tế chủ trì phối hợp Sở Nội vụ rà soát.", "Sở Y tế", "Sở Nội vụ"),
        ("Giao Sở Y tế chủ trì, cùng Sở Nội vụ rà soát.", "Sở Y tế", "Sở Nội vụ"),
        ("Giao Sở Y tế phối hợp chặt chẽ với các sở, ngành rà soát.", "Sở Y tế", "các sở, ngành"),
        ("Giao Sở Y tế và Sở Nội vụ phối hợp rà soát.", "Sở Y tế|Sở Nội vụ", ""),
        ("Sở Y tế chủ trì rà soát; Sở Nội vụ phối hợp thực hiện.", "Sở Y tế", "Sở Nội vụ"),
        ("Phối hợp với Sở Nội vụ rà soát biên chế.", "", "Sở Nội vụ"),
        ("Yêu cầu Sở Y tế rà soát quy chế phối hợp với Sở Nội vụ.", "Sở Y tế", ""),
        ("Giao Sở Y tế, Sở Nội vụ xây dựng quy chế.", "Sở Y tế|Sở Nội vụ", ""),
        ("Sở Y tế chủ trì, phối hợp các Sở: Nội vụ, Xây dựng.", "Sở Y tế", "Sở Nội vụ|Sở Xây dựng"),
        ("Giao Sở Y tế rà soát; giao Sở Nội vụ thẩm định.", "Sở Y tế|Sở Nội vụ", ""),
    ],
)  # fmt: skip
def test_who_leads_is_told_from_who_helps(text: str, leads: str, helpers: str) -> None:
    read = read_directive(text)
    assert ("|".join(read.addressees), "|".join(read.helpers)) == (leads, helpers)


@pytest.mark.parametrize(
    "text",
    [
        "Tham mưu UBND tỉnh ban hành quy định.",
        "Báo cáo UBND tỉnh, Thường trực Tỉnh ủy kết quả.",
        "Trình Chủ tịch UBND tỉnh xem xét.",
        "Sở Y tế đã hoàn thành việc bàn giao.",
        "Công an tỉnh đang mở rộng điều tra.",
        "Vốn của Sở Y tế bố trí chưa kịp thời.",
        "Đồng ý theo đề nghị của Sở Y tế.",
        "Nhất trí với ý kiến của Sở Tư pháp, Sở Nội vụ.",
        "Nếu Sở Xây dựng đề nghị bổ sung vốn thì phải thuyết minh.",
        "Trường hợp Sở Tài chính chưa thống nhất, báo cáo UBND tỉnh.",
        "Theo báo cáo của Sở Tài chính, Kho bạc Nhà nước tỉnh thực hiện còn chậm.",
        "Sau khi nghe Sở Xây dựng báo cáo, các đại biểu đã thảo luận.",
        "Giao thông nông thôn ở ba xã còn khó khăn.",
        "Giao ban báo chí hằng tháng cần đổi mới.",
        "Thuế giá trị gia tăng thực hiện theo quy định.",
        "Thống kê số liệu đến ngày 30/6.",
        "Biểu dương Sở Y tế, Hội Nông dân tỉnh đã nộp báo cáo đúng hạn.",
        "Không thống nhất đề xuất của Ban Quản lý dự án đầu tư xây dựng tỉnh.",
        "Trong 6 tháng đầu năm, Công an tỉnh xử lý 1.200 vụ.",
        "Đến nay, UBND các xã hoàn thành 95% kế hoạch.",
        "Trước đó, Sở Y tế thông báo ghi nhận ba ca mắc.",
        "Thực hiện chỉ đạo của UBND tỉnh, Sở Nội vụ đã ban hành ba văn bản.",
        "Kinh phí do UBND các xã, phường bảo đảm.",
        "Việc giao Sở Nội vụ làm đầu mối là phù hợp.",
        "UBND tỉnh đã giao Sở Nội vụ tổng hợp từ tháng 3.",
        "Hồ sơ gửi Sở Tài chính thẩm định trước ngày 15/5.",
        "Ủy ban nhân dân tỉnh thông báo để các sở, ngành biết, thực hiện.",
        "Văn phòng UBND tỉnh thông báo kết luận trên để các đơn vị biết, thực hiện.",
        "Ý kiến của Sở Tư pháp: đề nghị bổ sung căn cứ pháp lý.",
        "Yêu cầu UBND các xã bị thiệt hại nặng kê khai.",  # which of them, cannot be read
        "Giao Ban Quản lý dự án phát triển đô thị vừa và lớn rà soát.",
        "Các đơn vị được giao chủ đầu tư khẩn trương hoàn thiện hồ sơ.",
        "Giao Tổ công tác theo Quyết định số 1288 kiểm tra.",
        "Giao Nhóm Thanh niên xung kích lo hậu cần.",
        "Giao Công ty Xây lắp Nậm Pàn trao quà rồi về.",
    ],
)
def test_who_is_only_spoken_of_is_told_nothing(text: str) -> None:
    read = read_directive(text)
    assert (read.addressees, read.helpers) == ((), ())


def test_by_function_and_task_is_nobody() -> None:
    told = "Các sở, ngành theo chức năng, nhiệm vụ được giao rà soát quy định."
    read = read_directive(told)
    assert (read.kind, read.addressees) == ("task", ("Các sở, ngành",))
