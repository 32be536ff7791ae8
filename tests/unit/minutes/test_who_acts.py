"""Who has a task where a point speaks of several: the first clause, its object, its helpers."""

from __future__ import annotations

import pytest
from bantin.minutes.directives import read_directive


@pytest.mark.parametrize(
    "text",
    [
        "Kiểm tra bến; đề nghị Công an tỉnh xử lý vi phạm.",
        "Rà soát các lều quán, đề nghị UBND xã Nà Lang di dời.",
        "Lập danh sách hộ nghèo; yêu cầu UBND xã Nà Lang xác nhận.",
        "Theo dõi mực nước, kịp thời đề nghị Công an tỉnh cấm đường.",
        "Tổng hợp kiến nghị; đề nghị Bộ Y tế hướng dẫn.",
        "Kiểm tra chợ đêm và đề nghị Sở Công Thương xử lý.",
        "Hoàn thiện hồ sơ, yêu cầu Công ty Cổ phần Bến thuyền Nà Lang giải trình.",
        "Thẩm định phương án; trường hợp cần thiết, đề nghị Sở Tài chính cho ý kiến.",
        "Tuần tra ban đêm; yêu cầu Ban Quản lý chợ Nà Lang đóng cửa đúng giờ.",
        "Thường xuyên nắm tình hình; đề nghị Bộ Chỉ huy Quân sự tỉnh hỗ trợ.",
    ],
)
def test_whom_the_body_asks_does_not_have_its_task(text: str) -> None:
    """The body stands in the heading. Its task is first; whom it asks comes later."""
    read = read_directive(text)
    assert (read.kind, read.addressees) == ("task", ())


@pytest.mark.parametrize(
    ("text", "kind", "names"),
    [
        ("Tiếp tục dọn chợ, giao UBND xã Nà Lang chủ trì.", "assign", "UBND xã Nà Lang"),
        ("Khắc phục đường sạt; giao Sở Xây dựng lập dự toán.", "assign", "Sở Xây dựng"),
        ("Rà soát bến. Đề nghị Công an tỉnh xử lý.", "propose", "Công an tỉnh"),
        ("Rà soát bến. Yêu cầu Sở Xây dựng báo cáo.", "require", "Sở Xây dựng"),
        ("Ghi nhận cố gắng; đề nghị Sở Y tế phát huy.", "propose", "Sở Y tế"),
        ("Thống nhất phương án; yêu cầu Sở Y tế sớm trình.", "require", "Sở Y tế"),
    ],
)
def test_whom_the_chair_asks_has_it(text: str, kind: str, names: str) -> None:
    read = read_directive(text)
    assert (read.kind, "|".join(read.addressees)) == (kind, names)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Các xã, phường hướng dẫn các bộ, cơ quan, đơn vị lập dự toán.", "Các xã, phường"),
        ("Các nhóm Sông Khe tiếp tục dọn bến; hướng dẫn các xã, cơ quan, đơn vị rà soát.", ""),
        ("Các tổ Hoa Ban khẩn trương rà soát; hỗ trợ các thôn, cơ quan, đơn vị kiểm kê.", ""),
        ("Các kíp trực Nà Lang rà soát; tập huấn các hộ, cơ quan, đơn vị thực hiện.", ""),
        ("Những nơi ven hồ rà soát, nhắc các chủ bến, cơ quan, đơn vị sửa cầu.", ""),
        ("Các nhóm Sông Khe báo tin cho các thôn, chủ đầu tư rà soát.", ""),
        ("Các nhóm Sông Khe đôn đốc các thôn, chủ rừng trồng cây.", ""),
        ("Các nhóm Sông Khe mời các thôn, nhà thầu tham gia.", ""),
        ("Các nhóm Sông Khe mời các thôn, cơ quan báo chí tham gia.", ""),
        ("Các nhóm Sông Khe nhắc các hộ, chủ đầu tư các dự án nộp lại đất.", ""),
    ],
)
def test_the_rest_of_a_list_that_is_an_object_has_no_task(text: str, names: str) -> None:
    assert "|".join(read_directive(text).addressees) == names


