"""Options of the whole test run."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

# How long an example takes says more about the machine than about the code.
settings.register_profile("untimed", deadline=None)
# A change is judged by the same examples each time; people's own runs go on looking for new ones.
settings.register_profile("ci", settings.get_profile("untimed"), derandomize=True)
# Where a test has a number of examples of its own, it looks at many more under this one.
settings.register_profile("long", settings.get_profile("untimed"), max_examples=2_000)
settings.load_profile("ci" if os.environ.get("CI") else "untimed")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-goldens",
        action="store_true",
        help="write tests/golden/*.html anew; then read the difference",
    )
