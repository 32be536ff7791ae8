"""Each kind of deadline, and of what only looks like one, in several ways of writing."""

from __future__ import annotations

from datetime import date

import pytest
from bantin.minutes.deadlines import Deadline, find_deadline

WRITTEN = date(2026, 3, 10)  # a Tuesday


def read(text: str, day: date = WRITTEN) -> tuple[str, date | None, bool] | None:
    found = find_deadline(text, day=day)
    return (found.text, found.due, found.recurs) if found else None


@pytest.mark.parametrize(
    "words",
    [
        "trước 15h00 ngày 25/3/2026",
        "trước 15 giờ ngày 25/3/2026",
        "trước 15 giờ 30 phút ngày 25/3/2026",
        "trước 15 giờ 30, ngày 25 tháng 3 năm 2026",
        "trước 15h30' ngày 25/3",
        "trước 15g30 ngày 25-3-2026",
        "trước 15:30 ngày 25.3.2026",
        "chậm nhất 9 giờ sáng ngày 25/3/2026",
        "chậm nhất là 17h ngày 25/3",
        "trước 16h00 thứ Tư, ngày 25/3/2026",
    ],
)
def test_an_hour_stays_in_the_printed_words(words: str) -> None:
    text = f"Sở Công Thương gửi số liệu {words} để tổng hợp."
    assert read(text) == (words, date(2026, 3, 25), False)


@pytest.mark.parametrize(
    "words",
    [
        "trước ngày 5.4",
        "trước ngày 5/4",
        "trước ngày 05-4",
        "trước 5/4",
        "trước 05.4",
        "trước ngày 5.4.2026",
        "trước ngày 05-04-2026",
        "trước ngày 5/4/26",
        "trước ngày 5 tháng 4",
        "trước 05 tháng 4 năm 2026",
        "chậm nhất ngày 5.4",
        "trước ngày 5 tháng sau",
    ],
)
def test_a_short_day_has_the_year_of_the_document(words: str) -> None:
    assert read(f"UBND xã Nậm Păm hoàn thiện hồ sơ {words}.") == (words, date(2026, 4, 5), False)


@pytest.mark.parametrize(
    ("written", "due"),
    [
        (date(2026, 12, 28), date(2027, 1, 15)),  # nobody means the January that is long past
        (date(2026, 10, 16), date(2027, 1, 15)),
        (date(2026, 9, 1), None),  # four months off: perhaps a slip of the pen
        (date(2026, 1, 20), None),  # five days ago
        (date(2026, 6, 30), None),
    ],
)
def test_a_past_day_is_next_years_only_where_that_is_sure(written: date, due: date | None) -> None:
    assert read("Báo cáo trước ngày 15/01.", written) == ("trước ngày 15/01", due, False)


