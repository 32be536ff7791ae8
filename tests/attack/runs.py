"""How often the fuzzers of this folder try, and with which seeds.

Continuous integration runs few tries with fixed seeds. `BANTIN_ATTACK_RUNS=1000` runs a thousand
times as many. `BANTIN_ATTACK_SEED=7` makes other inputs. `BANTIN_ATTACK_CROWD=100` puts a hundred
more records into each archive.
"""

from __future__ import annotations

import os

SEED = int(os.environ.get("BANTIN_ATTACK_SEED", "1"))
CROWD = int(os.environ.get("BANTIN_ATTACK_CROWD", "6"))
_FACTOR = int(os.environ.get("BANTIN_ATTACK_RUNS", "1"))


def tries(bounded: int) -> int:
    """Return how often to try; `bounded` is how often continuous integration tries."""
    return bounded * _FACTOR
