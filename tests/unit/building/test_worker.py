"""Workers of a killed build do not live on."""

from __future__ import annotations

import subprocess
import sys

import pytest

WORK = """
import time
from bantin.building.pool import open_pool
if __name__ == "__main__":
    with open_pool() as pool:
        pool.submit(int).result()
        pool.submit(time.sleep, SLEEP_S)
        print("at work", flush=True)
        time.sleep(600)
"""


@pytest.mark.parametrize("sleep_s", [0, 600], ids=["waiting for work", "at work"])
def test_workers_end_with_the_build_that_started_them(sleep_s: int) -> None:
    """They have its standard output, which ends when the last of them has ended."""
    code = WORK.replace("SLEEP_S", str(sleep_s))
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE) as build:
        assert build.stdout is not None
        assert build.stdout.readline().strip() == b"at work"
        build.kill()
        assert build.communicate(timeout=120) == (b"", None)
