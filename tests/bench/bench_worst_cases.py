"""How the time of readers grows on texts and strings made to take long.

python -m tests.bench.bench_worst_cases [--size 5000] [--least 0.005] [--only NAME]

Prints a row for each expression and each body: the exponent of growth between a size and four times
that size (1.0 is linear, 2.0 quadratic), and the time for the larger one. Rows below the least time
are left out: their exponents are noise.
"""

from __future__ import annotations

import argparse
import math
import time
from collections.abc import Callable, Iterator

from bantin.rendering.markdown import render_text

from tests.attack.pattern_attacks import attacks_on
from tests.attack.patterns import all_patterns
from tests.attack.worst_texts import READ, REFUSED

FACTOR = 4
Row = tuple[float, float, str]


def measure(run: Callable[[str], object], make: Callable[[int], str], size: int) -> float:
    """Return the seconds of the processor that a text of a size takes; the better of two."""
    text, found = make(size), []
    for _ in range(2):
        before = time.process_time()
        run(text)
        found.append(time.process_time() - before)
    return min(found)


def rows(size: int, only: str) -> Iterator[Row]:
    """Yield (exponent, seconds, name)."""
    for used in all_patterns():
        if only not in used.name:
            continue
        found = [
            (measure(used.run, make, size), name, make)
            for name, make in attacks_on(used.pattern).items()
        ]
        first, name, make = max(found, key=lambda one: one[0])
        yield _row(first, measure(used.run, make, FACTOR * size), f"{used.name} on {name}")
    texts = {**READ, **{name: make for name, (make, _) in REFUSED.items()}}
    for name, make in texts.items():
        if only in name:
            first = measure(render_text, make, size)
            yield _row(first, measure(render_text, make, FACTOR * size), f"body: {name}")


def _row(first: float, second: float, name: str) -> Row:
    exponent = math.log(second / first, FACTOR) if first > 0 and second > 0 else 0.0
    return exponent, second, name


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=5_000)
    parser.add_argument("--least", type=float, default=0.005)
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    found = [row for row in rows(options.size, options.only) if row[1] >= options.least]
    for exponent, seconds, name in sorted(found, reverse=True):
        print(f"{exponent:5.2f} {seconds:8.3f} s  {name[:110]}")


if __name__ == "__main__":
    main()
