"""Asks MkDocs what is wrong with its settings, in a process of its own: it knows MkDocs, not we."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from bantin.errors import Problem, SettingsError
from bantin.records.engine_settings import ENGINE_SETTINGS

_JUDGE = "bantin.mkdocs.config_faults"


def check_settings(docs_dir: Path, text: bytes | None = None) -> tuple[Problem, ...]:
    """Return what in mkdocs.yml stops every build, whatever the records.

    Args:
        docs_dir: the file lies beside it. Where there is none, nothing is wrong.
        text: judged in the place of what the file holds, as a commit would have it.

    Raises:
        SettingsError: nobody foresaw what happened there.
    """
    path = docs_dir.parent / ENGINE_SETTINGS
    if text is None and not path.is_file():
        return ()
    command = [sys.executable, "-m", _JUDGE, str(path), *(() if text is None else ("-",))]
    done = subprocess.run(command, input=text or b"", cwd=path.parent, capture_output=True)
    if done.returncode:
        raise SettingsError(done.stderr.decode("utf-8", "replace").strip())
    # Hooks and plugins may have printed something before.
    last = done.stdout.rstrip().rpartition(b"\n")[2]
    return tuple(Problem(**told) for told in json.loads(last))
