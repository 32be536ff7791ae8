"""Words that names of offices are made of, and words that follow them in an order.

Plain lists and the patterns made from them. Knows no name as a whole, and no text.
"""

from __future__ import annotations

import re
from functools import cache

from bantin.records.known_bodies import all_ways, load_known_bodies

# The words that follow the names in an order. In names, words of the first list have a capital.
# Words of the second list count only before or after certain words.
_VERBS = (
    "bám sát, ban hành, bàn giao, báo cáo, bảo đảm, bảo vệ, biên soạn, bố trí, bổ sung, căn cứ, "
    "cảnh báo, cân đối, cân nhắc, cần, cập nhật, chăm lo, chấm dứt, chấn chỉnh, chấp hành, chỉ "
    "đạo, chịu trách nhiệm, chủ động, chủ trì, chuẩn bị, chuyển, chi trả, có biện pháp, có giải "
    "pháp, có hướng dẫn, có kế hoạch, có phương án, có trách nhiệm, có văn bản, công bố, công "
    "khai, cơ cấu lại, củng cố, cùng, cung cấp, cung ứng, di dời, dự thảo, dừng, duy trì, đánh "
    "giá, đảm bảo, đăng cai, đăng ký, đào tạo, đấu tranh, đẩy mạnh, đẩy nhanh, đề nghị, đề xuất, "
    "điều chỉnh, điều tiết, điều tra, đình chỉ, đối chiếu, đổi mới, đôn đốc, đưa, được đề nghị, "
    "được giao, được phân công, được yêu cầu, gia hạn, giải ngân, giải quyết, giải tỏa, giải "
    "trình, giám sát, giao, gửi, gương mẫu, hoàn chỉnh, hoàn thành, hoàn thiện, hỗ trợ, huy động, "
    "hướng dẫn, khai thác, khảo sát, khắc phục, khẩn trương, khôi phục, khuyến khích, kiểm đếm, "
    "kiểm điểm, kiểm kê, kiểm soát, kiểm tra, kiên quyết, kiện toàn, kịp thời, ký kết, làm rõ, "
    "làm đầu mối, làm việc, lãnh đạo, lắp đặt, lấy ý kiến, lồng ghép, lựa chọn, lưu ý, mỗi, mở, "
    "mời, nắm, nâng cao, nêu cao, ngăn chặn, nghiêm túc, nghiên cứu, nhân rộng, nhanh chóng, niêm "
    "yết, nỗ lực, nộp, ổn định, phải, phát dọn, phát động, phát huy, phân bổ, phân cấp, phân "
    "công, phân loại, phân luồng, phê duyệt, phổ biến, phối hợp, phục vụ, quan tâm, quán triệt, "
    "quyết định, quyết liệt, rà soát, rút ngắn, rút kinh nghiệm, sắp xếp, sẵn sàng, soạn thảo, "
    "sớm, sơ tán, sử dụng, sửa chữa, tạm dừng, tạm thời, tạo điều kiện, tăng, tăng cường, tập "
    "huấn, tập trung, tham gia, tham mưu, thanh tra, thành lập, tháo gỡ, thăm hỏi, thẩm định, "
    "thẩm tra, theo dõi, thí điểm, thông báo, thông tin, thống kê, thống nhất, thu hồi, thực "
    "hiện, thường xuyên, tích cực, tiến hành, tiếp nhận, tiếp thu, tiếp tục, tìm, tính toán, tổ "
    "chức, tổng hợp, tổng kết, trả lời, tranh thủ, triển khai, trực tiếp, tuần tra, tuyên truyền, "
    "tuyển dụng, tuyển sinh, tư vấn, ưu tiên, ứng trực, vào cuộc, vận động, vận hành, xác định, "
    "xác minh, xây dựng, xem xét, xin ý kiến, xúc tiến, xử lý, yêu cầu"
).split(", ")
_VERBS_BUT = (
    r"cử(?<!bầu cử)|làm(?<!việc làm)|trực(?<!thường trực)|trình(?! (?:bày|độ|tự|diễn|duyệt))"
    r"(?<!công trình)(?<!chương trình)(?<!quá trình)(?<!quy trình)(?<!lộ trình)(?<!tờ trình)|"
    r"cấp(?= (?:đủ|phát|kinh phí|giấy|bổ sung|vắc|nước|ngay|tạm))|cho(?= (?:học sinh|vay|phép))|"
    r"lập(?=\s+(?:phương án|kế hoạch|danh sách|hồ sơ|tờ trình|dự toán|báo cáo|đoàn|tổ|đề án|"
    r"biên bản|lại|bản đồ|quy hoạch))"
)
VERB = rf"(?:{'|'.join(_VERBS)}|{_VERBS_BUT})"
VERB_NEXT = re.compile(rf"\s+{VERB}(?!\w)")
# Words of a name that would be a verb elsewhere: "Ban Quản lý dự án đầu tư xây dựng".
NOUNS_NEXT = re.compile(
    r"\s+(?:giao (?:thông|dịch)(?: vận tải)?|đầu tư(?: và)? xây dựng|xây dựng (?:cơ bản|đảng)|"
    r"xây dựng(?: các)? công trình|phòng,? chống|phòng cháy,?(?: và)? chữa cháy|"
    r"tìm kiếm,? cứu nạn|hỗ trợ(?: và)? (?:nông dân|phụ nữ|doanh nghiệp|khởi nghiệp|tái định cư)|"
    r"xúc tiến (?:đầu tư|thương mại|du lịch)|tuyển sinh quân sự|giám sát cộng đồng|"
    r"bảo vệ(?: và phát triển)? (?:rừng|môi trường|thực vật|chăm sóc)|"
    r"khai thác(?: các)? công trình|"
    r"quản lý(?: và)? (?:khai thác|bảo trì|vận hành|đường bộ|hồ|rừng|nước|chợ|đô thị|dự án|"
    r"chất lượng)(?: khai thác)?|phục vụ hành chính công|"
    r"tư vấn (?:thiết kế|giám sát|xây dựng))(?!\w)"
)
LEVEL = (
    r"(?i:tỉnh(?! (?:đoàn|ủy|uỷ))|thành phố|huyện(?! (?:đoàn|ủy|uỷ))|thị xã|quận|"
    r"xã(?! hội| luận| viên)|phường(?! hội)|thị trấn|đặc khu)"
)
# The places of a lower rank lie in those of a higher one: "xã A, tỉnh B".
RANKS = {
    "xã": 1, "phường": 1, "thị trấn": 1, "đặc khu": 1, "huyện": 2, "quận": 2, "thị xã": 2,
    "thành phố": 3, "tp": 3, "tỉnh": 4,
}  # fmt: skip
# What stands behind names for many, and belongs to them.
QUALIFIED = (
    r"(?: (?:(?:có |đơn vị )?liên quan(?: khác)?|(?:trực )?thuộc (?:Trung|trung) ương|"
    r"(?:trực )?thuộc (?:UBND )?tỉnh|trực thuộc|của tỉnh|cấp (?:tỉnh|huyện|xã)|"
    r"trong (?:tỉnh|vùng|xã)|"
    r"(?:trên|tại) địa bàn(?: (?:toàn )?(?:tỉnh|huyện|xã|phường|thành phố)(?! hội))?|nêu trên|"
    r"phụ trách (?:khối|lĩnh vực|địa bàn)|"
    r"nói trên|còn lại|chuyên môn|chức năng|ven (?:biển|sông|hồ)|biên giới|vùng (?:cao|lũ|hạ du)|"
    r"nơi có (?:dự án|công trình|rừng|tuyến đường)(?: đi qua)?|"
    r"có (?:rừng|biển|đê|biên giới|(?:dự án|công trình|tuyến đường)(?: đi qua| chậm tiến độ)?))"
    r"(?!\w))*+"
)
# Words without a capital in names that no table has, beside the words of the table.
_MORE_SYLLABLES = (
    "hồ chứa rừng phòng hộ đặc dụng khoáng sắt thủy lợi thoát nước bến xe cụm khai thác nghề mầm "
    "non tiểu thiên nhiên vườn di tích thắng cảnh bệnh phúc bồi thường giải mặt bằng tái cư núi "
    "miền lưu trữ kỹ nhà ở đất nội trú bán dự phòng điều dưỡng đa khoa chuyên ngành tuyến thường "
    "trực giúp thư liên hợp lụt bão lũ cứu hộ quốc tế một trách nhiệm hạn cổ phần thành hữu bưu "
    "bảo trì đường bộ cao tốc hầm cầu cảng thủy sản chăn thú giống cây vật liệu năng trắc địa đo "
    "đạc bản đồ quan trắc tài nguyên tin học ngoại ngữ khuyến công tổng điện giám định y khoa "
    "pháp thanh thiếu nhi bảo tồn nghệ sĩ xổ số kiến thiết môi trường đô thị đảng ủy bảo trợ"
)
# No name ends with one of these.
LINKS = frozenset("và của các về vì cho tại trong thuộc theo với ở do được một".split())


@cache
def name_syllables() -> frozenset[str]:
    """Return the words without a capital that a name may contain."""
    return frozenset(_MORE_SYLLABLES.split()).union(
        word
        for body in load_known_bodies().values()
        for way in all_ways(body)
        for word in re.findall(r"[^\W\d_]+", way)
        if word.islower()
    )
