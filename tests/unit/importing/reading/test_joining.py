from __future__ import annotations

import pytest
from bantin.importing.capture import Capture

from tests.unit.importing.samples import capture_of

CASE = """\
      UBND TỈNH LAI CHÂU           CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
         VĂN PHÒNG                      Độc lập - Tự do - Hạnh phúc

      Số: 31 /TB-VP                Lai Châu, ngày 12 tháng 3 năm 2026

                            THÔNG BÁO
            Kết luận của Chủ tịch UBND tỉnh tại cuộc họp về chợ phiên

       Ngày 09 tháng 3 năm 2026, UBND tỉnh họp về chợ phiên. Sau khi nghe ý kiến
của Sở Công Thương, Chủ tịch UBND tỉnh kết luận:
       1. Giao Sở Công Thương chủ trì, phối hợp với các cơ quan liên quan rà soát
các chợ phiên, báo cáo UBND tỉnh trước
                                       2

ngày 30/6/2026.
       2. Giao Sở Tài chính tham mưu bố trí vốn, hoàn thành
trước ngày 20/5/2026.
       Văn phòng UBND tỉnh thông báo để các đơn vị biết, thực hiện./.
Nơi nhận:                                        KT. CHÁNH VĂN PHÒNG
- Các sở, ngành;                                 PHÓ CHÁNH VĂN PHÒNG
- Lưu: VT.

                                                 Vàng A Thử
"""


def texts(capture: Capture) -> list[str]:
    return [block.text for block in capture.blocks]


def column(capture: Capture, side: int) -> list[str]:
    return [block.text for block in capture.blocks if block.column == side]


def body(text: str) -> list[str]:
    """Return the paragraphs of a text without its columns."""
    return [block.text for block in capture_of(text).blocks if not block.column]


def test_a_notice_copied_from_a_page_has_one_block_for_each_paragraph() -> None:
    capture = capture_of(CASE)
    assert column(capture, 1) == [
        "UBND TỈNH LAI CHÂU",
        "VĂN PHÒNG",
        "Số: 31 /TB-VP",
        "Nơi nhận:",
        "- Các sở, ngành;",
        "- Lưu: VT.",
    ]
    assert column(capture, 2) == [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Lai Châu, ngày 12 tháng 3 năm 2026",
        "KT. CHÁNH VĂN PHÒNG",
        "PHÓ CHÁNH VĂN PHÒNG",
        "Vàng A Thử",
    ]
    assert body(CASE) == [
        "THÔNG BÁO",
        "Kết luận của Chủ tịch UBND tỉnh tại cuộc họp về chợ phiên",
        "Ngày 09 tháng 3 năm 2026, UBND tỉnh họp về chợ phiên. Sau khi nghe ý kiến của Sở Công "
        "Thương, Chủ tịch UBND tỉnh kết luận:",
        "1. Giao Sở Công Thương chủ trì, phối hợp với các cơ quan liên quan rà soát các chợ phiên, "
        "báo cáo UBND tỉnh trước ngày 30/6/2026.",
        "2. Giao Sở Tài chính tham mưu bố trí vốn, hoàn thành trước ngày 20/5/2026.",
        "Văn phòng UBND tỉnh thông báo để các đơn vị biết, thực hiện./.",
    ]


def test_what_was_joined_dropped_and_parted_is_told_with_its_lines() -> None:
    assert capture_of(CASE).repairs == (
        "Dòng 13: bỏ số trang “2”",
        "Dòng 1–2, 4: tách hai cột",
        "Dòng 19–21, 23: tách hai cột",
        "Nối các dòng bị ngắt giữa chừng thành đoạn: Dòng 9–10; Dòng 11–12, 15; Dòng 16–17",
    )


def test_a_block_keeps_the_number_and_the_words_of_its_first_line() -> None:
    block = capture_of(CASE).blocks[8]
    assert block.number == 9
    assert block.raw.startswith("Ngày 09 tháng 3")
    assert "ý kiến của Sở" in block.raw


