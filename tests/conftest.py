"""Options of the whole test run."""

from __future__ import annotations

import signal
import sys

import pytest
from hypothesis import settings

# How long an example takes says more about the machine than about the code.
settings.register_profile("untimed", deadline=None)
# A change is judged by the same examples each time. `--hypothesis-profile untimed` looks for new
# ones, with `--hypothesis-seed` for those of another run.
settings.register_profile("same", settings.get_profile("untimed"), derandomize=True)
# Where a test has a number of examples of its own, it looks at many more under this one.
settings.register_profile("long", settings.get_profile("untimed"), max_examples=2_000)
settings.load_profile("same")


def pytest_runtest_setup() -> None:
    """Let Ctrl-C through: the scripts hold it back once they are loaded, as a test loads them.

    The processes that tests start would hold it back too.
    """
    if sys.platform != "win32":
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-goldens",
        action="store_true",
        help="write tests/golden/*.html anew; then read the difference",
    )
