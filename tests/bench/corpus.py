"""A deterministic archive of obviously synthetic records, shaped like real ones, of any size.

python -m tests.bench.corpus FOLDER --records 50000

Writes FOLDER/docs. The same size and seed give the same bytes; a record depends on its own number
only, so that an archive of 1,000 is the beginning of one of 50,000.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

SECTIONS = 8
PROVINCES = 5
BODIES_PER_PROVINCE = 12
PEOPLE = 300
FIRST_DAY = date(2008, 1, 1)
DAYS = 17 * 365
NOTICE_EVERY = 5

# Plain office words; sentences made of them mean nothing, and are meant to.
WORDS = (
    "cuộc họp, báo cáo, kết quả, nhiệm vụ, kế hoạch, triển khai, công tác, tuyên truyền, đánh "
    "giá, tổng hợp, số liệu, địa phương, cơ quan, đơn vị, phối hợp, thực hiện, kiểm tra, theo "
    "dõi, đôn đốc, chỉ tiêu, bình đẳng giới, phụ nữ, trẻ em, lao động, việc làm, giáo dục, đào "
    "tạo, y tế, sức khỏe, nông nghiệp, nông thôn mới, giao thông, thủy lợi, môi trường, đất "
    "đai, ngân sách, đầu tư công, chuyển đổi số, cải cách hành chính, thủ tục, văn bản, quy "
    "chế, thành viên, chủ trì, kết luận, đề nghị, yêu cầu, thống nhất, giao, khẩn trương, rà "
    "soát, hoàn thành, đúng hạn, quý, tháng, năm, tỉnh, huyện, xã, người dân, doanh nghiệp, hợp "
    "tác xã, mô hình, kinh nghiệm, khó khăn, vướng mắc, giải pháp, tăng cường, đẩy mạnh, nâng "
    "cao, chất lượng, hiệu quả, ủy ban, hội đồng, văn phòng, sở, ban, ngành, đoàn thể, mặt "
    "trận, cấp ủy"
).split(", ")
SYLLABLES = "thử mẫu giả định ví dụ tạm nháp phép kiểm chứng dựng sẵn".split()


@dataclass(frozen=True, slots=True)
class CorpusFile:
    """One file of the archive: POSIX path below docs/, and its text."""

    path: str
    text: str


def make_corpus(records: int, *, seed: int = 1) -> Iterator[CorpusFile]:
    """Yield every file of an archive with so many news items and notices (one in five)."""
    yield CorpusFile("index.md", "---\ntitle: Trang chủ\ntemplate: home.html\n---\n\n# Kho thử\n")
    for number in range(SECTIONS):
        yield CorpusFile(f"chuyen-muc/muc-thu-{number}.md", f"---\nname: Mục thử {number}\n---\n")
    for province in range(PROVINCES):
        yield from _bodies(province)
    for number in range(records):
        yield make_record(number, seed=seed)


def make_record(number: int, *, seed: int = 1) -> CorpusFile:
    """Return the record with this number, 0-based."""
    rng = random.Random(f"{seed}/{number}")
    return (_notice if number % NOTICE_EVERY == NOTICE_EVERY - 1 else _article)(number, rng)


def _bodies(province: int) -> Iterator[CorpusFile]:
    place = f"Thử Nghiệm {province}"
    yield CorpusFile(
        f"to-chuc/ubnd-{province}.md",
        f"---\nname: Ủy ban nhân dân tỉnh {place}\nkind: peoples_committee\n"
        f"province: {place}\n---\n",
    )
    for number in range(BODIES_PER_PROVINCE):
        yield CorpusFile(
            f"to-chuc/ban-{province}-{number}.md",
            f"---\nname: Ban mẫu {number} tỉnh {place}\nshort_names:\n  - BM{number}\n"
            f"kind: committee\nparent: ubnd-{province}\nprovince: {place}\n---\n",
        )


def _article(number: int, rng: random.Random) -> CorpusFile:
    day, body, chair = _day(rng), _body(rng), _person(rng)
    published = datetime(day.year, day.month, day.day, rng.randrange(6, 19), rng.randrange(60))
    text = f"""---
title: {_sentence(rng, 9, 16)} {number}
date: {published:%Y-%m-%d %H:%M}
author: T.{rng.choice("ABCDĐGHKLMN")}
views: {rng.randrange(20, 20_000)}
section: muc-thu-{rng.randrange(SECTIONS)}
summary: {_sentence(rng, 25, 45)}.
bodies:
  - {body}
people:
  - name: {chair}
    positions:
      - Chức vụ mẫu {rng.randrange(9)}
meeting:
  date: {day}
  bodies:
    - {body}
  chairs:
    - {chair}
---

{_paragraphs(rng, 4, 7)}
"""
    return CorpusFile(f"tin-tuc/{day:%Y/%m}/tin-thu-{number}.md", text)


def _notice(number: int, rng: random.Random) -> CorpusFile:
    day, body, chair, signer = _day(rng), _body(rng), _person(rng), _person(rng)
    items = "\n\n".join(f"{i}. {_sentence(rng, 35, 70)}." for i in range(1, rng.randrange(4, 8)))
    text = f"""---
kind: TB
number: {number}/TB-THU
title: Kết luận mẫu về {_sentence(rng, 9, 16)} {number}
date: {day}
place: Thử Nghiệm
issuer: {body.replace("ban", "ubnd").rpartition("-")[0]}
signer:
  position: CHỨC VỤ MẪU
  name: {signer}
recipients:
  - Thành viên {body}
filing: VT
bodies:
  - {body}
people:
  - name: {chair}
    positions:
      - Chức vụ mẫu {rng.randrange(9)}
meeting:
  date: {day - timedelta(days=2)}
  bodies:
    - {body}
  chairs:
    - {chair}
---

{_sentence(rng, 40, 60)}:

{items}
"""
    return CorpusFile(f"van-ban/{day.year}/thong-bao-{number}.md", text)


def _day(rng: random.Random) -> date:
    return FIRST_DAY + timedelta(days=rng.randrange(DAYS))


def _body(rng: random.Random) -> str:
    return f"ban-{rng.randrange(PROVINCES)}-{rng.randrange(BODIES_PER_PROVINCE)}"


def _person(rng: random.Random) -> str:
    number = rng.randrange(PEOPLE)
    first, last = divmod(number, len(SYLLABLES))
    middle = SYLLABLES[first % len(SYLLABLES)].capitalize()
    return f"Người {middle} {SYLLABLES[last].capitalize()} {first}"


def _sentence(rng: random.Random, low: int, high: int) -> str:
    wanted = rng.randrange(low, high)
    words: list[str] = []
    while len(words) < wanted:
        words += rng.choice(WORDS).split()
    return " ".join(words[:wanted]).capitalize()


def _paragraphs(rng: random.Random, low: int, high: int) -> str:
    return "\n\n".join(
        " ".join(f"{_sentence(rng, 18, 36)}." for _ in range(rng.randrange(2, 5)))
        for _ in range(rng.randrange(low, high))
    )


def write_corpus(folder: Path, records: int, *, seed: int = 1) -> Path:
    """Write an archive below `folder`/docs and return that folder."""
    docs = folder / "docs"
    for file in make_corpus(records, seed=seed):
        path = docs / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(file.text, "utf-8", newline="\n")
    return docs


def main() -> None:
    """Write an archive from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--records", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    write_corpus(options.folder, options.records, seed=options.seed)


if __name__ == "__main__":
    main()
