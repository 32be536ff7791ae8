"""Runs MkDocs' own command for the scripts: `python -m bantin.mkdocs.command build`.

Wrong settings are told before MkDocs begins, and its warnings in Vietnamese. Whatever nobody
foresaw, also before the first event, ends in a message and not in a traceback.
"""

from __future__ import annotations

import logging
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from bantin.unforeseen import INTERRUPTED, guard

# The parts of MkDocs that warn of an editor's pages.
_WARN = ("structure.pages", "structure.nav", "structure.files", "commands.build", "utils")


def main() -> int:
    """Run MkDocs with this process's arguments. Return the exit code."""
    # The script that starts this process holds Ctrl-C back until somebody here listens.
    if sys.platform != "win32":
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    # Only now: loading MkDocs and its plugins takes long.
    from mkdocs.__main__ import cli

    from bantin.mkdocs.config_faults import find_config_faults

    settings = _settings_among(sys.argv)
    if faults := find_config_faults(settings):
        for problem in faults:
            click.echo(f"LỖI {problem}", err=True)
        return 1
    for name in _WARN:
        logging.getLogger(f"mkdocs.{name}").addFilter(_InVietnamese(settings.parent))
    try:
        code = cli.main(prog_name="mkdocs", standalone_mode=False)
    except click.Abort:
        return INTERRUPTED
    except click.ClickException as error:
        # What MkDocs counts at its end has been told.
        if not error.format_message().startswith("Aborted with"):
            error.show()
        return error.exit_code
    return code if isinstance(code, int) else 0


def _settings_among(arguments: Sequence[str]) -> Path:
    """Return the path of mkdocs.yml that a command names, or the one in the current folder."""
    from bantin.mkdocs.engine_words import CONFIG

    named = "--config-file"
    place = arguments[arguments.index(named) + 1] if named in arguments else CONFIG
    return Path(place).absolute()


class _InVietnamese(logging.Filter):
    """Says in Vietnamese what MkDocs warns of; what it does not know stays as it is."""

    def __init__(self, project: Path) -> None:
        super().__init__()
        self._docs_dir = project / "docs"

    def filter(self, record: logging.LogRecord) -> bool:
        from bantin.mkdocs.engine_words import read_message

        if record.levelno >= logging.WARNING:
            problem = read_message(record.getMessage(), self._docs_dir)
            if problem.hint:
                record.msg, record.args = str(problem), ()
        return True


if __name__ == "__main__":
    sys.exit(guard(main, Path.cwd(), "chạy MkDocs"))
