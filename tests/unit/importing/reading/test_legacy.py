from __future__ import annotations

import unicodedata

import pytest
from bantin.importing.reading.legacy.charmaps import LegacyEncoding, convert_text
from bantin.importing.reading.legacy.fonts import (
    convert_run,
    draws_capitals,
    encoding_of_font,
    leans_legacy,
)
from bantin.importing.reading.legacy.judging import detect_legacy, leans_to
from bantin.importing.reading.legacy.syllables import is_syllable
from viparse.normalize.encodings import CHARMAPS

TCVN3, VNI = LegacyEncoding.TCVN3, LegacyEncoding.VNI
# Texts of our own. The rules were tuned on the first half only.
TUNED = (
    "ủy ban nhân dân xã mời các hộ dân đến nhà văn hóa họp bàn việc nâng cấp đường liên thôn",
    "trường tiểu học khai giảng năm học mới với hơn bốn trăm học sinh và ba mươi thầy cô giáo",
    "giá lúa tăng nhẹ, thương lái vào tận ruộng mua nên bà con phấn khởi, xuống giống sớm hơn",
    "sở y tế đề nghị các trạm kiểm tra tủ thuốc, bổ sung vắc xin trước ngày 15 tháng 9",
)
HELD_OUT = (
    "đội bóng chuyền nữ của phường thắng cả ba trận và giành cúp vô địch giải mùa xuân",
    "công an huyện nhắc người dân cảnh giác với cuộc gọi lạ đòi chuyển tiền để nhận thưởng",
    "hợp tác xã ký hợp đồng bán hai mươi tấn vải thiều, giá ổn định suốt vụ, nông dân yên tâm",
    "thư viện tỉnh mở cửa cả chủ nhật, bạn đọc được mượn năm cuốn sách và đọc báo miễn phí",
    "lễ hội đua thuyền trên sông thu hút hàng nghìn khách, chợ đêm bán đủ món bánh quê ngon",
)
FOREIGN = (
    "El año pasado la situación económica mejoró según informó el señor Núñez en París, también",
    "Größe und Übermut der Straße für schöne Mädchen, außerdem fährt Müller über Köln nach Düren",
    "L'été dernier, la députée a présenté à l'Assemblée un projet où la sécurité était évoquée",
    "A situação não é fácil, mas a população já começou a organização das eleições à Câmara",
    "Året därpå åkte många människor över sjön för att köpa ägg, bröd, smör och fläsk i Örebro",
    "Og\u00b3osi\u00b3o, \u00bfe we wtorek odb\u00eadzie si\u00ea narada w sprawie bud\u00bfetu",
    "Việc nhà: «Hà là bà» © 2024, 30 µm, 5 ¾ giờ, trang 7 § 2 ¶ 1, nhiệt độ 25° ± 1",
    "The Board met on 5 May 2024; façade, naïve, café, résumé and the price of £5 or ¥70",
)  # fmt: skip


def encode(text: str, encoding: LegacyEncoding) -> str:
    """Return a text as a program shows it that takes the old encoding for Windows-1252."""
    if encoding is LegacyEncoding.CP1258:
        out = ""
        for char in text:
            parts = unicodedata.normalize("NFD", char)
            tones = "".join(part for part in parts if part in "\u0300\u0301\u0303\u0309\u0323")
            base = unicodedata.normalize("NFC", parts.translate(dict.fromkeys(map(ord, tones))))
            out += (base + tones).encode("cp1258").decode("cp1252")
        return out
    pairs = list(CHARMAPS[encoding.name.lower()].pairs)
    if encoding is VNI:
        pairs += [("aú", "ẳ"), ("î", "ỵ")]
    table: dict[str, str] = {}
    for old, new in pairs:
        table.setdefault(new, old)
    return "".join(table.get(char, char) for char in text)


@pytest.mark.parametrize("encoding", LegacyEncoding)
@pytest.mark.parametrize("text", [*TUNED, *HELD_OUT])
def test_an_old_encoding_is_told_and_converted(text: str, encoding: LegacyEncoding) -> None:
    old = encode(text, encoding)
    assert old != text
    assert detect_legacy(old) is encoding
    assert convert_text(old, encoding) == text


@pytest.mark.parametrize("text", [*TUNED, *HELD_OUT, *FOREIGN, "", "UBND", "5 µm", "Hà Nội là nhà"])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_unicode_and_other_languages_are_never_taken_for_an_old_encoding(
    text: str, form: str
) -> None:
    text = unicodedata.normalize(form, text)  # type: ignore[arg-type]
    assert detect_legacy(text) is None
    for font in (".VnTime", ".VnTimeH", "VNI-Times"):
        assert convert_run(text, font) == (text, "")


