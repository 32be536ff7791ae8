"""Runs the preview of the project in the current folder: `python -m bantin.mkdocs.preview`.

`scripts/start.py` reads an editor's options, and starts this.
"""

from __future__ import annotations

import argparse
import signal
import sys
from pathlib import Path
from types import FrameType

from bantin.unforeseen import guard


def _stop(number: int, frame: FrameType | None) -> None:
    """End by KeyboardInterrupt, once. The script that started this process may pass on another."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    raise KeyboardInterrupt


def main() -> int:
    """Run a preview to its end. Return the exit code."""
    signal.signal(signal.SIGTERM, _stop)
    # A shell has it ignored in programs that it starts in the background.
    if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
        signal.signal(signal.SIGINT, _stop)
    parser = argparse.ArgumentParser()
    parser.add_argument("--host", required=True)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--open", action="store_true")
    options = parser.parse_args()
    try:
        if sys.platform != "win32":
            # Whoever starts this process may hold Ctrl-C back until somebody listens.
            signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
        # Only now: loading MkDocs takes long, and Ctrl-C may come before.
        from bantin.mkdocs.preview.engine import run_preview

        return run_preview(options.host, options.port, open_in_browser=options.open)
    except KeyboardInterrupt:
        print("\nĐã dừng xem thử.", flush=True)
        # Where Ctrl-C met code that Python had made from text, as it makes dataclasses while it
        # loads modules, Python would still end as if nobody had answered it. Other text makes it
        # forget.
        exec("")
        return 0


if __name__ == "__main__":
    sys.exit(guard(main, Path.cwd(), "xem thử"))