@pytest.mark.parametrize(
    "text",
    [
        "Sở Xây dựng chỉ đạo các đơn vị trực thuộc phối hợp với Công an tỉnh cắm biển.",
        "Đề nghị UBND tỉnh chỉ đạo Sở Y tế phối hợp với Sở Nội vụ rà soát.",
        "Chỉ đạo Ban Dân tộc tỉnh phối hợp với UBND xã Nà Lang sửa đường.",
        "Đôn đốc, chỉ đạo Ban Quản lý bến phối hợp với UBND xã Nà Lang dời lều.",
        "Sở Y tế đôn đốc các trung tâm y tế phối hợp với UBND các xã tiêm phòng.",
        "Sở Công Thương hướng dẫn các chợ phối hợp với Công an xã giữ trật tự.",
        "Yêu cầu UBND xã Nà Lang chỉ đạo các thôn phối hợp cùng Công an xã tuần tra.",
        "Công an tỉnh chỉ đạo công an các xã chủ trì, phối hợp với UBND các xã tuần tra.",
        "Giao Sở Xây dựng kiểm tra bến, đôn đốc chủ bến phối hợp với Công an tỉnh cắm biển.",
        "Đề nghị UBND tỉnh chỉ đạo Sở Y tế phối hợp với Sở Nội vụ rà soát; phối hợp với Sở Tư "
        "pháp hoàn thiện hồ sơ.",
        "UBND các xã vận động các hộ phối hợp với Điện lực Nà Lang phát dọn.",
    ],
)
def test_who_helps_others_is_no_helper_of_the_one_told(text: str) -> None:
    assert read_directive(text).helpers == ()


@pytest.mark.parametrize(
    ("text", "helpers"),
    [
        ("Sở Y tế chỉ đạo tiêm phòng, phối hợp với Sở Nội vụ rà soát.", "Sở Nội vụ"),
        ("Sở Y tế chỉ đạo các trạm tiêm phòng; phối hợp với Sở Nội vụ rà soát.", "Sở Nội vụ"),
        ("Sở Y tế hướng dẫn các xã, phối hợp với Sở Nội vụ rà soát.", "Sở Nội vụ"),
        ("Chỉ đạo, phối hợp với UBND xã Nà Lang sửa đường.", "UBND xã Nà Lang"),
        ("Sở Y tế chủ trì, phối hợp với Sở Nội vụ chỉ đạo các xã.", "Sở Nội vụ"),
        ("Tập trung chỉ đạo quyết liệt, chủ động phối hợp với Công an tỉnh.", "Công an tỉnh"),
        (
            "Sở Y tế phối hợp với các cơ quan liên quan như: Công an tỉnh, Sở Xây dựng rà soát.",
            "các cơ quan liên quan",
        ),
    ],
)
def test_helpers_of_the_one_told_are_read(text: str, helpers: str) -> None:
    assert "|".join(read_directive(text).helpers) == helpers


WITHIN = (
    "trong phạm vi nhiệm vụ, quyền hạn của mình",
    "trong phạm vi chức năng, nhiệm vụ được giao",
    "trong phạm vi quyền hạn",
    ", trong phạm vi nhiệm vụ, quyền hạn của mình,",
    "theo chức năng, nhiệm vụ được giao",
    "căn cứ chức năng, nhiệm vụ được giao",
    "trên cơ sở chức năng, nhiệm vụ,",
    "theo thẩm quyền",
    "trong phạm vi quản lý",
    "theo lĩnh vực phụ trách",
)


@pytest.mark.parametrize("within", WITHIN)
@pytest.mark.parametrize(
    ("verb", "kind"), [("có trách nhiệm giám sát bến.", "assign"), ("giám sát bến.", "task")]
)
def test_by_duty_stands_between_a_name_and_its_verb(within: str, verb: str, kind: str) -> None:
    for named in ("Thanh tra tỉnh", "Các đại biểu HĐND tỉnh", "Các sở, ngành", "UBND các xã"):
        read = read_directive(f"{named} {within} {verb}".replace(" ,", ","))
        assert (read.kind, read.addressees) == (kind, (named,))


@pytest.mark.parametrize(
    ("text", "kind", "names"),
    [
        ("Sở Y tế cử kíp trực. Giao Sở Nội vụ lập sổ.", "task", "Sở Y tế|Sở Nội vụ"),
        ("Giao nhiệm vụ Ban Quản lý bến lập sổ.", "assign", "Ban Quản lý bến"),
        (
            "Chủ tịch UBND 36 phường, xã: Khẩn trương dọn chợ. Chủ tịch UBND các phường, xã chịu "
            "trách nhiệm trước Chủ tịch UBND tỉnh.",
            "task",
            "Chủ tịch UBND 36 phường, xã",
        ),
        ("UBND các xã, phường: Rà soát số hộ.", "task", "UBND các xã, phường"),
        ("UBND 05 xã vùng cao: rà soát số hộ.", "task", "UBND 05 xã vùng cao"),
        ("Giao nhiệm vụ cho Sở Y tế lập sổ.", "assign", "Sở Y tế"),
    ],
)
def test_work_is_given(text: str, kind: str, names: str) -> None:
    read = read_directive(text)
    assert (read.kind, "|".join(read.addressees)) == (kind, names)
