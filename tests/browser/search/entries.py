"""Invented records to search in: each is there for a query that could find the wrong one."""

from __future__ import annotations

from bantin.search import SearchEntry

COMMITTEE = "Ban Vì sự tiến bộ của phụ nữ tỉnh Đắk Nông"


def entry(
    url: str,
    title: str,
    *,
    kind: str = "Tin tức",
    number: str = "",
    day: str = "",
    names: tuple[str, ...] = (),
    summary: str = "",
    text: str = "",
    points: tuple[tuple[str, str], ...] = (),
) -> SearchEntry:
    return SearchEntry(url, title, kind, number, day, names, summary, text, points)


ENTRIES = (
    entry(
        "van-ban/2021/405/",
        "Kết luận của Trưởng ban tại cuộc họp quý III về công tác bình đẳng giới",
        kind="Thông báo",
        number="405/TB-VP.UBND",
        day="2021-10-05",
        names=(COMMITTEE, "VSTBCPN", "Lê Trọng Yên"),
        text="Giao Sở Nội vụ rà soát quy hoạch cán bộ nữ, báo cáo trước ngày 30/10/2021.",
    ),
    entry(
        "van-ban/2020/405/",
        "Kết luận về phòng, chống dịch bệnh mùa mưa",
        kind="Thông báo",
        number="405/TB-VP.UBND",
        day="2020-10-12",
        text="Sở Y tế chuẩn bị thuốc men. Thông báo số 311/TB-VP.UBND hết hiệu lực.",
    ),
    entry(
        "van-ban/2021/40/",
        "Kế hoạch tháng hành động vì trẻ em",
        kind="Kế hoạch",
        number="40/KH-UBND",
        day="2021-05-04",
        text="Ủy ban nhân dân các huyện Krông Nô, Đắk R'Lấp tổ chức lễ phát động.",
    ),
    entry(
        "van-ban/2019/18/",
        "Kết luận về công tác cán bộ",
        kind="Kết luận",
        number="18-KL/TU",
        day="2019-03-01",
        text="Cấp ủy các cấp lãnh đạo việc kết nạp đảng viên nữ.",
    ),
    entry(
        "tin-tuc/2021/10/dang/",
        "Đảng bộ tỉnh kết nạp thêm nhiều đảng viên trẻ",
        day="2021-10-20",
        text="Đảng viên mới đều là công nhân và giáo viên vùng sâu.",
    ),
    entry(
        "tin-tuc/2021/11/dang-ky/",
        "Người dân đăng ký thường trú qua mạng",
        day="2021-11-02",
        text="Việc đăng ký mất ít phút. Công an xã đang hướng dẫn bà con.",
    ),
    entry(
        "tin-tuc/2013/10/ban/",
        "Hội nghị tổng kết của phụ nữ Krông Nô",
        day="2013-10-17",
        names=("Y Blok Êban",),
        summary="Hội nghị bàn việc giúp nhau làm kinh tế.",
        text="Các chị em bàn bạc, chia sẻ cách trồng hồ tiêu. Hòa bình là niềm vui chung.",
    ),
    entry(
        "tin-tuc/2015/03/ban-hang/",
        "Bà con bán hàng nông sản qua mạng",
        day="2015-03-08",
        text="Nhiều gia đình bán cà phê, hồ tiêu ra nước ngoài. Bạn hàng ở xa đặt mua.",
    ),
    entry(
        "tin-tuc/2016/06/phu/",
        "Phụ huynh và con gái cùng đọc sách",
        day="2016-06-01",
        text="Ngày hội dành cho nữ sinh. Phụ cấp cho cô giáo cũng được nói tới.",
    ),
    entry(
        "tin-tuc/2012/01/khong-dau/",
        "Thu chuc mung nam moi",
        day="2012-01-01",
        text="Kinh chuc chi em phu nu mot nam moi binh an, hanh phuc.",
    ),
    entry(
        "tin-tuc/2018/02/uy-ban/",
        "Uỷ ban nhân dân huyện tặng quà Tết",
        day="2018-02-10",
        text="Ông Nguyễn Văn Hoà, Phó Chủ tịch, thăm các gia đình. Lí do là Tết đến gần.",
    ),
    entry(
        "tin-tuc/2018/05/ly-luan/",
        "Lớp trung cấp lý luận chính trị khai giảng",
        day="2018-05-10",
        text="Học viên đến từ 18 xã, phường; kỷ niệm ngày thành lập trường.",
    ),
    entry(
        "tin-tuc/2022/07/ma/",
        "Cảnh báo mã độc <script>window.hacked = true</script> trên mạng",
        day="2022-07-01",
        text='Kẻ xấu gửi <img src=x onerror="window.hacked = true"> qua thư điện tử.',
    ),
    entry(
        "to-chuc/vstbpn/",
        COMMITTEE,
        kind="Cơ quan",
        names=("VSTBCPN tỉnh Đắk Nông", "VSTBCPN"),
        text="Tổ chức phối hợp liên ngành.",
    ),
    entry(
        "tin-tuc/2008/01/dai/",
        "Chuyện dài",
        day="2008-01-05",
        text=f"{'Một câu mở đầu thật dài. ' * 20}Sau cuối cùng là chuyện mùa màng."
        f"{' Rồi lại kể tiếp.' * 20}",
    ),
    entry("chuyen-muc/phu-nu/", "Phụ nữ", kind="Chuyên mục"),
    entry(
        "nguoi/le-trong-yen/",
        "Lê Trọng Yên",
        kind="Người",
        summary="Phó Chủ tịch Ủy ban nhân dân tỉnh",
    ),
    *(
        entry(
            f"tin-tuc/2010/{month:02}/nuoc/",
            f"Cấp nước sạch đợt {month}",
            day=f"2010-{month:02}-15",
            text="Công trình nước sạch nông thôn hoàn thành ở thôn buôn xa.",
        )
        for month in range(1, 13)
    ),
    *(
        entry(
            f"tin-tuc/2009/{month:02}/muc-nuoc/",
            f"Mực nước hồ tháng {month}",
            day=f"2009-{month:02}-15",
            text="Hồ chứa đầy nước sạch nông thôn, sẵn sàng cho mùa khô.",
        )
        for month in range(1, 13)
    ),
)
