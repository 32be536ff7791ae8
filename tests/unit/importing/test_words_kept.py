"""No word of a capture is lost or moved: the raw words are those of the record's pieces."""

from __future__ import annotations

from collections import Counter

from bantin.errors import ImportRefusedError
from bantin.importing.document import parse_document
from bantin.importing.news import parse_news
from bantin.importing.proposal import Context
from bantin.importing.readers import READERS, recognise
from bantin.records.models import Article, Document
from bantin.records.provinces import find_province
from bantin.records.reader import parse_record
from bantin.records.registry import Registry
from bantin.records.unfinished import UnfinishedDraft
from bantin.records.writer import format_record
from bantin.text.fold import syllables
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.importing.samples import NEWS, NOTICE, capture_of

CONTEXT = Context(Registry(), find_province("Bến Tre"))

WORD = st.sampled_from(
    "phụ nữ bình đăng giới tỉnh UBND họp Hội nghị đồng chí Lê Văn Phó Chủ tịch TUV Sở Nội vụ và "
    "5/10 9 tháng đầu năm 2021 quý IV chủ trì # * _x_ `m` x<b>y & [a](b) 1. 2. - + đ/c (VSTBCPN) "
    "tổ chức Tham dự có ./. Nguồn: nguyên Trưởng ban 681 ngày {: .x } | \\".split(" ")
)
SPACE = st.sampled_from([" ", " ", " ", "  ", "\u00a0", " \u00a0"])
END = st.sampled_from([".", ".", "...", "", "!", ":"])
PARAGRAPH = st.builds(
    lambda words, spaces, end: "".join(w + s for w, s in zip(words, spaces, strict=False)) + end,
    st.lists(WORD, min_size=1, max_size=30),
    st.lists(SPACE, min_size=30, max_size=30),
    END,
).filter(syllables)
BREAK = st.sampled_from(["\n", "\n\n", "\n\u00a0\n", "\n\n \n"])
ENDING = st.sampled_from(["M.L", "Tin, ảnh: Lan Chi", "Hết."])


def without(words: list[str], part: list[str]) -> list[str]:
    """Take one run of words out of others; it must be there, unbroken."""
    for at in range(len(words) - len(part) + 1):
        if words[at : at + len(part)] == part:
            return words[:at] + words[at + len(part) :]
    raise AssertionError(f"lost: {' '.join(part)}")


def reread(record: Article | Document | UnfinishedDraft) -> Article | Document | UnfinishedDraft:
    """Read the record as the site will, from the text of its file."""
    read = parse_record(record.file.src_uri, format_record(record).encode())
    assert isinstance(read, Article | Document | UnfinishedDraft), read
    return read


def check_news(text: str) -> None:
    article = reread(parse_news(capture_of(text), CONTEXT).record)
    assert isinstance(article, Article)
    assert article.source
    left = syllables(text)
    for photo in article.photos:
        left = without(left, syllables(photo.caption or ""))
    section, meta = article.source.header
    # Entities are Markdown's way to show "<" and "&"; they are no words.
    body = article.body.replace("&lt;", "<").replace("&amp;", "&")
    pieces = (section, article.title, meta, article.summary, body, article.author)
    assert left == [word for piece in pieces for word in syllables(piece or "")]


def check_any_news(text: str) -> None:
    """Every word is in the record or told among its repairs, whatever the head is like."""
    record = reread(parse_news(capture_of(text), CONTEXT).record)
    article = record.stand_in if isinstance(record, UnfinishedDraft) else record
    assert isinstance(article, Article)
    assert article.source
    pieces = (
        *article.source.header,
        *article.source.repairs,
        article.title,
        article.summary,
        article.body.replace("&lt;", "<").replace("&amp;", "&"),
        article.author,
        *(photo.caption for photo in article.photos),
    )
    kept = Counter(word for piece in pieces for word in syllables(piece or ""))
    assert not Counter(syllables(text)) - kept


