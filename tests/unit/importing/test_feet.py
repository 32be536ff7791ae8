"""Feet of documents: recipients, filing, who signed; what stands behind them is text again."""

from __future__ import annotations

import pytest
from bantin.importing.capture import Block, BlockKind
from bantin.importing.signature import Foot, find_foot, parse_foot

from tests.unit.importing.samples import capture_of

OPENING = "Xã thông báo việc thử.\n\n"


def foot_of(text: str) -> Foot:
    blocks = capture_of(OPENING + text).blocks
    at = find_foot(blocks)
    assert at == 1, f"the foot begins at {at}"
    return parse_foot(blocks[at:])


WANTED = (("KT. CHỦ TỊCH",), "PHÓ CHỦ TỊCH", "Lò Văn Thử", ("Như trên", "Các bản"), "VT, VX")
LAYOUTS = {
    "own lines": """Nơi nhận:
- Như trên;
- Các bản;
- Lưu: VT, VX.

KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
(Đã ký)
Lò Văn Thử""",
    "two columns": """Nơi nhận:                         KT. CHỦ TỊCH
- Như trên;                       PHÓ CHỦ TỊCH
- Các bản;
- Lưu: VT, VX.                    (đã ký)

                                  Lò Văn Thử""",
    "columns by one space": """Nơi nhận: KT. CHỦ TỊCH
- Như trên; PHÓ CHỦ TỊCH
- Các bản; (Đã ký)
- Lưu: VT, VX. Lò Văn Thử""",
    "columns by bars": """Nơi nhận: | KT. CHỦ TỊCH
- Như trên; | PHÓ CHỦ TỊCH
- Các bản; | (Đã ký)
- Lưu: VT, VX. | Lò Văn Thử""",
    "signature first": """KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
(Đã ký)
Lò Văn Thử
Nơi nhận:
- Như trên;
- Các bản;
- Lưu: VT, VX.""",
    "recipients behind the name": """Nơi nhận :                        KT. CHỦ TỊCH
– Như trên;                       PHÓ CHỦ TỊCH
                                  (Đã ký)
                                  Lò Văn Thử
– Các bản;
– Lưu: VT, VX.""",
    "lower case": """Nơi nhận:
- Như trên;
- Các bản;
- Lưu: VT, VX.
KT. CHỦ TỊCH
Phó Chủ tịch
(Đã ký)
Lò Văn Thử""",
    "name in capitals": """Nơi nhận:
- Như trên;
- Các bản;
- Lưu: VT, VX.
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
(Đã ký)
LÒ VĂN THỬ""",
    "academic titles": """Nơi nhận:
- Như trên;
- Các bản;
- Lưu: VT, VX.
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
(Đã ký)
PGS.TS. Lò Văn Thử""",
    "signature of a machine": """Nơi nhận:
- Như trên;
- Các bản;
- Lưu: VT, VX.
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Người ký: UBND xã Thử
Email: vanthu@thu.vi.du
Thời gian ký: 10.03.2026 08:15:00 +07:00
(Đã ký)
Lò Văn Thử""",
    "no colon, no dashes": """NƠI NHẬN
Như trên;
Các bản;
Lưu: VT, VX.
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
(Đã ký)
Lò Văn Thử""",
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_gives_the_same_foot(layout: str) -> None:
    foot = foot_of(LAYOUTS[layout])
    assert foot.signer is not None
    signer = foot.signer
    position = signer.position.upper()
    assert (
        signer.authority,
        position,
        signer.name,
        foot.recipients,
        foot.filing,
    ) == WANTED
    assert signer.signed


def test_columns_of_a_layout_table_are_kept_apart() -> None:
    left = ["Nơi nhận:", "- Như trên;", "- Trung tâm", "Phục vụ hành chính công;", "- Lưu: VT."]
    right = ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Lò Văn Thử"]
    lines = [(text, 1) for text in left] + [(text, 2) for text in right]
    foot = parse_foot([Block(n, t, t, False, column=c) for n, (t, c) in enumerate(lines, 1)])
    assert foot.recipients == ("Như trên", "Trung tâm Phục vụ hành chính công")
    assert foot.signer is not None
    assert foot.signer.authority == ("TM. ỦY BAN NHÂN DÂN",)


@pytest.mark.parametrize("annex", ["PHỤ LỤC", "Phụ lục I", "DANH SÁCH CÁC BẢN", "GHI CHÚ CHUNG"])
def test_an_annex_in_the_left_column_is_no_part_of_the_foot(annex: str) -> None:
    left = ["Nơi nhận:", "- Như trên;", "- Lưu: VT.", annex]
    lines = [(text, 1) for text in left] + [("CHỦ TỊCH", 2), ("Lò Văn Thử", 2)]
    foot = parse_foot([Block(n, t, t, False, column=c) for n, (t, c) in enumerate(lines, 1)])
    assert [block.text for block in foot.behind] == [annex]
    assert foot.filing == "VT"
    assert foot.signer is not None
    assert foot.signer.position == "CHỦ TỊCH"


@pytest.mark.parametrize(
    ("block", "authority", "position"),
    [
        ("CHỦ TỊCH", (), "CHỦ TỊCH"),
        ("BỘ TRƯỞNG, CHỦ NHIỆM", (), "BỘ TRƯỞNG, CHỦ NHIỆM"),
        ("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH", ("TM. ỦY BAN NHÂN DÂN",), "CHỦ TỊCH"),
        ("TM. ỦY BAN NHÂN DÂN\nXÃ THỬ\nCHỦ TỊCH", ("TM. ỦY BAN NHÂN DÂN XÃ THỬ",), "CHỦ TỊCH"),
        ("T/M BAN THƯỜNG VỤ\nBÍ THƯ", ("T/M BAN THƯỜNG VỤ",), "BÍ THƯ"),
        (
            "K/T CHÁNH VĂN PHÒNG\nPHÓ CHÁNH VĂN PHÒNG",
            ("K/T CHÁNH VĂN PHÒNG",),
            "PHÓ CHÁNH VĂN PHÒNG",
        ),
        (
            "TL. CHỦ TỊCH\nKT. CHÁNH VĂN PHÒNG\nPHÓ CHÁNH VĂN PHÒNG",
            ("TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG"),
            "PHÓ CHÁNH VĂN PHÒNG",
        ),
        ("TUQ. GIÁM ĐỐC\nTRƯỞNG PHÒNG THỬ", ("TUQ. GIÁM ĐỐC",), "TRƯỞNG PHÒNG THỬ"),
        ("Q. GIÁM ĐỐC", (), "Q. GIÁM ĐỐC"),
        ("KT. THỦ TƯỚNG\n\nPhó Thủ tướng", ("KT. THỦ TƯỚNG",), "Phó Thủ tướng"),
        ("TL. BỘ TRƯỞNG\nVỤ TRƯỞNG\nVỤ THỬ NGHIỆM", ("TL. BỘ TRƯỞNG",), "VỤ TRƯỞNG VỤ THỬ NGHIỆM"),
    ],
)
def test_authority_and_position_of_the_signer(
    block: str, authority: tuple[str, ...], position: str
) -> None:
    foot = foot_of(f"Nơi nhận:\n- Như trên;\n- Lưu: VT.\n\n{block}\n\nLò Thị Ví Dụ")
    assert foot.signer is not None
    assert (foot.signer.authority, foot.signer.position) == (authority, position)
    assert foot.signer.name == "Lò Thị Ví Dụ"
    assert not foot.signer.signed


@pytest.mark.parametrize(
    "block",
    [
        "KT. BỘ TRƯỞNG A\nTHỨ TRƯỞNG\nLò Văn Thử\nKT. BỘ TRƯỞNG B\nTHỨ TRƯỞNG\nHà Thị Mẫu",
        "THƯ KÝ          CHỦ TỌA\n\nLò Văn Thử          Hà Thị Mẫu",
        "CHỦ TRÌ\nTHƯ KÝ\nLò Văn Thử\nHà Thị Mẫu",
    ],
)
def test_of_several_signers_none_is_chosen(block: str) -> None:
    foot = foot_of(f"Nơi nhận:\n- Như trên;\n- Lưu: VT.\n\n{block}")
    assert foot.signer is None
    assert any("2 người" in guess for guess in foot.guesses)
    assert "Lò Văn Thử" in "".join(foot.guesses)
    assert "Hà Thị Mẫu" in "".join(foot.guesses)


@pytest.mark.parametrize(
    ("lines", "recipients", "filing"),
    [
        ("- VPCP: BTCN;\nVụ TH; Cổng TTĐT;\n- Lưu: VT.", ("VPCP: BTCN; Vụ TH; Cổng TTĐT",), "VT"),
        (
            "- Các phòng\nchuyên môn;\n- Lưu: VT,\nphòng Thử.",
            ("Các phòng chuyên môn",),
            "VT, phòng Thử",
        ),
        ("- Như Điều 3;\n- Lưu VT, TH (2)", ("Như Điều 3",), "VT, TH (2)"),
        ("+ Bản Một;\n+ Lưu VP.", ("Bản Một",), "VP"),
        ("- Như trên;", ("Như trên",), None),
    ],
)
def test_wrapped_recipients_are_one(
    lines: str, recipients: tuple[str, ...], filing: str | None
) -> None:
    foot = foot_of(f"Nơi nhận:\n{lines}\nCHỦ TỊCH\nLò Văn Thử")
    assert (foot.recipients, foot.filing) == (recipients, filing)
    assert foot.signer is not None


@pytest.mark.parametrize(
    "behind",
    [
        "PHỤ LỤC I\nDanh sách các bản",
        "Phụ lục\n(Kèm theo Thông báo số 3/TB-UBND)",
        "DANH SÁCH THAM DỰ\n- Bản Một;\n- Bản Hai.",
        "Trang 2/2",
        "Mẫu số 01\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐƠN ĐỀ NGHỊ",
    ],
)
def test_text_behind_the_foot_is_no_part_of_it(behind: str) -> None:
    foot = parse_foot(capture_of(f"{LAYOUTS['own lines']}\n\n{behind}").blocks)
    assert " ".join(block.text for block in foot.behind) == behind.replace("\n", " ")
    assert foot.recipients == ("Như trên", "Các bản")
    assert foot.signer is not None


@pytest.mark.parametrize(
    "behind", ["PHỤ LỤC\nCÁC BẢN", "DANH SÁCH\nBản Một", "Ghi chú: các bản gửi sớm.\nCâu hai."]
)
def test_a_block_without_a_name_takes_no_text_behind_it(behind: str) -> None:
    foot = foot_of(f"Nơi nhận:\n- Như trên;\n- Lưu: VT.\n\nCHỦ TỊCH\n\n{behind}")
    assert foot.signer is None
    assert "\n".join(block.text for block in foot.behind) == behind


def test_a_line_without_a_place_is_text_again() -> None:
    foot = foot_of(LAYOUTS["own lines"].replace("PHÓ CHỦ TỊCH", "PHÓ CHỦ TỊCH\nlời ghi thêm"))
    assert [block.text for block in foot.behind] == ["lời ghi thêm"]
    assert foot.signer is not None


def test_a_table_ends_the_foot() -> None:
    blocks = list(capture_of(LAYOUTS["own lines"]).blocks)
    table = Block(99, "", "a b", False, kind=BlockKind.TABLE, rows=(("a", "b"),))
    assert parse_foot([*blocks, table]).behind == (table,)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("HIỆU TRƯỞNG\n(Đã ký)\nLò Văn Thử", "Lò Văn Thử"),
        ("TM. BAN TỔ CHỨC\nTRƯỞNG BAN\nLò Văn Thử", "Lò Văn Thử"),
        ("CHỦ TỊCH\n\n\nLò Văn Thử", "Lò Văn Thử"),
    ],
)
def test_a_foot_without_recipients_is_found(text: str, name: str) -> None:
    foot = foot_of(text)
    assert foot.signer is not None
    assert foot.signer.name == name
    assert foot.recipients == ()


