"""Judges mkdocs.yml as a build does: MkDocs' own rules, and what the publisher needs.

The build, the preview and the checks ask here, so that they say the same. Checks do so from another
process: `python -m bantin.mkdocs.config_faults PATH [-]` prints the Problems as JSON, in its last
line. With "-" the text comes from standard input.
"""

from __future__ import annotations

import io
import json
import logging
import sys
from contextlib import suppress
from dataclasses import asdict, replace
from pathlib import Path

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from yaml import YAMLError

from bantin.errors import BantinError, Problem, ProblemsError, SettingsError
from bantin.mkdocs.engine_words import CONFIG, line_of_key
from bantin.mkdocs.hearing import hear
from bantin.mkdocs.settings import check_site_dir, read_site
from bantin.records.engine_settings import (
    engine_settings_in,
    is_overgrown,
    read_engine_settings,
)
from bantin.unforeseen import guard

_HOOK = "publish.py"
# A text that is not UTF-8 raises a ValueError, and so do some settings.
_FORESEEN = (MkDocsException, BantinError, YAMLError, OSError, ValueError)


def find_config_faults(path: Path, text: bytes | None = None) -> tuple[Problem, ...]:
    """Return what would stop every build, whatever the records.

    Args:
        path: of mkdocs.yml.
        text: judged in the place of what the file holds, as a commit would have it.
    """

    def judge() -> None:
        config = read_config(path, text)
        read_site(config)
        check_site_dir(config)

    # MkDocs would print what it has to say.
    printing = logging.getLogger("mkdocs").handlers[:]
    for handler in printing:
        logging.getLogger("mkdocs").removeHandler(handler)
    try:
        problems = hear(judge, path.parent, _FORESEEN).problems
    finally:
        for handler in printing:
            logging.getLogger("mkdocs").addHandler(handler)
    if text is None:
        return problems
    # The lines that were looked up are those of the file.
    shown = text.decode("utf-8-sig", "replace")
    return tuple(
        replace(one, line=line_of_key(shown, one.field)) if one.field else one for one in problems
    )


def read_config(path: Path, text: bytes | None = None, site_dir: str | None = None) -> MkDocsConfig:
    """Return the settings that a build can work with.

    Args:
        path: of mkdocs.yml.
        text: read in the place of the file; its other files are looked for beside `path`.
        site_dir: in the place of the one in the settings.

    Raises:
        ProblemsError: there is no file, its YAML repeats without end, or our hook is not named.
        mkdocs.exceptions.MkDocsException: MkDocs does not take them; it has logged why.
        yaml.YAMLError: they are not YAML.
        OSError: the file cannot be read.
    """
    if not (path.is_file() if text is None else text.strip()):
        raise ProblemsError([Problem(CONFIG, 0, "", "không có tệp này", "lấy lại tệp ấy")])
    if is_overgrown(_values_of(path, text)):
        message = "có phần được dùng lại (dấu * và &) lồng nhau quá nhiều lần"
        raise ProblemsError([Problem(CONFIG, 0, "", message, "viết thẳng ra từng chỗ")])
    file = str(path) if text is None else _NamedText(text, str(path))
    config = load_config(file, config_file_path=str(path), site_dir=site_dir)
    # Without our hook MkDocs would publish every file of docs/ as it is.
    if not any(Path(name).name == _HOOK for name in config.hooks):
        message = f"thiếu dòng “- hooks/{_HOOK}”, nên kho tin không được dựng"
        hint = f"ghi lại hai dòng “hooks:” và “  - hooks/{_HOOK}”"
        raise ProblemsError([Problem(CONFIG, 0, "hooks", message, hint)])
    return config


def _values_of(path: Path, text: bytes | None) -> object:
    # MkDocs says itself what cannot be read.
    with suppress(SettingsError):
        return read_engine_settings(path) if text is None else engine_settings_in(text, path)
    return None


class _NamedText(io.BytesIO):
    """A text in the place of a file; MkDocs looks for INHERIT beside its name."""

    def __init__(self, text: bytes, name: str) -> None:
        super().__init__(text)
        self.name = name


def main() -> int:
    """Print the faults of the settings that the command line names."""
    path, *more = sys.argv[1:]
    found = find_config_faults(Path(path), sys.stdin.buffer.read() if more else None)
    print(json.dumps([asdict(one) for one in found]))
    return 0


if __name__ == "__main__":
    sys.exit(guard(main, Path.cwd(), "đọc mkdocs.yml"))
