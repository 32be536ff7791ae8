"""Runs MkDocs' own command for the scripts: `python -m bantin.mkdocs.command build`.

Whatever nobody foresaw, also before the first event, ends in a message and not in a traceback.
"""

from __future__ import annotations

import signal
import sys
from pathlib import Path

import click

from bantin.unforeseen import INTERRUPTED, guard


def main() -> int:
    """Run MkDocs with this process's arguments. Return the exit code."""
    # The script that starts this process holds Ctrl-C back until somebody here listens.
    if sys.platform != "win32":
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    # Only now: loading MkDocs and its plugins takes long.
    from mkdocs.__main__ import cli

    from bantin.mkdocs.preview.engine_words import problems_of

    try:
        code = cli.main(prog_name="mkdocs", standalone_mode=False)
    except click.Abort:
        return INTERRUPTED
    except click.ClickException as error:
        # MkDocs' ends of a build show themselves; all others are about its settings.
        if isinstance(error, SystemExit):
            error.show()
        else:
            for problem in problems_of(error, (), Path.cwd()):
                click.echo(f"LỖI {problem}", err=True)
        return error.exit_code
    return code if isinstance(code, int) else 0


if __name__ == "__main__":
    sys.exit(guard(main, Path.cwd(), "chạy MkDocs"))