def test_recipients_of_forms_in_the_text_are_no_foot() -> None:
    text = "Nơi nhận: Bộ phận Một cửa\n" + "Người dân mang giấy tờ đến.\n" * 60
    blocks = capture_of(f"{OPENING}{text}{LAYOUTS['own lines']}").blocks
    assert blocks[find_foot(blocks)].number == 64


@pytest.mark.parametrize(
    "text",
    [
        "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH\nCăn cứ Luật A;\nQUYẾT ĐỊNH:\nĐiều 1. Sửa cầu.",
        "BỘ TRƯỞNG BỘ THỬ\nCăn cứ Luật A;",
        "Giám đốc Sở Thử\nLò Văn Thử chủ trì.",
        "1. Giao Chủ tịch UBND xã sửa cầu.\n\nHết.",
    ],
)
def test_what_only_names_positions_is_no_foot(text: str) -> None:
    blocks = capture_of(OPENING + text).blocks
    assert find_foot(blocks) == len(blocks)


def test_an_incomplete_block_gives_no_signer_and_is_told() -> None:
    foot = foot_of("Nơi nhận:\n- Như trên;\n- Lưu: VT.\n\nCHỦ TỊCH")
    assert foot.signer is None
    assert any("“CHỦ TỊCH”" in guess for guess in foot.guesses)