@pytest.mark.parametrize(
    "text",
    [
        "Thực hiện theo khoản 5.4 của Đề án.",
        "Bố trí trong 3-5 ngày tùy tình hình.",
        "Diện tích trồng mới không quá 5.4 ha.",
        "Báo cáo trước ngày 31/6/2026.",  # no such day
        "Thu gom hết 12.5 tấn rác.",
    ],
)
def test_numbers_are_no_days(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("chậm nhất 30 ngày kể từ ngày ban hành văn bản này", date(2026, 4, 9)),
        ("chậm nhất 30 ngày kể từ ngày ban hành", date(2026, 4, 9)),
        ("trong thời hạn 30 ngày kể từ ngày ký", date(2026, 4, 9)),
        ("trong vòng 30 ngày kể từ ngày ký ban hành", date(2026, 4, 9)),
        ("trong 30 ngày kể từ ngày ban hành Chỉ thị này", date(2026, 4, 9)),
        ("trong 30 (ba mươi) ngày kể từ ngày ký Quyết định này", date(2026, 4, 9)),
        ("trong 30 ngày kể từ ngày Kế hoạch này được ban hành", date(2026, 4, 9)),
        ("không quá 30 ngày kể từ ngày ban hành", date(2026, 4, 9)),
        ("trong 30 ngày kể từ ngày 01/4/2026", date(2026, 5, 1)),
        ("trong vòng 4 tuần kể từ ngày ban hành", date(2026, 4, 7)),
        ("trong vòng 3 tháng kể từ ngày ban hành", date(2026, 6, 10)),
    ],
)
def test_days_are_counted_from_the_document(words: str, due: date) -> None:
    assert read(f"Sở Nội vụ ban hành hướng dẫn {words}.") == (words, due, False)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Sau 10 ngày kể từ ngày nhận được văn bản, gửi ý kiến.", None),
        ("Trả lời trong 10 ngày kể từ ngày nhận được văn bản.", "trong 10 ngày"),
        ("Trả lời trong 10 ngày, kể từ khi nhận hồ sơ.", "trong 10 ngày"),
        ("Trả lời trong 10 ngày kể từ ngày ký hợp đồng thuê.", "trong 10 ngày"),
        ("Trả lời trong 10 ngày kể từ ngày Nghị quyết có hiệu lực.", "trong 10 ngày"),
        ("Trả lời trong thời hạn 10 ngày làm việc.", "trong thời hạn 10 ngày làm việc"),
        ("Trả lời không quá 10 ngày làm việc.", "không quá 10 ngày làm việc"),
        ("Báo cáo trong vòng 24 giờ.", "trong vòng 24 giờ"),
        ("Gửi chậm nhất 03 ngày trước ngày họp.", "chậm nhất 03 ngày trước ngày họp"),
        ("Gửi tài liệu trước ngày 20.", "trước ngày 20"),
        ("Xong trước kỳ họp cuối năm.", "trước kỳ họp cuối năm"),
        ("Hoàn chỉnh hồ sơ trước khi phiên họp bế mạc.", "trước khi phiên họp"),
        ("Trình HĐND tỉnh tại kỳ họp thứ 12.", "tại kỳ họp thứ 12"),
        ("Gia cố xong trước mùa mưa bão năm 2026.", "trước mùa mưa bão năm 2026"),
        ("Sửa trường trước ngày khai giảng.", "trước ngày khai giảng"),
        ("Tu sửa nghĩa trang trước Tết Nguyên đán.", "trước Tết Nguyên đán"),
    ],
)
def test_a_time_without_a_sure_day_is_left_open(text: str, words: str | None) -> None:
    found = read(text)
    assert found is not None
    assert found[1:] == (None, False)
    assert words is None or found[0] == words


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("trong tuần này", date(2026, 3, 15)),
        ("ngay trong tuần này", date(2026, 3, 15)),
        ("trong tuần sau", date(2026, 3, 22)),
        ("trước thứ Sáu tuần này", date(2026, 3, 13)),
        ("chậm nhất thứ Hai tuần sau", date(2026, 3, 16)),
        ("trong tháng này", date(2026, 3, 31)),
        ("trong tháng tới", date(2026, 4, 30)),
        ("trong quý này", date(2026, 3, 31)),
        ("trong năm nay", date(2026, 12, 31)),
        ("trong ngày hôm nay", date(2026, 3, 10)),
        ("trước 17h ngày mai", date(2026, 3, 11)),
        ("trước 15h cùng ngày", date(2026, 3, 10)),
        ("đến hết tháng 6/2026", date(2026, 6, 30)),
        ("trong tháng 4", date(2026, 4, 30)),
        ("trong quý II", date(2026, 6, 30)),
        ("trong 6 tháng đầu năm", date(2026, 6, 30)),
        ("trong 9 tháng đầu năm 2026", date(2026, 9, 30)),
        ("chậm nhất cuối tháng 8/2026", date(2026, 8, 31)),
        ("trước tháng 9/2026", date(2026, 8, 31)),
        ("trước quý IV/2026", date(2026, 9, 30)),
        ("trước năm 2027", date(2026, 12, 31)),
    ],
)
def test_a_span_ends_on_its_last_day(words: str, due: date) -> None:
    assert read(f"Giao Sở Xây dựng trình đồ án {words}.") == (words, due, False)


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Thời gian hoàn thành: Quý II/2026.", date(2026, 6, 30)),
        ("Thời hạn hoàn thành: trước ngày 30/4/2026.", date(2026, 4, 30)),
        ("Thời hạn báo cáo: ngày 20/4/2026.", date(2026, 4, 20)),
        ("Hạn chót: 20/5/2026.", date(2026, 5, 20)),
        ("Tiến độ: tháng 7/2026.", date(2026, 7, 31)),
        ("Thời gian thực hiện: từ tháng 5/2026 đến hết tháng 10/2026.", date(2026, 10, 31)),
        ("Hoàn thành tháng 5/2026.", date(2026, 5, 31)),
        ("Đến hết quý III, phấn đấu giải ngân trên 70%.", date(2026, 9, 30)),
    ],
)
def test_a_line_of_its_own_says_by_when(text: str, due: date) -> None:
    found = read(text)
    assert found is not None
    assert found[1] == due