def check_notice(text: str) -> None:
    document = reread(parse_document(capture_of(text), CONTEXT).record)
    assert isinstance(document, Document)
    assert document.source
    assert document.signer
    body = document.body.replace("&lt;", "<").replace("&amp;", "&")
    signer = document.signer
    pieces = (
        *document.source.header,
        document.title,
        body,
        "Nơi nhận",
        *document.recipients,
        f"Lưu {document.filing}",
        *signer.authority,
        signer.position,
        "Đã ký" if signer.signed else "",
        signer.name,
    )
    mended = text.replace("</xml", "").replace("\nã ký)", "\nĐã ký)")
    assert syllables(mended) == [word for piece in pieces for word in syllables(piece)]


def test_the_samples_lose_no_word() -> None:
    check_news(NEWS)
    check_notice(NOTICE)


@settings(max_examples=60, deadline=None)
@given(st.lists(PARAGRAPH, min_size=1, max_size=6), BREAK, ENDING)
def test_news_of_any_words_lose_none(paragraphs: list[str], gap: str, ending: str) -> None:
    head = NEWS[: NEWS.index("Sáng ngày")]
    check_news(head + gap.join([*paragraphs, ending]))


@settings(max_examples=60, deadline=None)
@given(st.lists(PARAGRAPH, min_size=1, max_size=6), BREAK)
def test_notices_of_any_words_lose_none(paragraphs: list[str], gap: str) -> None:
    head = NOTICE[: NOTICE.index("Ngày 06")]
    foot = NOTICE[NOTICE.index("Nơi nhận:") :]
    check_notice(head + gap.join(["Mở đầu.", *paragraphs]) + "\n\n" + foot)


NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
DAY = "Ví Dụ, ngày 10 tháng 3 năm 2026"
DOCUMENT_HEADS = st.sampled_from(
    [
        f"UBND XÃ VÍ DỤ\n{NATION}\nSố: 3/KH-UBND\n{DAY}\n\nKẾ HOẠCH\nSửa cầu treo\n\n",
        f"UBND XÃ VÍ DỤ\n|\n{NATION}\n|\nSố:\n3/QĐ-UBND\n|\n{DAY}\n|\nQUYẾT ĐỊNH\nSỬA CẦU\n\n",
        f"UBND XÃ VÍ DỤ\n{NATION}\nSố: 3/UBND-KT\nV/v sửa cầu\n{DAY}\n\nKính gửi: Các bản.\n\n",
        f"ĐẢNG ỦY XÃ VÍ DỤ\n*\nSố 3-CT/ĐU\nĐẢNG CỘNG SẢN VIỆT NAM\n{DAY}\nCHỈ THỊ\nVề cầu\n\n",
    ]
)
DOCUMENT_FEET = st.sampled_from(
    [
        "Nơi nhận:\n- Như trên;\n- Lưu: VT.\n\nCHỦ TỊCH\n(Đã ký)\nLò Văn Thử",
        "Nơi nhận:           CHỦ TỊCH\n- Như trên;\n- Lưu: VT.      Lò Văn Thử",
        "T/M ĐẢNG ỦY\nBÍ THƯ\nLò Văn Thử\nNơi nhận:\n- Các bản;\n- Lưu VP.",
    ]
)
POINTS = st.lists(
    st.tuples(
        st.sampled_from(
            ["", "1. ", "2. ", "a) ", "b) ", "- ", "+ ", "1.1. ", "I. ", "II. ", "Điều 1. "]
        ),
        st.sampled_from(["Sở Xây dựng", "Giao các bản sửa cầu.", "Rà soát:", "Xong trước 1/5; "]),
    ).map("".join),
    min_size=1,
    max_size=12,
)
ANNEX = st.sampled_from(["", "Phụ lục\nDanh sách các bản\n1. Bản Một\n- Bản Hai", "Mẫu số 01"])


