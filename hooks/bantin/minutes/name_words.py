"""Words that names of offices are made of, and words that follow them in an order.

Plain lists and the patterns made from them. Knows no name as a whole, and no text.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from bantin.records.known_bodies import all_ways, load_known_bodies
from bantin.text.capitals import UPPER

# The words that follow the names in an order. In names, words of the first list have a capital.
# Words of the second list count only before or after certain words.
VERBS = (
    "ban hành, biên soạn, bàn giao, bám, bám sát, báo cáo, bình ổn, bảo dưỡng, bảo quản, bảo vệ, "
    "bảo đảm, bố trí, bồi thường, bổ sung, cam kết, canh gác, chi trả, chia sẻ, chuyển, chuyển "
    "giao, chuyển đổi, chuẩn bị, chuẩn hóa, chăm lo, chăm sóc, chấm dứt, chấn chỉnh, chấp hành, "
    "chằng chống, chỉ đạo, chịu trách nhiệm, chốt trực, chủ trì, chủ động, cung cấp, cung ứng, "
    "cài đặt, cách ly, cân nhắc, cân đối, có biện pháp, có giải pháp, có hướng dẫn, có kế hoạch, "
    "có phương án, có trách nhiệm, có văn bản, công bố, công khai, cùng, căn cứ, cơ cấu lại, "
    "cưỡng chế, cảnh báo, cần, cập nhật, cắm mốc, cắt tỉa, cụ thể hóa, củng cố, cứu trợ, di "
    "chuyển, di dời, duy trì, dành, dừng, dự kiến, dự thảo, dự trữ, ghi rõ, gia cố, gia hạn, "
    "giao, giám sát, giúp đỡ, giải ngân, giải phóng mặt bằng, giải quyết, giải trình, giải tỏa, "
    "giải đáp, giới thiệu, giữ gìn, giữ vững, góp ý, gương mẫu, gửi, hoàn chỉnh, hoàn thiện, hoàn "
    "thành, huy động, hướng dẫn, hạn chế, hậu kiểm, hỗ trợ, khai thác, khen thưởng, khuyến khích, "
    "khôi phục, không được, không để, khảo sát, khẩn trương, khắc phục, khởi công, kiên quyết, "
    "kiến nghị, kiểm kê, kiểm soát, kiểm tra, kiểm điểm, kiểm đếm, kiện toàn, kéo dài, kêu gọi, "
    "ký kết, kết nối, kịp thời, liên kết, luân chuyển, làm rõ, làm tốt, làm việc, làm đầu mối, "
    "lãnh đạo, lưu ý, lấy mẫu, lấy ý kiến, lắp đặt, lồng ghép, lựa chọn, mua sắm, mỗi, mời, mở, "
    "nghiêm túc, nghiên cứu, nghiệm thu, ngăn chặn, nhanh chóng, nhân rộng, nhắc nhở, niêm yết, "
    "nâng cao, nâng cấp, nêu cao, nêu rõ, nạo vét, nắm, nỗ lực, nộp, phun, phát dọn, phát huy, "
    "phát hành, phát sóng, phát động, phân bổ, phân công, phân cấp, phân loại, phân luồng, phân "
    "tích, phân định, phê duyệt, phòng ngừa, phải, phản biện, phản ánh, phối hợp, phổ biến, phục "
    "vụ, quan tâm, quy định, quyết liệt, quyết toán, quyết định, quán triệt, quảng bá, rà phá, rà "
    "soát, rút, rút kinh nghiệm, rút ngắn, siết chặt, soạn thảo, sơ tán, sắp xếp, sẵn sàng, số "
    "hóa, sớm, sử dụng, sửa chữa, tham gia, tham mưu, thanh toán, thanh tra, thay thế, theo dõi, "
    "thi công, thu gom, thu hút, thu hồi, thành lập, tháo dỡ, tháo gỡ, thí điểm, thông báo, thông "
    "tin, thăm hỏi, thường xuyên, thảo luận, thẩm tra, thẩm định, thể hiện, thống kê, thống nhất, "
    "thực hiện, tiêm, tiêm phòng, tiêu hủy, tiến hành, tiếp nhận, tiếp thu, tiếp tế, tiếp tục, "
    "tiết kiệm, trang trí, tranh thủ, trao đổi, triển khai, truy xuất, trả lời, trực tiếp, tu "
    "sửa, tuyên truyền, tuyển dụng, tuyển sinh, tuyệt đối, tuân thủ, tuần tra, tìm, tích cực, "
    "tính toán, tăng, tăng cường, tư vấn, tạm dừng, tạm thời, tạm ứng, tạo điều kiện, tập huấn, "
    "tập trung, tổ chức, tổng hợp, tổng kết, tự kiểm tra, tự rà soát, vào cuộc, vận chuyển, vận "
    "hành, vận động, xem xét, xin ý kiến, xác minh, xác nhận, xác định, xây dựng, xây mới, xét "
    "duyệt, xúc tiến, xử lý, xử phạt, yêu cầu, ôn tập, điều chỉnh, điều hành, điều hòa, điều "
    "tiết, điều tra, điều động, đo đạc, đào tạo, đánh giá, đình chỉ, đón tiếp, đôn đốc, đăng cai, "
    "đăng ký, đăng tải, đưa, được giao, được phân công, được yêu cầu, được đề nghị, đạt, đảm bảo, "
    "đấu giá, đấu thầu, đấu tranh, đẩy mạnh, đẩy nhanh, đề cao, đề nghị, đề xuất, định hướng, đối "
    "chiếu, đối thoại, đồng bộ, đồng hành, đổi mới, động viên, ưu tiên, ưu đãi, ổn định, ủng hộ, "
    "ứng cứu, ứng phó, ứng trực"
).split(", ")
_VERBS_BUT = (
    r"cử(?<!bầu cử)|làm(?<!việc làm)|trực(?<!hường trực)|trình(?! (?:bày|độ|tự|diễn|duyệt))"
    r"(?<!công trình)(?<!chương trình)(?<!quá trình)(?<!quy trình)(?<!lộ trình)(?<!tờ trình)|"
    r"cấp(?= (?:đủ|phát|kinh phí|giấy|bổ sung|vắc|nước|ngay|tạm))|cho(?= (?:học sinh|vay|phép))|"
    r"lập(?=\s+(?:phương án|kế hoạch|danh sách|hồ sơ|tờ trình|dự toán|báo cáo|đoàn|tổ|đề án|"
    r"biên bản|lại|sổ|bảng|chốt|trạm|bản đồ|quy hoạch))"
)


def one_of(words: Iterable[str]) -> str:
    """Return a pattern for one of some words.

    Words that begin alike share their first letters: each letter of a text is looked at once, and
    not once for each word.
    """
    behind: dict[str, list[str]] = defaultdict(list)
    for word in dict.fromkeys(words):
        behind[word[:1]].append(word[1:])
    ends_here = behind.pop("", None) is not None
    branches = [
        re.escape(first) + (one_of(rests) if len(rests) > 1 else re.escape(rests[0]))
        for first, rests in behind.items()
    ]
    return f"(?:{'|'.join(branches)}){'?' if ends_here else ''}"


VERB = rf"(?:{one_of(VERBS)}|{_VERBS_BUT})"
VERB_NEXT = re.compile(rf"\s+{VERB}(?!\w)")
# Words of a name that would be a verb elsewhere: "Ban Quản lý dự án đầu tư xây dựng".
NOUNS_NEXT = re.compile(
    r"\s+(?:giao (?:thông|dịch)(?: vận tải)?|hàng không|hướng nghiệp|"
    r"bồi thường(?:,| và)? hỗ trợ(?:,| và)? tái định cư|"
    r"bồi thường(?:,| và)? giải phóng mặt bằng|một thành viên|giảm nghèo|"
    r"đầu tư(?: và)? xây dựng|xây dựng (?:cơ bản|đảng)|"
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
_ALONG = (
    r"(?:dọc(?: theo)?|ven|thuộc lưu vực|hạ lưu|thượng lưu|hạ du|vùng hạ du|vùng lòng|quanh)"
    r"(?: hai bên| các)? (?:(?:sông|suối|hồ(?: chứa)?|đê|kênh|bờ biển|biển|vịnh|đầm|"
    r"tuyến(?! đường)|(?:tuyến )?đường(?: tỉnh| bộ| sắt)?|quốc lộ|cao tốc)"
    rf"(?: [{UPPER}][\w]*| \d{{1,4}}[A-Z]?(?![\w/.,%])){{0,4}})"
)
QUALIFIED = (
    rf"(?: (?:{_ALONG}|"
    r"(?:có |đơn vị )?liên quan(?: khác)?|(?:trực )?thuộc "
    r"(?:(?:Trung|trung) ương|(?:Tỉnh|Thành|Huyện) (?:ủy|uỷ))|"
    r"(?:trực )?thuộc (?:UBND )?tỉnh|trực thuộc|của tỉnh|cấp (?:tỉnh|huyện|xã)|"
    r"trong (?:tỉnh|xã|vùng(?: \w+)?)|"
    r"có tên(?: nêu)? trên|"
    r"(?:trên|tại) địa bàn(?: (?:toàn )?(?:tỉnh|huyện|xã|phường|thành phố)(?! hội))?|nêu trên|"
    r"tuyến (?:tỉnh|huyện|xã)|"
    r"phụ trách (?:khối|lĩnh vực|địa bàn)|"
    r"nói trên|còn lại|chuyên môn|chức năng|ven (?:biển|sông|hồ)|biên giới|"
    r"vùng (?:cao|lũ|hạ du|biển|sâu|đồng bào)|lân cận|"
    r"khu vực (?:biên giới|nông thôn|miền núi|ven biển|trọng điểm)|"
    r"nơi có (?:dự án|công trình|rừng|tuyến đường)(?: đi qua)?|"
    r"có (?:rừng|biển|đê|biên giới|nghệ nhân|chợ(?: đêm)?|bến(?: thuyền| thủy| xe)?|cảng|"
    r"hồ(?: chứa)?|làng nghề|tàu cá|di tích|lễ hội|cửa khẩu|(?:khu|cụm) công nghiệp|"
    r"điểm sạt lở|dịch(?: bệnh)?|mỏ|đường sắt|"
    r"(?:dự án|công trình|tuyến đường)(?: đi qua| chậm tiến độ)?))"
    r"(?!\w))*+"
)
# Words without a capital in names that no table has, beside the words of the table.
_MORE_SYLLABLES = (
    "hạ hồi hồ chứa rừng phòng hộ đặc dụng khoáng sắt thủy lợi thoát nước bến xe cụm khai thác "
    "nghề chợ mầm non tiểu thiên nhiên vườn di tích thắng cảnh bệnh phúc bồi thường giải mặt "
    "bằng tái cư núi miền lưu trữ kỹ nhà ở đất nội trú bán dự điều dưỡng đa khoa chuyên ngành "
    "tuyến trực giúp thư liên hợp lụt bão lũ cứu quốc tế trách nhiệm hạn cổ phần thành hữu bưu "
    "bảo trì đường bộ cao tốc hầm cầu cảng sản chăn thú giống cây vật liệu năng trắc địa đo đạc "
    "bản đồ quan tài nguyên tin học ngoại ngữ khuyến công tổng điện giám định y pháp thanh "
    "thiếu nhi tồn nghệ sĩ xổ số kiến thiết môi trường đô thị đảng ủy trợ trật tự sạch vệ sinh "
    "xanh chiếu sáng buýt cộng ích lao phổi liễu dược truyền cai nghiện ma túy ứng thử nghiệm "
    "biển hải đảo đê chung ô tô nghiệp lễ ngân khách sạn viễn khí tượng văn trung tây nam bắc "
    "đông"
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