@pytest.mark.parametrize(
    "words",
    [
        "hằng tháng",
        "định kỳ hằng quý",
        "định kỳ 6 tháng",
        "định kỳ 02 tuần/lần",
        "mỗi tháng một lần",
        "trước ngày 20 hằng tháng",
        "vào ngày 25 hàng tháng",
        "trước ngày 15/6 và ngày 15/12 hằng năm",
        "trước ngày 15 của tháng cuối quý",
        "trước 16 giờ hằng ngày",
        "thứ Sáu hằng tuần",
        "hằng tháng, trước ngày 25",
        "hằng năm (trước ngày 15/11)",
        "trước ngày 05 tháng sau liền kề",
    ],
)
def test_what_recurs_has_no_day(words: str) -> None:
    found = read(f"Tổng hợp, báo cáo Sở Tài chính {words}.")
    assert found is not None
    assert found[0] == words
    assert found[1:] == (None, True)


@pytest.mark.parametrize(
    "text",
    [
        "Sở Tài chính cân đối kinh phí cho hoạt động của Ban trong năm 2026.",
        "Bố trí từ nguồn dự toán trong năm 2026.",
        "Triển khai kế hoạch năm 2026.",
        "Thực hiện chương trình trong năm 2026.",
        "Tập trung cho các công trình trong năm 2026.",
        "Thực hiện các công trình xây dựng trong năm 2026.",
        "Giao Sở Xây dựng phục vụ tốt doanh nghiệp trong năm 2026.",
        "Xây dựng kế hoạch cấp nước trong năm 2026.",
        "Tiếp tục nâng cao chất lượng dịch vụ trong năm 2026.",
        "Doanh nghiệp không bị kiểm tra quá 01 lần/năm.",
        "Các đơn vị thực hiện tốt nhiệm vụ trong năm 2026.",
        "Thực hiện thắng lợi nhiệm vụ trọng tâm trong quý II.",
        "Phấn đấu vượt chỉ tiêu được giao trong quý II.",
        "Đưa vào kế hoạch phát triển kinh tế - xã hội hằng năm.",
        "Cân đối dự toán ngân sách hằng năm.",
        "Chuẩn bị phiên họp thường kỳ hằng tháng.",
        "Thực hiện Đề án “Chuyển đổi số trong năm 2026”.",
    ],
)
def test_plans_and_budgets_are_named_for_their_year(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Hoàn thành trong năm 2026.",
        "Sở Nội vụ trình đề án trong năm 2026.",
        "Trong năm 2026, hoàn thành xóa nhà tạm.",
        "Chấm dứt nợ đọng trong năm 2026.",
        "Ban hành quy chế trong năm 2026.",
        "Trường Cao đẳng nghề mở 4 lớp trong năm 2026.",
        "Sửa chữa 12 phòng học trong năm 2026.",
        "Nhà máy nước vận hành thử vào cuối năm 2026.",
    ],
)
def test_work_that_is_done_in_a_year_is_due_at_its_end(text: str) -> None:
    found = read(text)
    assert found is not None
    assert found[1] == date(2026, 12, 31)


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Thống nhất tổ chức lễ hội vào ngày 30/4/2026.", date(2026, 4, 30)),
        ("Đồng ý để Hội Nông dân tỉnh tổ chức hội thi vào ngày 17/5/2026.", date(2026, 5, 17)),
        ("Thống nhất họp tổng kết vào ngày 20 tháng 5 năm 2026.", date(2026, 5, 20)),
        ("Xã chuẩn bị địa điểm, đón đoàn kiểm tra vào ngày 22/3/2026.", date(2026, 3, 22)),
    ],
)
def test_who_is_to_hold_something_is_bound_to_its_day(text: str, due: date) -> None:
    found = read(text)
    assert found is not None
    assert found[1] == due


