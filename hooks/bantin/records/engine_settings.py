"""Reads the engine's mkdocs.yml as plain values, without the engine."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from bantin.errors import SettingsError
from bantin.unforeseen import reason_of

ENGINE_SETTINGS = "mkdocs.yml"
_MOST_VALUES = 100_000


class _SettingsLoader(yaml.SafeLoader):
    """Ignores tags that only MkDocs understands: `!ENV`, `!!python/name:`."""


_SettingsLoader.add_multi_constructor("", lambda loader, suffix, node: None)


def read_engine_settings(path: Path) -> dict[str, Any]:
    """Return the settings of a site's mkdocs.yml, as written.

    Raises:
        SettingsError: there is none, or it is not YAML.
    """
    try:
        return engine_settings_in(path.read_bytes(), path)
    except OSError as error:
        raise SettingsError(f"không đọc được {path} ({reason_of(error)})") from error


def engine_settings_in(source: bytes, path: Path) -> dict[str, Any]:
    """Return the settings that a file holds, as written.

    Args:
        source: of the file.
        path: its name in a message.

    Raises:
        SettingsError: it is not YAML.
    """
    try:
        values: Any = yaml.load(source.decode("utf-8-sig"), _SettingsLoader)
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        place = f"{path}:{mark.line + 1}" if mark else str(path)
        raise SettingsError(
            f"{place}: không đọc được; xem dấu hai chấm, dấu nháy, dấu ngoặc và số dấu cách ở đầu "
            "dòng ấy và dòng trên nó"
        ) from error
    return values if isinstance(values, dict) else {}


def is_overgrown(value: object) -> bool:
    """True for settings that hold themselves, or stand for more than any site needs.

    YAML repeats a part by its sign (`*name`): nine lines may stand for billions of values, and
    MkDocs writes out every one.
    """
    count, waiting = 0, [value]
    while waiting:
        one = waiting.pop()
        count += 1
        if count > _MOST_VALUES:
            return True
        if isinstance(one, Collection) and not isinstance(one, str | bytes):
            waiting += one.values() if isinstance(one, Mapping) else one
    return False


def strings_in(value: object) -> Iterator[str]:
    """Yield every text in settings, however deep.

    What YAML repeats by its sign (`*name`) is read once. It may hold itself, or stand for billions.
    """
    seen: set[int] = set()
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            yield one
        elif isinstance(one, Collection) and not isinstance(one, bytes) and id(one) not in seen:
            seen.add(id(one))
            waiting += one.values() if isinstance(one, Mapping) else one
