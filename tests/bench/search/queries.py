"""The queries, and the record each must find: what was planted, typed the many ways people type.

Knows nothing of any search.
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tests.bench.search.planted import BODIES, PAIRED, Planted, planted

NAMES = {body.slug: body.name for body in BODIES}
HEIRS = {body.slug: NAMES[body.heir] for body in BODIES if body.heir}
SHORT_NAMES = {body.slug: body.short_name for body in BODIES}
_OLD = "oà oá oả oã oạ oè oé oẻ oẽ oẹ uỳ uý uỷ uỹ uỵ".split()
_NEW = "òa óa ỏa õa ọa òe óe ỏe õe ọe ùy úy ủy ũy ụy".split()
_OTHER_STYLE = dict(zip(_OLD + _NEW, _NEW + _OLD, strict=True))
_STYLED = re.compile(rf"(?<!q)({'|'.join(_OTHER_STYLE)})(?!\w)")
LETTERS = "bcdghklmnprstvx"


@dataclass(frozen=True, slots=True)
class Query:
    """One query.

    Attributes:
        group: what kind it is, as in the table.
        text: as typed.
        url: the record that must be found, relative to the root.
        unfinished: whether it is asked while it is being typed.
    """

    group: str
    text: str
    url: str
    unfinished: bool = False


def make_queries() -> tuple[Query, ...]:
    """Return every query, by group; the same each time."""
    makers = (
        _numbers, _people, _phrases, _marks_apart, _quoted, _tone_styles, _unfinished,
        _abbreviations, _dates, _typos, _title_words, _rare, _two_bodies, _heirs,
    )  # fmt: skip
    return tuple(query for make in makers for query in make(planted()))


def _numbers(records: tuple[Planted, ...]) -> Iterator[Query]:
    for record in records:
        if record.number:
            serial, _, symbol = record.number.partition("/")
            for text in (
                record.number,
                record.number.lower(),
                f"{serial} {symbol.replace('-', ' ')}".lower(),
                f"thông báo số {record.number}",
                f"{serial}-{symbol}",
                f"TB {serial} / {symbol}",
            ):
                yield Query("number", text, record.url)


def _people(records: tuple[Planted, ...]) -> Iterator[Query]:
    for record in records[::2]:
        text = _person_and_topic(record)
        yield Query("person", text, record.url)
        yield Query("person, no marks", without_marks(text).lower(), record.url)


def _person_and_topic(record: Planted) -> str:
    # The person has a page too: words of the title say that the record is meant.
    return " ".join((record.person, *_words(record.title)[-2:]))


def _phrases(records: tuple[Planted, ...]) -> Iterator[Query]:
    for record in records:
        yield Query("phrase", " ".join(_words(record.phrase)[:4]), record.url)


def _marks_apart(records: tuple[Planted, ...]) -> Iterator[Query]:
    for record in records:
        yield Query("no marks", without_marks(" ".join(_words(record.phrase)[-4:])), record.url)


def _quoted(records: tuple[Planted, ...]) -> Iterator[Query]:
    for record in records[::4]:
        yield Query("quoted", f"“{record.phrase}”", record.url)
        yield Query("quoted", f'"{without_marks(record.phrase)}"', record.url)


def _tone_styles(records: tuple[Planted, ...]) -> Iterator[Query]:
    for record in records:
        for text in (record.title, record.phrase, _person_and_topic(record)):
            other = other_tone_style(text)
            if other != text:
                yield Query("tone style", other, record.url)


def _unfinished(records: tuple[Planted, ...]) -> Iterator[Query]:
    for record in records[::2]:
        words = _words(record.phrase)[:4]
        # So much of the last syllable as is typed a moment before it is whole.
        text = " ".join([*words[:-1], words[-1][: max(1, len(words[-1]) - 1)]])
        yield Query(
            "unfinished", text if record.index % 4 else without_marks(text), record.url, True
        )


def _abbreviations(records: tuple[Planted, ...]) -> Iterator[Query]:
    for record in records:
        if record.asked:
            yield Query("abbreviation", record.asked, record.url)
            yield Query("abbreviation", without_marks(record.asked).lower(), record.url)
    for record in records[:PAIRED:3]:
        short = SHORT_NAMES[record.bodies[0]]
        yield Query("abbreviation", f"{short} {' '.join(_words(record.title)[-2:])}", record.url)


def _dates(records: tuple[Planted, ...]) -> Iterator[Query]:
    for record in records:
        day = record.day
        if day.year > 2007:
            continue
        forms = (
            f"{day.day}/{day.month}/{day.year}",
            f"ngày {day.day} tháng {day.month} năm {day.year}",
            f"{day:%d/%m/%Y}",
            f"{day.month}/{day.year}",
            f"ngay {day.day} thang {day.month} nam {day.year}",
            f"{day.day}-{day.month}-{day.year}",
            f"tháng {day.month} năm {day.year}",
        )
        yield Query("date", forms[record.index % len(forms)], record.url)
        if record.index % 2:
            topic = " ".join(_words(record.title)[-2:]).lower()
            yield Query("date and topic", f"{topic} {day.month}/{day.year}", record.url)


def _typos(records: tuple[Planted, ...]) -> Iterator[Query]:
    for record in records:
        words = _words(record.phrase)[:4] if record.index % 3 else _words(_person_and_topic(record))
        rng = random.Random(f"typo {record.index}")
        longest = max(range(len(words)), key=lambda at: len(words[at]))
        words[longest] = one_edit_away(words[longest], rng)
        yield Query("typo", " ".join(words), record.url)


def _title_words(records: tuple[Planted, ...]) -> Iterator[Query]:
    for record in records[1::2]:
        words = _words(record.title)
        yield Query("title words", f"{words[-2]} {words[-1]} {words[0]} {words[1]}", record.url)


def _rare(records: tuple[Planted, ...]) -> Iterator[Query]:
    for record in records[::2]:
        yield Query("rare among common", f"báo cáo kết quả công tác {record.rare}", record.url)


def _two_bodies(records: tuple[Planted, ...]) -> Iterator[Query]:
    for record in records[:PAIRED]:
        text = " ".join(NAMES[slug] for slug in reversed(record.bodies))
        yield Query("two bodies", text if record.index % 2 else without_marks(text), record.url)


def _heirs(records: tuple[Planted, ...]) -> Iterator[Query]:
    for record in records:
        heir = HEIRS.get(record.bodies[0])
        if heir:
            topic = " ".join(_words(record.title)[-2:])
            yield Query("under its successor", f"{heir} {topic}", record.url)


def sample(queries: Sequence[Query], wanted: int) -> tuple[Query, ...]:
    """Return so many queries, at most all, mixed: a search cut short was asked of every group."""
    return tuple(random.Random("sample").sample(queries, min(wanted, len(queries))))


def _words(text: str) -> list[str]:
    return text.split()


def without_marks(text: str) -> str:
    """Return text as typed without marks, đ as d."""
    apart = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def other_tone_style(text: str) -> str:
    """Return text with its tone marks the other way: hòa for hoà, hoà for hòa."""
    return _STYLED.sub(lambda match: _OTHER_STYLE[match[1]], text)


def one_edit_away(word: str, rng: random.Random) -> str:
    """Return a word with one inner letter left out, put in or replaced; never the word itself."""
    at = rng.randrange(1, len(word) - 1) if len(word) > 2 else 1
    letter = rng.choice([one for one in LETTERS if one != word[at : at + 1]])
    return word[:at] + rng.choice(("", letter, letter + word[at : at + 1])) + word[at + 1 :]
