"""Records of any characters, raw and spelt out: refused in harmless words, or published whole."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Sequence
from xml.etree import ElementTree

from bantin.building.reading import faults_within
from bantin.checking.all_checks import Compared, remark_on
from bantin.checking.manuscript import Manuscript
from bantin.errors import LONGEST_MESSAGE, Problem
from bantin.outputs.addresses import AddressBook
from bantin.records.models import Record
from bantin.records.reader import parse_record
from bantin.records.registry import Registry
from bantin.rendering.markdown import render_text
from hypothesis import HealthCheck, event, example, given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from tests.unit.archive import RENDERER
from tests.unit.in_memory import plan_outputs
from tests.unit.samples import body, catalog_of

ODD = (
    "\0\x07\x0b\x0c\r\x1b\x1f\x7f\x80\x85\x9b\xa0\xad\u0301\u034f\u0600\u061c\u0645\u115f\u180e"
    "\u200b\u200d\u200f\u2028\u2029\u202a\u202e\u2060\u2066\u2069\u206f\u3000\u3164\ud800\udfff"
    "\ue000\ufdd0\ufe0f\ufeff\ufff9\ufffc\ufffd\ufffe\uffff\U0001f3f4\U0001ffff\U000e0001\U000e0041"
    "\U000e0100\U0010ffff"
)
SO = "to-chuc/so.md"
PLAIN = "aĐế1 .,:;#&<>\"'\\-|*_{}[]()=%@`!?~\n\t"
words = st.text("aĐế1 .,:;#&<>\"'-|*_()=%!?~", min_size=1, max_size=12)
odd_words = st.builds(
    lambda before, odd, after: before + odd + after,
    words,
    st.sampled_from(ODD) | st.characters(),
    words | st.just(""),
)
any_text = words | words | words | odd_words | st.text(st.sampled_from(PLAIN), max_size=12)


def raw(text: str) -> str:
    return text


def quoted(text: str) -> str:
    """Return a text as YAML may write it between double quotes: odd characters by their numbers."""
    return '"' + "".join(map(escape, text)) + '"'


def escape(char: str) -> str:
    if char.isalnum() or char in " .,":
        return char
    return f"\\U{ord(char):08x}" if char > "\uffff" else f"\\u{ord(char):04x}"


def reference(text: str) -> str:
    return "".join(char if char.isalnum() else f"&#x{ord(char):x};" for char in text)


values = st.builds(
    lambda way, text: way(text), st.sampled_from([raw, quoted, quoted, quoted]), any_text
)
bodies = st.builds(lambda way, text: way(text), st.sampled_from([raw, raw, reference]), any_text)


def texts(a: str, b: str, c: str, text: str) -> dict[str, str]:
    """Return src_uri → text of a record of each kind that holds the values."""
    return {
        "tin-tuc/2021/10/a.md": f"""---
title: {a}
date: 2021-10-05
section: chi-dao
author: {b}
summary: {c}
bodies: [so]
tags:
  - {a}
people:
  - name: {b}
    positions:
      - {c}
meeting:
  date: 2021-10-04
  bodies: [so]
  venue: {a}
figures:
  - name: {b}
    value: 5
    unit: {c}
---

Mở {text} bài.
""",
        "van-ban/2021/b.md": f"""---
kind: TB
number: 5/TB-VP
title: {b}
date: 2021-10-06
issuer: vp
bodies: [so]
place: {c}
recipients:
  - {a}
signer:
  position: {a}
  name: {b}
meeting:
  date: 2021-10-04
  bodies: [so]
---

1. Giao {text} báo cáo.
   {{: to="so" due="2021-11-05" }}
""",
        SO: f"""---
name: {c}
short_names:
  - {a}
province: {b}
---

{text}
""",
        "nguoi/le-an.md": f"---\nname: {b}\nnote: {c}\n---\n",
        "tin-tuc/2021/10/c.md": f"""---
{a}: {b}
title: A
date: 2021-10-05
section: chi-dao
---
""",
    }


def judge(problems: Sequence[Problem]) -> None:
    for problem in problems:
        told = str(problem)
        assert len(told) <= LONGEST_MESSAGE
        assert is_harmless(told), ascii(told)
        assert problem.message


def is_harmless(text: str) -> bool:
    text.encode()
    return not any(
        unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") or "\u202a" <= char <= "\u202e"
        for char in text.replace("\n", "").replace("\t", "")
    )


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(values, values, values, bodies)
@example('"a\\x07"', '"b\\uFFFF"', '"c\\nd\\r\\nBEGIN:VEVENT"', "&#27;&#x202e;")
@example("A\u2028status: draft", "B\x85C", '"\\ud800"', "x\u2029y")
@example('"A"', '"B"', '"C\\nd\\te"', "một\u200b hai")
@example("A #b", "# b", "! c", "<<<<<<< HEAD")
@example("A", "B", "C", "&#x85;&#133;&#x1;&#xFFFE;&#769;")
def test_any_characters_are_refused_or_published(a: str, b: str, c: str, text: str) -> None:
    records = []
    for uri, written in texts(a, b, c, text).items():
        found = parse_record(uri, written.encode("utf-8", "surrogatepass"))
        if isinstance(found, list):
            assert found
            judge(found)
            continue
        rendered = render_text(found.body)
        faults = faults_within(found, rendered)
        judge(faults)
        judge(remark_on(Manuscript(found, written, rendered), Compared.of(Registry())))
        if not faults:
            records.append(found)
    event(f"{len(records)} accepted")
    if SO not in [record.file.src_uri for record in records]:
        records.append(body("so"))
    publish(records)


def publish(records: Sequence[Record]) -> None:
    for output in plan_outputs(AddressBook({}, catalog_of(*records)), []):
        content = output.render(RENDERER)
        if output.path.endswith((".html", ".xml", ".json", ".csv", ".ics", ".txt", ".md", ".tsv")):
            assert is_harmless(content.decode().replace("\r\n", "\n")), output.path
        if output.path.endswith(".xml"):
            ElementTree.fromstring(content)
        elif output.path.endswith(".json"):
            json.loads(content)
        elif output.path.endswith(".ics"):
            Calendar.from_ical(content)