@pytest.mark.parametrize(
    "text",
    [
        "Lễ phát động được tổ chức vào ngày 26/3/2026 tại sân vận động.",
        "Cuộc họp sau dự kiến tổ chức vào ngày 26/3/2026.",
        "Hội nghị khai mạc vào hồi 8 giờ ngày 20/3/2026.",
        "Học sinh đi học trở lại vào ngày 16/3/2026.",
        "Lễ ra quân diễn ra vào tháng 4/2026.",
        "Thời gian: 8h00 ngày 15/3/2026.",
        "Bảo đảm an ninh trước, trong và sau dịp nghỉ lễ 30/4.",
        "Ra quân từ ngày 15/3/2026 đến hết ngày 30/4/2026.",
        "Dự án dự kiến hoàn thành vào tháng 9/2026.",
    ],
)
def test_the_day_of_an_event_is_no_deadline(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Quyết định có hiệu lực đến hết ngày 31/12/2026.",
        "Gia hạn hợp đồng thuê đến hết ngày 31/12/2026.",
        "Miễn phí vào cửa đến hết ngày 31/5/2026.",
        "Giấy phép có giá trị trong vòng 30 ngày kể từ ngày ký.",
        "Niêm yết công khai trong 15 ngày.",
        "Thí điểm trong vòng 06 tháng.",
        "Các chợ đóng cửa trong vòng 14 ngày kể từ ngày 12/3/2026.",
        "Tính đến hết ngày 31/3/2026, còn 4 dự án chậm.",
        "Thực hiện Công văn số 12/UBND-KT ngày 25/3/2026.",
        "Đối với các dự án khởi công trước ngày 30/6/2026, áp dụng cơ chế cũ.",
        "Trường hợp không xong trước ngày 30/4/2026, kiểm điểm người đứng đầu.",
        "Rà soát các hợp đồng hết hạn trước ngày 30/6/2026.",
        "Hồ sơ đã tiếp nhận trước ngày 15/3/2026 giải quyết theo quy định cũ.",
        "Trong tháng 3, các xã đã tiêm phòng 2.000 con.",
        "Ghi nhận kết quả trong quý I.",
        "Giám đốc Sở chịu trách nhiệm trước kỳ họp.",
        "Phát biểu trước Đại hội.",
    ],
)
def test_times_that_hold_or_are_told_of_are_no_deadlines(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Trình trong quý II/2026 (trước ngày 20/6/2026).", date(2026, 6, 20)),
        ("Hoàn thành trong tháng 4/2026, chậm nhất ngày 25/4/2026.", date(2026, 4, 25)),
        ("Hằng tuần báo cáo; bàn giao trước ngày 31/8/2026.", date(2026, 8, 31)),
        ("Hằng tuần báo cáo, hoàn thành trước ngày 31/8.", date(2026, 8, 31)),
        ("Gửi trước ngày 20/3/2026; chậm nhất 25/3/2026 công khai.", date(2026, 3, 20)),
        ("Gửi trước ngày 15/3/2026 và 15/9/2026.", date(2026, 3, 15)),
        ("Gửi trước các kỳ, trước ngày 15/6, 15/9 và 15/12.", date(2026, 6, 15)),
        ("Duy trì chế độ báo cáo trước 06h00 và 17h00 hằng ngày.", None),
        ("Xong dự thảo trước ngày 15/4, trình trước ngày 30/4.", date(2026, 4, 15)),
        ("Báo cáo hằng quý, riêng quý I báo cáo trước ngày 25/3/2026.", None),
        ("Báo cáo tháng trước ngày 25 hằng tháng, báo cáo năm trước ngày 15/12.", None),
    ],
)
def test_of_several_the_first_with_a_day_counts(text: str, due: date | None) -> None:
    found = find_deadline(text, day=WRITTEN)
    assert found is not None
    assert found.due == due
    assert isinstance(found, Deadline)