# Each wrapped otherwise: what is expected are the paragraphs without head and foot.
WRAPPED = {
    "no indentation, gaps between paragraphs": (
        """\
Sáng 12/3, tại nhà văn hóa phường Hồ Mẫu, hơn một trăm hộ dân dự buổi nghe
phổ biến cách phân loại rác tại nguồn. Buổi nói chuyện kéo dài hai giờ, có
phần hỏi đáp và trao thùng rác.

Chị Lò Thị Mẫu, tổ trưởng tổ dân phố số 3, cho biết sau ba tháng làm thử,
lượng rác phải chở đi giảm gần một nửa.
""",
        [
            "Sáng 12/3, tại nhà văn hóa phường Hồ Mẫu, hơn một trăm hộ dân dự buổi nghe phổ biến "
            "cách phân loại rác tại nguồn. Buổi nói chuyện kéo dài hai giờ, có phần hỏi đáp và "
            "trao thùng rác.",
            "Chị Lò Thị Mẫu, tổ trưởng tổ dân phố số 3, cho biết sau ba tháng làm thử, lượng rác "
            "phải chở đi giảm gần một nửa.",
        ],
    ),
    "hanging indents": (
        """\
Chủ tịch UBND tỉnh yêu cầu các đơn vị thực hiện những việc sau đây:
1. Sở Y tế kiểm tra việc cấp thuốc ở các trạm y tế vùng cao, báo cáo
   Chủ tịch UBND tỉnh trước ngày 20/4/2026.
2. Sở Xây dựng khảo sát các cầu treo đã quá hạn sử dụng, lập danh sách
   theo thứ tự cần sửa trước.
   - Cầu ở xã Nà Tạm và xã Mường Thử làm trước vì có đông học sinh đi
     qua mỗi ngày;
   - Các cầu khác làm sau.
""",
        [
            "Chủ tịch UBND tỉnh yêu cầu các đơn vị thực hiện những việc sau đây:",
            "1. Sở Y tế kiểm tra việc cấp thuốc ở các trạm y tế vùng cao, báo cáo Chủ tịch UBND "
            "tỉnh trước ngày 20/4/2026.",
            "2. Sở Xây dựng khảo sát các cầu treo đã quá hạn sử dụng, lập danh sách theo thứ tự "
            "cần sửa trước.",
            "- Cầu ở xã Nà Tạm và xã Mường Thử làm trước vì có đông học sinh đi qua mỗi ngày;",
            "- Các cầu khác làm sau.",
        ],
    ),
    "a letter": (
        """\
                 Kính gửi: Ủy ban nhân dân các xã, phường

     Sở Nội vụ nhận được công văn của một số địa phương đề nghị hướng dẫn việc
tính thời gian công tác của cán bộ không chuyên trách. Về việc này, Sở có ý
kiến như sau:
     a) Thời gian công tác tính từ ngày có quyết định của cấp có thẩm quyền, kể
cả thời gian nghỉ thai sản theo quy định.
     b) Hồ sơ gửi về Sở trước ngày 15/8/2026 để tổng hợp./.
""",
        [
            "Kính gửi: Ủy ban nhân dân các xã, phường",
            "Sở Nội vụ nhận được công văn của một số địa phương đề nghị hướng dẫn việc tính thời "
            "gian công tác của cán bộ không chuyên trách. Về việc này, Sở có ý kiến như sau:",
            "a) Thời gian công tác tính từ ngày có quyết định của cấp có thẩm quyền, kể cả thời "
            "gian nghỉ thai sản theo quy định.",
            "b) Hồ sơ gửi về Sở trước ngày 15/8/2026 để tổng hợp./.",
        ],
    ),
    "an item over a page that a form feed ends": (
        """\
     1. Giao Công an tỉnh kiểm tra việc chở quá tải trên các tuyến đường vào mỏ
đá, lập chốt cố định tại ngã ba Bến Giả và báo cáo kết quả hằng tuần cho Ủy ban
                                  Trang 1/3
\f     nhân dân tỉnh, bắt đầu từ tuần thứ hai của tháng 4 năm 2026.
     2. Giao Sở Xây dựng sửa các đoạn đường hỏng nặng, ưu tiên đoạn qua trường
học và trạm y tế.
                                  Trang 2/3
\f     3. Các sở, ngành khác phối hợp.
                                  Trang 3/3
""",
        [
            "1. Giao Công an tỉnh kiểm tra việc chở quá tải trên các tuyến đường vào mỏ đá, lập "
            "chốt cố định tại ngã ba Bến Giả và báo cáo kết quả hằng tuần cho Ủy ban nhân dân "
            "tỉnh, bắt đầu từ tuần thứ hai của tháng 4 năm 2026.",
            "2. Giao Sở Xây dựng sửa các đoạn đường hỏng nặng, ưu tiên đoạn qua trường học và "
            "trạm y tế.",
            "3. Các sở, ngành khác phối hợp.",
        ],
    ),
    "page numbers of two digits between dashes": (
        """\
     Theo báo cáo, đến hết tháng 9 toàn tỉnh đã làm xong 1.250 nhà ở cho hộ nghèo,
đạt 87,5% kế hoạch; số còn lại đang làm và phải xong trước mùa
- 12 -
mưa năm sau. Kinh phí lấy từ ngân sách tỉnh và tiền người dân góp, theo mức
đã được hội đồng nhân dân thông qua.
     Về nước sạch, tỉnh đã sửa 45 công trình cấp nước; ba công trình ở vùng cao
vẫn thiếu nguồn nước vào mùa khô, phải chở
- 13 -
nước bằng xe từ thị xã lên.
""",
        [
            "Theo báo cáo, đến hết tháng 9 toàn tỉnh đã làm xong 1.250 nhà ở cho hộ nghèo, đạt "
            "87,5% kế hoạch; số còn lại đang làm và phải xong trước mùa mưa năm sau. Kinh phí lấy "
            "từ ngân sách tỉnh và tiền người dân góp, theo mức đã được hội đồng nhân dân thông "
            "qua.",
            "Về nước sạch, tỉnh đã sửa 45 công trình cấp nước; ba công trình ở vùng cao vẫn thiếu "
            "nguồn nước vào mùa khô, phải chở nước bằng xe từ thị xã lên.",
        ],
    ),
    "tabs for indents": (
        """\
\tĐồng chí Chủ tịch UBND tỉnh nhấn mạnh ba việc phải làm ngay trong quý này,
trước hết là rà soát hộ nghèo để không bỏ sót ai.
\tMột là, các xã lập danh sách công khai ở nhà văn hóa thôn trong mười ngày,
nhận góp ý của dân.
\tHai là, Sở Nội vụ kiểm tra ít nhất một phần ba số xã.
""",
        [
            "Đồng chí Chủ tịch UBND tỉnh nhấn mạnh ba việc phải làm ngay trong quý này, trước hết "
            "là rà soát hộ nghèo để không bỏ sót ai.",
            "Một là, các xã lập danh sách công khai ở nhà văn hóa thôn trong mười ngày, nhận góp "
            "ý của dân.",
            "Hai là, Sở Nội vụ kiểm tra ít nhất một phần ba số xã.",
        ],
    ),
    "articles of a decision": (
        """\
       Căn cứ Luật Tổ chức chính quyền địa phương; căn cứ quy chế làm việc của
Ủy ban nhân dân tỉnh;
       Điều 1. Thành lập Tổ công tác kiểm tra việc bán hàng trên vỉa hè, gồm các
ông, bà có tên sau đây.
       Điều 2. Tổ công tác làm việc theo kế hoạch do Tổ trưởng lập, tự giải thể
sau khi xong nhiệm vụ.
       Điều 3. Quyết định có hiệu lực từ ngày ký./.
""",
        [
            "Căn cứ Luật Tổ chức chính quyền địa phương; căn cứ quy chế làm việc của Ủy ban nhân "
            "dân tỉnh;",
            "Điều 1. Thành lập Tổ công tác kiểm tra việc bán hàng trên vỉa hè, gồm các ông, bà có "
            "tên sau đây.",
            "Điều 2. Tổ công tác làm việc theo kế hoạch do Tổ trưởng lập, tự giải thể sau khi xong "
            "nhiệm vụ.",
            "Điều 3. Quyết định có hiệu lực từ ngày ký./.",
        ],
    ),
    "hyphens and slashes at the ends of lines": (
        """\
     Ban Chỉ đạo phòng, chống dịch đã bàn giao thiết bị dùng trong đợt dịch COVID-
19 cho bệnh viện tỉnh, theo biên bản số 12/BB-
SYT lập hôm 02/3. Giai đoạn 2021 - 2025, tỉnh mua 60 máy thở; giai đoạn 2026
- 2030 chỉ mua thay máy hỏng, kinh phí xin từ chương trình mục tiêu quốc gia về
y tế.
""",
        [
            "Ban Chỉ đạo phòng, chống dịch đã bàn giao thiết bị dùng trong đợt dịch COVID-19 cho "
            "bệnh viện tỉnh, theo biên bản số 12/BB-SYT lập hôm 02/3. Giai đoạn 2021 - 2025, tỉnh "
            "mua 60 máy thở; giai đoạn 2026 - 2030 chỉ mua thay máy hỏng, kinh phí xin từ chương "
            "trình mục tiêu quốc gia về y tế.",
        ],
    ),
    "a running head": (
        """\
BM01/VPUB-QT 7.0
     Các đại biểu đề nghị sớm sửa cầu treo ở xã Mường Thử, nơi hơn ba trăm học
sinh qua lại mỗi ngày, và lắp
\fBM01/VPUB-QT 7.0
thêm đèn ở hai đầu cầu. Lãnh đạo Sở Xây dựng hứa khảo sát trong tháng này và
trả lời bằng văn bản.
\fBM01/VPUB-QT 7.0
     Cuộc họp kết thúc lúc 11 giờ cùng ngày.
""",
        [
            "Các đại biểu đề nghị sớm sửa cầu treo ở xã Mường Thử, nơi hơn ba trăm học sinh qua "
            "lại mỗi ngày, và lắp thêm đèn ở hai đầu cầu. Lãnh đạo Sở Xây dựng hứa khảo sát trong "
            "tháng này và trả lời bằng văn bản.",
            "Cuộc họp kết thúc lúc 11 giờ cùng ngày.",
        ],
    ),
    "a name carried over": (
        """\
     Dự buổi lễ có đồng chí Cao Văn Thử, Phó Chủ tịch Thường trực UBND tỉnh; bà
Nguyễn Thị Ví Dụ, Giám đốc Sở Y tế, cùng đại diện lãnh đạo Sở Nội vụ, Sở Tài
chính và Ủy ban Mặt trận Tổ quốc tỉnh. Buổi lễ do Hội Chữ thập đỏ tỉnh đứng ra
tổ chức, kéo dài một buổi sáng.
     Sau lễ, hơn hai trăm người hiến máu.
""",
        [
            "Dự buổi lễ có đồng chí Cao Văn Thử, Phó Chủ tịch Thường trực UBND tỉnh; bà Nguyễn Thị "
            "Ví Dụ, Giám đốc Sở Y tế, cùng đại diện lãnh đạo Sở Nội vụ, Sở Tài chính và Ủy ban Mặt "
            "trận Tổ quốc tỉnh. Buổi lễ do Hội Chữ thập đỏ tỉnh đứng ra tổ chức, kéo dài một buổi "
            "sáng.",
            "Sau lễ, hơn hai trăm người hiến máu.",
        ],
    ),
}


