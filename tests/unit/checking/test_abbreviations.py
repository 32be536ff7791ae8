"""An editor is warned of what nobody can look up, and of nothing else.

`pytest tests/unit/checking/test_abbreviations.py -s` prints precision and recall over the sentences
labelled by hand.
"""

from __future__ import annotations

import time
from pathlib import Path

import pytest
import yaml
from bantin.checking.abbreviations import check_abbreviations
from bantin.records.models import Article, Document
from bantin.records.registry import Registry

from tests.unit.checking.manuscripts import read_manuscript
from tests.unit.samples import article, body, catalog_of, document, parse

LABELLED = Path(__file__).parents[1] / "outputs" / "labelled_abbreviations.yml"


def warnings(text: str, more: str = "", registry: Registry | None = None) -> list[tuple[int, str]]:
    record = article(body=text, more=more)
    assert isinstance(record, Article)
    found = check_abbreviations(read_manuscript(record), registry or Registry())
    assert all(problem.path == record.file.src_uri for problem in found)
    return [(problem.line, problem.message) for problem in found]


def kinds(text: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {"unknown": set(), "several": set()}
    for _, message in warnings(text):
        short = message.partition("“")[2].partition("”")[0]
        found["several" if "nhiều nghĩa" in message else "unknown"].add(short)
    return found


def test_what_labelled_sentences_are_warned_of_is_right() -> None:
    right = said = labelled = 0
    for sentence in yaml.safe_load(LABELLED.read_text("utf-8")):
        for kind, told in kinds(sentence["text"]).items():
            wanted = set(sentence.get(kind, ()))
            right += len(told & wanted)
            said += len(told)
            labelled += len(wanted)
            assert told <= wanted, sentence["text"]
    print(f"\nwarnings: precision {right}/{said}, recall {right}/{labelled}")
    # "LUC" could be a word: silence is right where nobody can be sure.
    assert right / labelled >= 0.9


def test_a_warning_tells_the_line_the_word_and_what_to_do() -> None:
    record = article(body="Mở đầu.\n\nSở ABCX\nvà Sở ABCX.")
    assert isinstance(record, Article)
    (problem,) = check_abbreviations(read_manuscript(record), Registry())
    assert problem.line == record.file.body_line + 2
    assert problem.message == "chữ viết tắt “ABCX” không tra được nghĩa ở đâu"
    assert problem.hint == "viết đầy đủ ở lần dùng đầu: “… (ABCX)”"


def test_title_and_summary_are_read_before_the_body() -> None:
    record = document(more="summary: Sở ABCX họp.")
    assert isinstance(record, Document)
    (problem,) = check_abbreviations(read_manuscript(record), Registry())
    assert problem.field == "summary"


def test_senses_are_told_and_those_of_one_meaning_are_not() -> None:
    ((_, message),) = warnings("TTCP kết luận; BHXH tỉnh, BHXH huyện; TP Mẫu.")
    assert message == "chữ viết tắt “TTCP” có nhiều nghĩa: Thủ tướng Chính phủ, Thanh tra Chính phủ"


def test_what_a_body_is_called_can_be_looked_up() -> None:
    registry = catalog_of(body("rieng", "short_names:\n  - CQWX rieng\n  - CQ rieng")).registry
    assert warnings("CQ rieng họp.", registry=registry) == []
    assert len(warnings("CQWX rieng họp.", registry=registry)) == 1


def test_bodies_that_differ_are_told_of_where_the_record_names_neither() -> None:
    one = body("xanh", "short_names: [CQX]")
    two = parse("to-chuc/xa.md", "---\nname: Chợ Quê Xa\nshort_names: [CQX]\n---\n")
    registry = catalog_of(one, two).registry
    ((_, message),) = warnings("CQX họp.", registry=registry)
    assert "nhiều nghĩa" in message
    assert warnings("CQX họp.", "bodies: [xa]", registry) == []


def test_what_the_text_explains_in_two_ways_is_told_of() -> None:
    ((_, message),) = warnings("Cung quân (CQ) và cơ quan (CQ).")
    assert message == "chữ viết tắt “CQ” được giải thích hai cách trong cùng một bài"


@pytest.mark.parametrize(
    "text",
    [
        "Tin, ảnh: NTHX",
        "Đoạn cuối.\n\nNTHX",
        'Phần mềm “ABCX” và "ABCX".',
        "Mã ABCX-iOffice, ABCX/x.",
        "Theo QĐ của UBND, NQ của HĐND.",
        "12 MW, 5 triệu USD, HIV/AIDS, GS Mẫu.",
        '`ABCX` [x](ABCX.md) <b title="ABCX">x</b>',
        "Câu lạc bộ (CLB) họp, CLB khác nghỉ.",
        "CHƯƠNG TRÌNH ABCX NĂM NAY",
    ],
)
def test_what_is_no_riddle_is_passed_over(text: str) -> None:
    assert warnings(text) == []


@pytest.mark.parametrize("word", ["XQZ ", "(XQZ) "])
def test_one_word_again_and_again_in_a_long_line_takes_no_minutes(word: str) -> None:
    began = time.process_time()
    assert len(warnings(word * (100_000 // len(word)))) == 1
    assert time.process_time() - began < 20
