"""What a format itself says of a document under a name: a table's row, a meta element, a column.

Such a field wins over what was read from the text. Where the two differ, both are told.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bantin.importing.capture import FieldName, FoundField
from bantin.importing.head_pieces import clean_number
from bantin.importing.proposal import LATEST_YEAR, OLDEST_YEAR, Fact, Sure
from bantin.importing.text_marks import NUMBER_LINE, kinds_by_name, squeeze
from bantin.records.kinds import document_kinds
from bantin.records.parts import Signer
from bantin.text.fold import exact
from bantin.text.numbers import number_key, parse_number

_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?:[T ].*)?")
_PRINTED = re.compile(
    r"(?:ngày )?(?P<day>\d{1,2})(?:[/.-]| tháng )(?P<month>\d{1,2})(?:[/.-]| năm )(?P<year>\d{4})"
    r"(?:[ ,].*)?",
    re.IGNORECASE,
)
_KEYS: Mapping[FieldName, str] = {
    FieldName.KIND: "kind",
    FieldName.NUMBER: "number",
    FieldName.DATE: "date",
    FieldName.TITLE: "title",
    FieldName.PLACE: "place",
    FieldName.EFFECTIVE: "effective",
}
LABELS: Mapping[str, str] = {
    "kind": "Loại văn bản",
    "number": "Số, ký hiệu",
    "date": "Ngày ban hành",
    "title": "Trích yếu",
    "place": "Địa danh",
    "issuer": "Cơ quan ban hành",
    "effective": "Ngày có hiệu lực",
}


@dataclass(frozen=True, slots=True)
class NamedFields:
    """The fields of a document that its format names.

    Attributes:
        values: by key of the record, with the field each came from.
        unread: fields whose text could not be read as such.
        issuer: the issuing body's name; "" without one.
        issuer_place: where that name stood.
        signer: the signer's name; None without one.
    """

    values: Mapping[str, tuple[Any, FoundField]]
    unread: tuple[FoundField, ...] = ()
    issuer: str = ""
    issuer_place: str = ""
    signer: FoundField | None = None

    def merge(
        self, read: dict[str, Any], facts: dict[str, Fact], guesses: list[str]
    ) -> dict[str, Any]:
        """Return the values read from the text with the named ones in their place.

        Args:
            read: by key of the record.
            facts: by field; the named ones replace those of the text.
            guesses: contradictions are added.
        """
        values = dict(read)
        for key, (value, field) in self.values.items():
            old = read.get(key)
            note = ""
            if old and not _same(key, old, value):
                note = f"“{field.text}” theo {field.place} nhưng trong văn bản là “{_shown(old)}”"
                guesses.append(f"{LABELS[key]}: {note}")
            values[key] = value
            facts[key] = Fact(
                key, _shown(value), Sure.GUESSED if note else Sure.READ, field.place, note
            )
        for field in self.unread:
            guesses.append(f"Không hiểu “{field.text}” ở {field.place}")
        self._tell_signer(read.get("signer"), facts, guesses)
        return values

    def _tell_signer(
        self, signer: Signer | None, facts: dict[str, Fact], guesses: list[str]
    ) -> None:
        """Hold a named signer against the foot: a name alone makes no signer of a record."""
        if self.signer is None:
            return
        printed = self.signer
        if signer is None:
            note = f"“{printed.text}” theo {printed.place}; điền thêm chức vụ vào signer"
            facts["signer.name"] = Fact("signer.name", "", Sure.OPEN, "", note)
            guesses.append(f"Người ký: {note}")
        elif exact(signer.name) not in exact(printed.text):
            note = f"“{printed.text}” theo {printed.place} nhưng phần ký ghi “{signer.name}”"
            facts["signer.name"] = Fact(
                "signer.name", signer.name, Sure.GUESSED, facts["signer.name"].where, note
            )
            guesses.append(f"Người ký: {note}")


def read_fields(fields: Sequence[FoundField]) -> NamedFields:
    """Return the named fields of a document; the first of a name counts."""
    values: dict[str, tuple[Any, FoundField]] = {}
    unread: list[FoundField] = []
    named = {field.name: field for field in reversed(fields)}
    for name, key in _KEYS.items():
        if name not in named:
            continue
        value = _read(name, named[name].text)
        if value is None:
            unread.append(named[name])
        else:
            values[key] = (value, named[name])
    issuer = named.get(FieldName.ISSUER)
    return NamedFields(
        values,
        tuple(unread),
        issuer.text if issuer else "",
        issuer.place if issuer else "",
        named.get(FieldName.SIGNER),
    )


def _read(name: FieldName, text: str) -> Any:
    if name is FieldName.KIND:
        code = kinds_by_name().get(squeeze(text), ("", ""))[0]
        return code or (text if text in document_kinds() else None)
    if name is FieldName.NUMBER:
        number = clean_number(NUMBER_LINE.sub("", text, count=1))
        return number if parse_number(number) else None
    if name in (FieldName.DATE, FieldName.EFFECTIVE):
        return _read_day(text)
    return text or None


def _read_day(text: str) -> dt.date | None:
    match = _ISO.fullmatch(text) or _PRINTED.fullmatch(text)
    if match is None:
        return None
    try:
        day = dt.date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        return None
    return day if OLDEST_YEAR <= day.year <= LATEST_YEAR else None


def _same(key: str, old: Any, new: Any) -> bool:
    if key == "number":
        return number_key(old) == number_key(new)
    if isinstance(old, str) and isinstance(new, str):
        return squeeze(old) == squeeze(new)
    return bool(old == new)


def _shown(value: Any) -> str:
    return f"{value:%d/%m/%Y}" if isinstance(value, dt.date) else str(value)