@pytest.mark.parametrize("kind", WRAPPED)
def test_wrapped_lines_become_the_paragraphs_that_were_wrapped(kind: str) -> None:
    text, expected = WRAPPED[kind]
    assert body(text) == expected


INSIDE = """\
     Trong đêm hội, chị Lò Thị Mẫu đọc bài thơ viết tặng bản mình, được bà con vỗ
tay hồi lâu và xin chép lại:

          Bản ta có suối có rừng
          có con đường mới đón mừng người lên
          Có trường có lớp bên hiên
          có đèn thắp sáng khắp miền núi cao

     Sau phần đọc thơ là phần thi nấu ăn giữa các tổ, mỗi tổ làm ba món từ rau và
cá suối.

Tổ        Món       Điểm
Một       Cá nướng  9
Hai       Canh rau  8

     Ban tổ chức trao giải nhất cho tổ Một, giải nhì cho tổ Hai, các tổ còn lại đều
được tặng quà.
"""


def test_poems_and_drawn_tables_inside_a_wrapped_text_stay_lines() -> None:
    assert body(INSIDE) == [
        "Trong đêm hội, chị Lò Thị Mẫu đọc bài thơ viết tặng bản mình, được bà con vỗ tay hồi lâu "
        "và xin chép lại:",
        "Bản ta có suối có rừng",
        "có con đường mới đón mừng người lên",
        "Có trường có lớp bên hiên",
        "có đèn thắp sáng khắp miền núi cao",
        "Sau phần đọc thơ là phần thi nấu ăn giữa các tổ, mỗi tổ làm ba món từ rau và cá suối.",
        "Tổ Món Điểm",
        "Một Cá nướng 9",
        "Hai Canh rau 8",
        "Ban tổ chức trao giải nhất cho tổ Một, giải nhì cho tổ Hai, các tổ còn lại đều được tặng "
        "quà.",
    ]


@pytest.mark.parametrize("mark", ["a)", "b)", "-", "+", "1.", "1.1.", "đ)", "2)", "c.", "(1)"])
def test_a_point_goes_on_below_a_long_line_that_ends_with_a_semicolon(mark: str) -> None:
    wrapped = (
        "Ngày 09 tháng 3 năm 2026, UBND tỉnh họp về chợ phiên tại hội trường, có các\n"
        "sở, ngành và các xã vùng cao cùng dự, ai nấy đều có ý kiến về giờ họp chợ và\n"
        "lối vào chợ cho người đi bộ.\n"
    )
    point = f"{mark} Rà soát kho hàng ở các chợ phiên vùng cao, lập sổ hàng tồn;\n"
    assert body(f"{wrapped}{point}phối hợp chia sẻ số liệu với các chợ khác.\n")[-1] == (
        f"{point.strip()} phối hợp chia sẻ số liệu với các chợ khác."
    )
