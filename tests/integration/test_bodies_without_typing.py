"""Twelve documents of different bodies come into an empty archive, and it builds as it is."""

from __future__ import annotations

from pathlib import Path

from bantin.importing.plan import plan_import
from bantin.importing.write import write_records
from bantin.records.models import Body, Section
from bantin.records.reader import read_records

from tests.integration.project import Project, page

DOCUMENT = """{superior}
{issuer}
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: {number} {place}, ngày {day:02} tháng {month:02} năm {year}

THÔNG BÁO

Về việc kiểm kê thử lần {day}

{text}

Nơi nhận:

- Như trên;

- Lưu: VT.

GIÁM ĐỐC

Lò Văn Thử"""
# (superior, issuing body, place, year, text); people and events are made up.
HEADS = (
    ("UBND TỈNH SƠN LA", "VĂN PHÒNG", "Sơn La", 2013, "Giao Sở LĐTBXH, Công an tỉnh soạn."),
    ("UBND TỈNH SƠN LA", "SỞ KẾ HOẠCH VÀ ĐẦU TƯ", "Sơn La", 2019, "UBND huyện Mường La nộp sổ."),
    ("UBND TỈNH SƠN LA", "SỞ TÀI CHÍNH", "Sơn La", 2025, "Thay Sở KH&ĐT; báo cáo UBND tỉnh."),
    ("UBND TỈNH BẾN TRE", "SỞ Y TẾ", "Bến Tre", 2018, "Hội LHPN tỉnh, Sở GD&ĐT cùng kiểm."),
    ("UBND TỈNH BẾN TRE", "SỞ NÔNG NGHIỆP VÀ PTNT", "Bến Tre", 2016, "UBND huyện Châu Thành nộp."),
    ("UBND TỈNH TIỀN GIANG", "SỞ NỘI VỤ", "Tiền Giang", 2017, "UBND huyện Châu Thành nộp sổ."),
    ("UBND THÀNH PHỐ CẦN THƠ", "SỞ TT&TT", "Cần Thơ", 2020, "Báo cáo UBND thành phố, Thành ủy."),
    ("UBND TP. HỒ CHÍ MINH", "SỞ DU LỊCH", "Thành phố Hồ Chí Minh", 2025, "Mời Sở VHTT dự."),
    ("TỈNH ỦY LẠNG SƠN", "BAN TUYÊN GIÁO", "Lạng Sơn", 2021, "Ban Dân vận Tỉnh ủy phối hợp."),
    ("BỘ TÀI CHÍNH", "KHO BẠC NHÀ NƯỚC", "Hà Nội", 2022, "Bộ Kế hoạch và Đầu tư, Bộ Nội vụ xem."),
    ("UBND TỈNH CÀ MAU", "BAN AN TOÀN GIAO THÔNG", "Cà Mau", 2024, "Các Sở: Xây dựng, Y tế dự."),
    ("UBND TỈNH LÀO CAI", "THANH TRA TỈNH", "Lào Cai", 2025, "Thuế tỉnh, UBND phường Một Mai dự."),
)  # fmt: skip
PAGES = {"index.md": "# Kho\n", "gioi-thieu.md": "# Giới thiệu\n"}
NEWS = """TIN THỬ NGHIỆM

UBND tỉnh họp thử
cms-publish-date 04/07/2019 | 09:15 | cms-view-count: 12

Sáng 4/7, UBND tỉnh tổ chức cuộc họp thử với Sở Tư pháp và Tỉnh đoàn.

Cuộc họp thử kết thúc trong buổi sáng."""


def captures(folder: Path) -> list[Path]:
    folder.mkdir()
    for at, (superior, issuer, place, year, text) in enumerate(HEADS, start=1):
        filled = DOCUMENT.format(
            superior=superior, issuer=issuer, number=f"{at}/TB-VP", place=place, year=year,
            day=at, month=at, text=f"{text}\n\nCác đơn vị thực hiện./.",
        )  # fmt: skip
        (folder / f"{at:02}.txt").write_text(filled, encoding="utf-8")
    (folder / "tin.txt").write_text(NEWS, encoding="utf-8")
    return sorted(folder.iterdir())


def test_twelve_documents_of_different_bodies_need_no_file_to_be_typed(tmp_path: Path) -> None:
    project = Project.make(tmp_path / "kho", PAGES)
    plan = plan_import(captures(tmp_path / "goc"), project.docs, None)
    assert plan.refusals == ()
    write_records([*plan.files, *plan.records], project.docs)
    found = read_records(project.docs)
    assert (found.problems, len(plan.records)) == ((), 13)
    outcome = project.build(strict=True)
    assert (outcome.code, outcome.errors) == (0, []), outcome
    bodies = {one.slug: one for one in found.records if isinstance(one, Body)}
    assert [one.name for one in found.records if isinstance(one, Section)] == ["Tin thử nghiệm"]
    # Each way of writing one body leads to one file, each province has its own.
    assert bodies["so-ke-hoach-va-dau-tu-tinh-son-la"].parent == "ubnd-tinh-son-la"
    assert "Sở KH&ĐT tỉnh Sơn La" in bodies["so-ke-hoach-va-dau-tu-tinh-son-la"].short_names
    for province in ("ben-tre", "tien-giang"):
        assert bodies[f"ubnd-huyen-chau-thanh-tinh-{province}"].parent is None
    assert bodies["so-y-te-tinh-ben-tre"].name == "Sở Y tế tỉnh Bến Tre"
    assert bodies["ubnd-thanh-pho-ho-chi-minh"].province == "Hồ Chí Minh"
    names = [name.casefold() for one in bodies.values() for name in (one.name, *one.short_names)]
    assert len(names) == len(set(names))
    assert "Sở Y tế tỉnh Bến Tre" in page(project, "to-chuc/so-y-te-tinh-ben-tre")


def test_a_second_import_of_the_same_bodies_needs_no_file(tmp_path: Path) -> None:
    project = Project.make(tmp_path / "kho", PAGES)
    files = captures(tmp_path / "goc")
    first = plan_import(files, project.docs, None)
    write_records([*first.files, *first.records], project.docs)
    for file in files:
        text = file.read_text("utf-8").replace("/TB-VP", "9/TB-VP").replace("họp thử", "họp lại")
        file.write_text(text, encoding="utf-8")
    second = plan_import(files, project.docs, None)
    assert (second.refusals, second.files, len(second.records)) == ((), (), 13)
