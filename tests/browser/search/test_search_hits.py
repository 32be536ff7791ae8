"""What search finds, and in what order: the engine in a real Chromium, without a box."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from bantin.search import Limits
from bantin.search.files import decompress
from playwright.sync_api import Browser, Page

from tests.browser.guard import guarded
from tests.browser.search.asking import ask, flat, urls
from tests.browser.search.entries import ENTRIES
from tests.browser.search.harness import write_index, write_search_site
from tests.browser.serving import serve

VECTORS = Path(__file__).parents[2] / "vectors" / "fold.json"
NOTICE = "van-ban/2021/405/"
PARTY = "van-ban/2019/18/"
MEETING = "tin-tuc/2013/10/ban/"
SELLING = "tin-tuc/2015/03/ban-hang/"
PEOPLE = "tin-tuc/2018/02/uy-ban/"
BODY = "to-chuc/vstbpn/"
SECTION = "chuyen-muc/phu-nu/"
PERSON = "nguoi/le-trong-yen/"
UNMARKED = "tin-tuc/2012/01/khong-dau/"
CHILDREN = "van-ban/2021/40/"
THEORY = "tin-tuc/2018/05/ly-luan/"
REGISTERING = "tin-tuc/2021/11/dang-ky/"
JOINING = "tin-tuc/2021/10/dang/"
SICKNESS = "van-ban/2020/405/"

FIRST_HITS = [
    # Numbers, whole and in part; of two alike the newer one.
    ("405/TB-VP.UBND", NOTICE),
    ("Số: 405/TB-VP.UBND", NOTICE),
    ("thông báo số 405/TB-VP.UBND", NOTICE),
    ("405/tb-vp.ubnd", NOTICE),
    ("405 tb vp ubnd", NOTICE),
    ("405tbvpubnd", NOTICE),
    ("405 / TB - VP.UBND", NOTICE),
    ("0405/TB-VP.UBND", NOTICE),
    ("405", NOTICE),
    ("số 405", NOTICE),
    ("405/TB", NOTICE),
    ("40/KH-UBND", CHILDREN),
    ("18-KL/TU", PARTY),
    ("18 kl tu", PARTY),
    ("311/TB-VP.UBND", SICKNESS),
    # Titles.
    ("Kết luận về công tác cán bộ", PARTY),
    ("ket luan ve cong tac can bo", PARTY),
    ("bình đẳng giới", NOTICE),
    ("binh dang gioi", NOTICE),
    ("BÌNH ĐẲNG GIỚI", NOTICE),
    # People and bodies.
    ("Lê Trọng Yên", PERSON),
    ("Le Trong Yen", PERSON),
    ("le trong yen", PERSON),
    ("Y Blok Êban", MEETING),
    ("y blok eban", MEETING),
    ("VSTBCPN", BODY),
    ("vstbcpn", BODY),
    ("Ban Vì sự tiến bộ của phụ nữ tỉnh Đắk Nông", BODY),
    ("ban vi su tien bo cua phu nu tinh dak nong", BODY),
    ("Krông Nô", MEETING),
    ("krong no", MEETING),
    ("Đắk R'Lấp", CHILDREN),
    ("dak r lap", CHILDREN),
    # Marks: the spelling asked for, then the one without, then others.
    ("phụ huynh", "tin-tuc/2016/06/phu/"),
    ("phu nu", SECTION),
    ("phụ nữ", SECTION),
    ("phu nu mot nam moi", UNMARKED),
    ("đảng viên", JOINING),
    ("dang vien", JOINING),
    ("đảng", JOINING),
    ("đăng ký", REGISTERING),
    ("dang ky", REGISTERING),
    ("đăng kí", REGISTERING),
    ("bán hàng", SELLING),
    ("bàn bạc", MEETING),
    ("ban bac", MEETING),
    ("bán", SELLING),
    ("bạn hàng", SELLING),
    ("ủy ban nhân dân huyện", PEOPLE),
    ("uỷ ban nhân dân huyện", PEOPLE),
    ("uy ban nhan dan huyen tang qua", PEOPLE),
    ("Nguyễn Văn Hòa", PEOPLE),
    ("nguyen van hoa", PEOPLE),
    ("UBND huyện tặng quà", PEOPLE),
    ("hòa bình", MEETING),
    ("hoà bình", MEETING),
    ("lý do", PEOPLE),
    ("lí luận", THEORY),
    ("ly luan chinh tri", THEORY),
    ("kỷ niệm", THEORY),
    # Dates, words apart, unfinished words.
    ("kết luận 2021", NOTICE),
    ("17/10/2013", MEETING),
    ("quy hoạch cán bộ nữ", NOTICE),
    ("hồ tiêu kinh tế", MEETING),
    ("phụ nữ\u00a0 krông\u200b nô", MEETING),
    ("nu\u031b\u0303 sinh", "tin-tuc/2016/06/phu/"),
    ("lý luận chính tr", THEORY),
    ("mã độc <script>", "tin-tuc/2022/07/ma/"),
]


@pytest.fixture(scope="module")
def asking(browser: Browser, address: str) -> Iterator[Page]:
    """One page that only asks."""
    with guarded(browser, address) as guard:
        guard.page.goto("")
        yield guard.page


def test_vectors_hold_in_the_browser(asking: Page) -> None:
    vectors = json.loads(VECTORS.read_text(encoding="utf-8"))
    found = asking.evaluate(
        """async ({words, numbers}) => {
            const text = await import("./assets/bantin/search/text.js");
            return {
                words: words.map(([given]) => {
                    const found = text.syllables(given);
                    return [given, found, found.map(text.keyOf)];
                }),
                numbers: numbers.map(([given]) => [given, text.numberKey(given)]),
                folds: words.every(([given]) =>
                    text.fold(text.exact(given)) === text.fold(given)),
            };
        }""",
        vectors,
    )
    assert found["words"] == vectors["words"]
    assert found["numbers"] == vectors["numbers"]
    assert found["folds"]


@pytest.mark.parametrize(("query", "url"), FIRST_HITS)
def test_first_hit(asking: Page, query: str, url: str) -> None:
    answer = ask(asking, query)
    assert urls(answer)[:1] == [url]
    assert not answer["partial"]


@pytest.mark.parametrize("query", ["", "  ", "…!?", "zxqj", "constructor", "hasOwnProperty", "🙂"])
def test_nothing_is_found(asking: Page, query: str) -> None:
    assert ask(asking, query)["total"] == 0


def test_every_word_is_required(asking: Page) -> None:
    answer = ask(asking, "nước sạch đợt", limit=50)
    assert answer["total"] == 12
    assert all("/nuoc/" in url for url in urls(answer))


def test_newer_first_among_equals(asking: Page) -> None:
    answer = ask(asking, "cấp nước sạch đợt", limit=50)
    assert urls(answer) == sorted(urls(answer), reverse=True)


def test_total_counts_what_is_not_shown(asking: Page) -> None:
    answer = ask(asking, "nước sạch", limit=5)
    assert answer["total"] == 24
    assert len(answer["hits"]) == 5


def test_marks_asked_for_come_before_none_and_others(asking: Page) -> None:
    order = urls(ask(asking, "phụ nữ", limit=50))
    assert order.index(MEETING) < order.index(UNMARKED)
    order = urls(ask(asking, "bán", limit=50))
    assert order[0] == SELLING
    assert MEETING in order[1:], "bàn is found, but last"


def test_unknown_word_is_named_and_the_rest_found(asking: Page) -> None:
    answer = ask(asking, "zxqj bình đẳng giới ")
    assert answer["partial"]
    assert answer["missing"] == ["zxqj"]
    assert urls(answer)[0] == NOTICE


def test_words_that_never_meet_find_the_best_part(asking: Page) -> None:
    answer = ask(asking, "đảng viên cà phê nước ngoài")
    assert answer["partial"]
    assert answer["missing"] == []
    assert urls(answer)[0] == SELLING


def test_unfinished_word_finds_what_it_begins(asking: Page) -> None:
    assert urls(ask(asking, "bình đẳ", prefix=True))[0] == NOTICE
    answer = ask(asking, "bình đẳng g", prefix=True)
    assert not answer["partial"]
    assert urls(answer) == [NOTICE]
    assert urls(ask(asking, "405/T", prefix=True))[0] == NOTICE
    assert urls(ask(asking, "Lê Trọng Y", prefix=True))[0] in (PERSON, NOTICE)


def test_excerpt_marks_the_words_found_and_no_others(asking: Page) -> None:
    hit = ask(asking, "quy hoach")["hits"][0]
    assert flat(hit["snippet"]).startswith("Giao Sở Nội vụ rà soát [quy hoạch] cán bộ nữ")
    number = ask(asking, "405/TB-VP.UBND")["hits"][0]["number"]
    assert flat(number) == "[405/TB-VP.UBND]"


def test_excerpt_begins_with_the_sentence(asking: Page) -> None:
    hit = ask(asking, "cuối cùng là chuyện")["hits"][0]
    assert flat(hit["snippet"]).startswith("… Sau [cuối cùng là chuyện] mùa màng")


def test_lone_word_is_not_marked_where_the_pair_is_found(asking: Page) -> None:
    hit = ask(asking, "kết luận về công tác cán bộ")["hits"][0]
    assert flat(hit["title"]) == "[Kết luận về công tác cán bộ]"
    assert "kết nạp" in flat(hit["snippet"])


def test_excerpt_shows_the_name_where_the_body_lacks_it(asking: Page) -> None:
    hit = next(hit for hit in ask(asking, "lê trọng yên")["hits"] if hit["url"] == NOTICE)
    assert "[Lê Trọng Yên]" in flat(hit["snippet"])


# What a large site has, made small: few rows in the directory, few keys in a part, few places in
# a list.
SMALL = Limits(list_items=3, part_bytes=200, branch_bytes=400, rows=3)


@pytest.fixture(scope="module")
def large(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """One page that only asks an index with trees and divided lists."""
    folder = tmp_path_factory.mktemp("large")
    write_search_site(folder, ENTRIES, limits=SMALL)
    assert '"depth": 2' in folder.joinpath("tim-kiem", "muc-luc.json").read_text("utf-8")
    parts = [decompress(part.read_bytes()) for part in folder.glob("tim-kiem/phan/*.bin")]
    for key in ("nuoc", "nuoc sach", "2010", "phu nu"):
        assert any(f'"{key}":[{{'.encode() in part for part in parts), key
    with serve(folder) as url, guarded(browser, url) as guard:
        guard.page.goto("")
        yield guard.page


def test_trees_are_climbed_and_divided_lists_joined(large: Page) -> None:
    for query, first in FIRST_HITS:
        answer = ask(large, query)
        assert urls(answer)[:1] == [first], query
        assert not answer["partial"], query
    assert urls(ask(large, "bình đẳ", prefix=True))[0] == NOTICE


@pytest.mark.parametrize(
    "query",
    [
        "nước sạch",
        "nuoc sach nong thon",
        "nước",
        "phụ nữ",
        "ban",
        "cấp nước sạch đợt",
        "405",
        "2010",
    ],
)
def test_how_lists_are_divided_changes_no_answer(asking: Page, large: Page, query: str) -> None:
    assert ask(large, query, limit=50) == ask(asking, query, limit=50)


def test_unfinished_word_fetches_some_blocks_of_long_lists_only(
    browser: Browser, tmp_path: Path
) -> None:
    write_search_site(tmp_path, ENTRIES, limits=Limits(list_items=1, part_bytes=4_000))
    members = [
        member
        for part in tmp_path.glob("tim-kiem/phan/*.bin")
        if (members := json.loads(decompress(part.read_bytes()))) and isinstance(members, dict)
        for member in members.items()
    ]
    blocks = {
        name
        for key, value in members
        if key.startswith("th") and " " not in key and isinstance(value, list)
        for _, _, name in value[1:]
    }
    assert len(blocks) > 40
    with serve(tmp_path) as url, guarded(browser, url) as guard:
        fetched: list[str] = []
        guard.page.on("response", lambda response: fetched.append(Path(response.url).stem))
        guard.page.goto("")
        answer = ask(guard.page, "th", prefix=True)
        assert answer["hits"]
        assert 0 < len(blocks & set(fetched)) <= 24


def test_index_is_fetched_in_small_files(fresh: Page) -> None:
    fresh.goto("")
    sizes: list[int] = []
    fresh.on("response", lambda response: sizes.append(len(response.body())))
    ask(fresh, "phụ nữ", limit=5)
    assert max(sizes) < 40_000


def test_lists_of_single_words_are_spared_where_a_title_is_found(fresh: Page, folder: Path) -> None:
    directory = json.loads(folder.joinpath("tim-kiem", "muc-luc.json").read_text("utf-8"))
    fetched: list[str] = []
    fresh.on("response", lambda response: fetched.append(Path(response.url).stem))
    fresh.goto("")
    ask(fresh, "Kết luận về công tác cán bộ")
    assert set(directory["pairs"]["rows"]) & set(fetched)
    assert not set(directory["words"]["rows"]) & set(fetched)


def test_answer_survives_a_publication_in_between(browser: Browser, tmp_path: Path) -> None:
    """A reader's directory is of yesterday and its parts are gone: ask once more."""
    write_search_site(tmp_path, ENTRIES)
    with serve(tmp_path) as url, guarded(browser, url) as guard:
        guard.allow("404")
        guard.page.goto("")
        ask(guard.page, "phụ nữ")
        write_index(tmp_path, ENTRIES[:-24])
        assert urls(ask(guard.page, "bình đẳng giới"))[0] == NOTICE