@pytest.mark.parametrize("text", ["Uy? ban nha^n da^n ti?nh", "Cu+.c thue^' dde^' nghi."])
def test_viqr_is_left_alone(text: str) -> None:
    assert detect_legacy(text) is None


@pytest.mark.parametrize(
    "words", ["là ông Hòa", "bà và cô", "xã", "UBND", "ông", "có là", "5 - 10", "tổ trưởng"]
)
@pytest.mark.parametrize("font", [".VnTime", ".VnTimeH", "VNI-Times", ".VnArial"])
def test_a_font_name_alone_proves_nothing(words: str, font: str) -> None:
    assert convert_run(words, font) == (words, "")


@pytest.mark.parametrize(
    ("words", "font", "text"),
    [
        ("céng hoµ x· héi", ".VnTimeH", "CỘNG HOÀ XÃ HỘI"),
        ("§éc lËp - Tù do", ".VnTime", "Độc lập - Tự do"),
        ("n\u00adíc", ".VnArial", "nước"),
        ("thñ t\u00adíng", "ABCDEF+.VnTime", "thủ tướng"),
        ("quyÕt ®Þnh", ".VnTimeH Tur", "QUYẾT ĐỊNH"),
        ("quyÕt ®Þnh", "VnAvant", "quyết định"),
        ("Coäng hoøa", "VNI-Times", "Cộng hòa"),
        ("thaúng thaén, kî binh", "VNI-Helve", "thẳng thắn, kỵ binh"),
        ("CHÆ THÒ", "VNI-Times", "CHỈ THỊ"),
        ("Coäng hoøa", ".VnTime", "Cộng hòa"),
        ("quyÕt ®Þnh", "VNI-Times", "quyết định"),
        ("CéNG Hoµ", ".VnTime", "CỘNG Hoà"),
    ],
)
def test_words_and_font_together_decide(words: str, font: str, text: str) -> None:
    converted, told = convert_run(words, font)
    assert converted == text
    assert font in told


@pytest.mark.parametrize("words", ["Mẫu chữ: quyÕt ®Þnh", "đơn: céng hoµ x· héi chñ nghÜa"])
def test_text_with_letters_of_unicode_is_left_whole(words: str) -> None:
    assert convert_run(words, ".VnTime", leaning=True) == (words, "")


def test_where_words_do_not_say_other_text_of_the_font_decides() -> None:
    runs = [("quyÕt ®Þnh", ".VnTimeH"), ("ubnd", ".VnTimeH"), ("ô", ".VnTimeH")]
    assert leans_legacy(runs)
    assert convert_run("ubnd", ".VnTimeH", leaning=True)[0] == "UBND"
    assert convert_run("ubnd", ".VnTimeH", leaning=False) == ("ubnd", "")
    assert not leans_legacy([("là ông", ".VnTime"), ("tổ", ".VnTime"), ("", ".VnTimeH")])
    assert not leans_legacy([("quyÕt ®Þnh", "Times New Roman")])


def test_a_paragraph_leans_to_the_encoding_of_its_file() -> None:
    assert leans_to("kÕ ho¹ch", TCVN3)
    assert not leans_to("kế hoạch", TCVN3)
    assert not leans_to("Hà là bà", TCVN3)
    assert not leans_to("Hà là bà", VNI)


@pytest.mark.parametrize(
    ("font", "encoding", "capitals"),
    [
        (".VnTime", TCVN3, False), (".VnTimeH", TCVN3, True), (".vnarialH", TCVN3, True),
        (".VnArial NarrowH", TCVN3, True), (".VnTifani Heavy", TCVN3, False),
        ("VNI-Times", VNI, False), ("VNI-Helve", VNI, False), ("vnTimesRoman", TCVN3, False),
        ("Times New Roman", None, False), ("", None, False), ("Verdana", None, False),
        ("Vivaldi", None, False), ("Tahoma CE", None, False),
    ],
)  # fmt: skip
def test_fonts_of_old_encodings(font: str, encoding: LegacyEncoding | None, capitals: bool) -> None:
    assert encoding_of_font(font) is encoding
    assert draws_capitals(font) is capitals


@pytest.mark.parametrize(
    "word", "nghiêng quốc giếng khuỷu Đắk ưu uống yêu quyết khuya gì qua ăn THƯỢNG toét ý".split()
)
def test_syllables(word: str) -> None:
    assert is_syllable(word) is (word != "Đắk")


@pytest.mark.parametrize("word", "strasse héi núñez cac tốpp bàc viẽt qß a1 été là̀ năô".split())
def test_no_syllables(word: str) -> None:
    assert not is_syllable(word)
