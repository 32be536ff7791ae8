"""Planted records: each with a title, phrase, number, person, bodies and day of its own.

Knows nothing of queries. All are invented, and say so in their words (mẫu, thử, ví dụ).
"""

from __future__ import annotations

import csv
import itertools
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from tests.bench.corpus import CorpusFile
from tests.bench.search.prose import make_paragraphs, make_sentence

TABLE = Path(__file__).with_name("planted.tsv")
SYMBOL = "TB-MSN"
FIRST_NUMBER = 405
# One record a month, before the corpus begins: "10/2006" means one record.
DATED = 23
PAIRED = 12
DISSOLVED_FROM = 24


@dataclass(frozen=True, slots=True)
class PlantedBody:
    """A body of its own; `heir` is the slug of the body that took over, or ""."""

    slug: str
    name: str
    short_name: str
    heir: str = ""


BODIES = (
    PlantedBody("mau-dien-hat", "Ban Diễn hát mẫu", "BDHM"),
    PlantedBody("mau-ghe-thuyen", "Hội Ghe thuyền thử", "HGTT"),
    PlantedBody("mau-thu-vien", "Trung tâm Tủ sách ví dụ", "TTTSVD"),
    PlantedBody("mau-lang-nghe", "Liên hiệp Làng nghề tạm", "LHLNT"),
    PlantedBody("mau-hoa-kieng", "Câu lạc bộ Hoa kiểng nháp", "CLBHKN"),
    PlantedBody("mau-cuu-ho", "Đội Cứu hộ kênh rạch giả định", "ĐCHKR"),
    PlantedBody("mau-det-soi", "Sở Dệt sợi thử nghiệm", "SDSTN", "mau-vai-voc"),
    PlantedBody("mau-duong-thuy", "Ty Đường thuỷ mẫu", "TĐTM", "mau-luu-thong"),
    PlantedBody("mau-vai-voc", "Cục Vải vóc kiểm chứng", "CVVKC"),
    PlantedBody("mau-luu-thong", "Phòng Lưu thông dựng sẵn", "PLTDS"),
)
DISSOLVED = tuple(body for body in BODIES if body.heir)


@dataclass(frozen=True, slots=True)
class Planted:
    """One planted record.

    Attributes:
        title: without a number.
        phrase: words of its body that stand nowhere else, in this order.
        rare: a syllable that stands nowhere else.
        written: words of its body with an abbreviation or its long form; "" when there are none.
        asked: the same, the other way.
        bodies: slugs.
        number: "" for an article.
        tells_day: whether its body tells the day too.
    """

    index: int
    title: str
    phrase: str
    person: str
    rare: str
    written: str
    asked: str
    day: date
    bodies: tuple[str, ...]
    number: str
    tells_day: bool

    @property
    def url(self) -> str:
        if self.number:
            return f"van-ban/{self.day.year}/ban-ghi-mau-{self.index}/"
        return f"tin-tuc/{self.day:%Y/%m}/ban-ghi-mau-{self.index}/"


@cache
def planted() -> tuple[Planted, ...]:
    """Return all planted records, in the table's order."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    return tuple(_planted(index, row) for index, row in enumerate(rows))


def _planted(index: int, row: dict[str, str]) -> Planted:
    long, _, short = row["abbreviated"].partition("|")
    # Some are written in full and asked for in short, some the other way.
    written, asked = (long, short) if index % 4 == 0 else (short, long)
    return Planted(
        index=index,
        title=row["title"],
        phrase=row["phrase"],
        person=row["person"],
        rare=row["rare"],
        written=written,
        asked=asked,
        day=_day(index),
        bodies=_bodies(index),
        number=f"{FIRST_NUMBER + index}/{SYMBOL}" if index % 10 in (3, 6, 9) else "",
        tells_day=index % 2 == 0,
    )


def _day(index: int) -> date:
    rng = random.Random(f"day {index}")
    if index < DATED:
        years, month = divmod(index, 12)
        return date(2006 + years, month + 1, rng.randint(1, 28))
    return date(rng.randint(2009, 2023), rng.randint(1, 12), rng.randint(1, 28))


def _bodies(index: int) -> tuple[str, ...]:
    if index < PAIRED:
        pairs = itertools.combinations(BODIES[:6], 2)
        return tuple(body.slug for body in next(itertools.islice(pairs, index, None)))
    if index >= DISSOLVED_FROM and index % 2 == 0:
        return (DISSOLVED[index // 2 % len(DISSOLVED)].slug,)
    return (f"ban-{index % 5}-{index % 12}",)


def make_planted() -> Iterator[CorpusFile]:
    """Yield the files of the planted bodies and records."""
    for body in BODIES:
        heir = f"succeeded_by: {body.heir}\n" if body.heir else ""
        yield CorpusFile(
            f"to-chuc/{body.slug}.md",
            f"---\nname: {body.name}\nshort_names:\n  - {body.short_name}\nkind: committee\n"
            f"province: Thử Nghiệm 0\n{heir}---\n",
        )
    for record in planted():
        yield CorpusFile(f"{record.url.removesuffix('/')}.md", _write(record))


def _write(record: Planted) -> str:
    rng = random.Random(f"planted {record.index}")
    bodies = "".join(f"  - {slug}\n" for slug in record.bodies)
    head = (
        f"kind: TB\nnumber: {record.number}\nplace: Thử Nghiệm\nissuer: ubnd-0\n"
        f"signer:\n  position: CHỨC VỤ MẪU\n  name: {record.person}\ndate: {record.day}\n"
        if record.number
        else f"date: {record.day} 08:00\nsection: muc-thu-0\nauthor: T.M\nviews: 100\n"
        f"summary: {make_sentence(rng, 14, 22)}\n"
    )
    meeting = "".join(f"    - {slug}\n" for slug in record.bodies)
    return (
        f"---\ntitle: {record.title}\n{head}bodies:\n{bodies}people:\n"
        f'  - name: "{record.person}"\n    positions:\n      - Chức vụ mẫu\n'
        f"meeting:\n  date: {record.day}\n  bodies:\n{meeting}  chairs:\n"
        f'    - "{record.person}"\n---\n\n{_body(record, rng)}\n'
    )


def _body(record: Planted, rng: random.Random) -> str:
    told = [f"Phần dựng sẵn kể rằng {record.phrase}, kèm chữ {record.rare}."]
    if record.tells_day:
        day = record.day
        told.append(f"Ngày {day.day}/{day.month}/{day.year}, cuộc họp thử diễn ra.")
    if record.written:
        told.append(f"Trước đó, {record.written} làm mẫu.")
    paragraphs = make_paragraphs(rng, 250, 450)
    # Not the first nor the last: what is found must be found within a text.
    paragraphs.insert(len(paragraphs) // 2, " ".join(told))
    if record.number:
        paragraphs = [f"{point}. {text}" for point, text in enumerate(paragraphs, 1)]
    return "\n\n".join(paragraphs)