@settings(max_examples=150, deadline=None)
@given(DOCUMENT_HEADS, POINTS, st.sampled_from(["\n", "\n\n"]), DOCUMENT_FEET, ANNEX)
def test_documents_of_any_structure_keep_their_words_in_order(
    head: str, points: list[str], gap: str, foot: str, annex: str
) -> None:
    text = gap.join(["Mở đầu của văn bản.", *points, "Hết."])
    capture = capture_of(f"{head}{text}\n\n{foot}\n\n{annex}")
    assert recognise(capture) == "document"
    document = reread(parse_document(capture, CONTEXT).record)
    assert isinstance(document, Document)
    assert document.source
    address = "Kính gửi: Các bản. " if "Kính gửi" in head else ""
    body = document.body.replace("&lt;", "<").replace("&amp;", "&")
    assert syllables(body) == syllables(f"{address}{text} {annex}")
    told = " ".join((*document.source.header, document.title))
    assert set(syllables(head)) <= set(syllables(f"{told} {address}"))
    assert document.signer
    assert document.signer.name == "Lò Văn Thử"


LETTER = (
    f"UBND XÃ VÍ DỤ\n{NATION}\nSố: 3/UBND-KT\nV/v sửa cầu\n{DAY}\n\nKính gửi: Các bản.\n\n"
    "1. Sửa cầu.\n\nNơi nhận:           CHỦ TỊCH\n- Như trên;\n- Lưu: VT.      Lò Văn Thử"
)


HEADS = (
    "{title}\nNgày đăng: 12/03/2026 09:15\tLượt xem: 24\n",
    "Chính trị\n\n{title}\nThứ 5, 12/03/2026 | 09:15\n",
    "{title}\n\n12/03/2026 - 09:15\n",
    "{title}\n\nCầm Hoa 09:15, 12/03/2026\n",
    "Cập nhật ngày:\n12/03/2026\n- Lượt xem:\n46\n{title}\n",
    "Trang chủ » Tin tức\n\n{title}\nThứ năm - 12/03/2026 09:15 1.204\nIn ra\nCỡ chữ\n",
    "Thứ sáu, 13/03/2026\nLiên hệ\n\n{title}\n\nĐăng ngày 12 - 03 - 2026\n100%\n",
    "{title}\n\nViết bởi Lò Mẫu\nNgười đăng: quantri\n2 tuần trước\n",
    "{title}\nLời dẫn của bài không có ngày\n",
    "",
)
TITLES = st.sampled_from(
    ["Huyện Mộc Lâm họp bàn", "GIAO BAN", "Họp: bàn việc\ntrồng rừng ở xã", "a", "12/03/2026"]
)
ENDS = st.lists(
    st.sampled_from(
        [
            "Tác giả: Lò Mẫu - Cầm Thử",
            "Nguồn tin: Cổng tỉnh",
            "Theo Báo tỉnh",
            "NGUYỄN HOA",
            "(Lan Chi)",
            "T.H",
            "Chia sẻ bài viết",
            "BÌNH LUẬN",
            "Tin liên quan",
            "Khai mạc hội thao (08/03/2026)",
            "Lượt xem: 1.204",
            "Từ khóa: rừng, cây",
            "Ngày đăng: 12/03/2026",
            "Quang cảnh hội nghị",
            "Kính mời bà con đến dự đông đủ để buổi họp thành công tốt đẹp.",
        ]
    ),
    max_size=8,
)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(HEADS), TITLES, st.lists(PARAGRAPH, min_size=1, max_size=4), BREAK, ENDS)
def test_no_head_and_no_end_loses_a_word(
    head: str, title: str, paragraphs: list[str], gap: str, ends: list[str]
) -> None:
    check_any_news(head.format(title=title) + gap + gap.join([*paragraphs, *ends]))


DAMAGE = st.lists(
    st.tuples(
        st.integers(0, 2000),
        st.integers(0, 60),
        st.text("aĐ 1./-:|,\n\u00a0<>\\\x00\x85\ud7ff\U0001f600\u0301Nơi", max_size=8),
    ),
    max_size=6,
)


@settings(max_examples=100, deadline=None)
@given(st.sampled_from([NEWS, NOTICE, LETTER]), DAMAGE)
def test_a_damaged_capture_is_read_or_refused_but_never_breaks(
    text: str, damage: list[tuple[int, int, str]]
) -> None:
    for at, size, put in damage:
        text = text[:at] + put + text[at + size :]
    try:
        capture = capture_of(text)
        proposal = READERS[recognise(capture)](capture, CONTEXT)
    except ImportRefusedError:
        return
    reread(proposal.record)
