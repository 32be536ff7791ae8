"""Reads the engine's mkdocs.yml as plain values, without the engine."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from bantin.errors import SettingsError
from bantin.unforeseen import reason_of

ENGINE_SETTINGS = "mkdocs.yml"


class _SettingsLoader(yaml.SafeLoader):
    """Ignores tags that only MkDocs understands: `!ENV`, `!!python/name:`."""


_SettingsLoader.add_multi_constructor("", lambda loader, suffix, node: None)


def read_engine_settings(path: Path) -> dict[str, Any]:
    """Return the settings of a site's mkdocs.yml, as written.

    Raises:
        SettingsError: there is none, or it is not YAML.
    """
    try:
        values: Any = yaml.load(path.read_text("utf-8"), _SettingsLoader)
    except OSError as error:
        raise SettingsError(f"không đọc được {path} ({reason_of(error)})") from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path} không phải là YAML đúng: {error}") from error
    return values if isinstance(values, dict) else {}


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
