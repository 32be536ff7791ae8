"""Texts in settings, also where YAML repeats a value very often, or within itself."""

from __future__ import annotations

import pytest
import yaml
from bantin.records.engine_settings import strings_in

DOUBLED = "a0: &a0 [x, y]\n" + "".join(
    f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 60)
)


@pytest.mark.parametrize(
    ("written", "texts"),
    [
        ("a: [b, {c: d}]\n", {"b", "d"}),
        ("a: &a [b, *a]\n", {"b"}),
        ("a: &a {b: *a, c: d}\n", {"d"}),
        (DOUBLED, {"x", "y"}),
        ("a: " + "[" * 900 + "b" + "]" * 900, {"b"}),
        ("a: !!binary YQ==\nb: 1\n", set()),
    ],
)
def test_every_text_is_found_once_and_soon(written: str, texts: set[str]) -> None:
    found = list(strings_in(yaml.load(written, yaml.CSafeLoader)))
    assert set(found) == texts
    assert len(found) == len(texts)
