"""How long reading a text takes: a new parser for each body, one reused, and the site's way.

python -m tests.bench.bench_markdown [--bodies 60] [--rounds 20]

Every body goes through all three before the next one does, so that a busy machine slows them
alike; compare the ratios, not the times. The first gives HTML only; the others clean and read it.
Fails if those two differ in what they give.
"""

from __future__ import annotations

import argparse
import itertools
import platform
import random
from collections.abc import Callable, Iterator
from statistics import median
from time import perf_counter

import markdown
from bantin.rendering.markdown import make_markdown, render_marked_up, render_text

from tests.bench.corpus import make_record

BODY_BYTES = 4096
# What the second kind of body holds besides, one for so many words.
MARKUP = ("**đậm**", "_nghiêng_", "[liên kết](https://vi-du.example/)", "405/TB-THU_2", "&nbsp;")
WORDS_TO_A_MARKUP = 25


def make_bodies(count: int) -> Iterator[str]:
    """Yield synthetic bodies of about BODY_BYTES, in UTF-8; the same each time."""
    blocks = (
        block
        for number in itertools.count()
        for block in make_record(number).text.split("---\n", 2)[2].strip().split("\n\n")
    )
    for _ in range(count):
        body = next(blocks)
        while len(body.encode()) < BODY_BYTES:
            body += "\n\n" + next(blocks)
        yield body


def add_markup(body: str) -> str:
    """Return the body with inline markup in every paragraph."""
    rng = random.Random(len(body))
    words = body.split(" ")
    for place in range(len(words) // WORDS_TO_A_MARKUP * WORDS_TO_A_MARKUP, 0, -WORDS_TO_A_MARKUP):
        words.insert(place, rng.choice(MARKUP))
    return " ".join(words)


def make_ways() -> dict[str, Callable[[str], object]]:
    """Return what is compared; the first is what the others are measured by."""
    return {
        "a new parser each, HTML only": lambda body: make_markdown().convert(body),
        "one parser reused": render_marked_up,
        "the site's": render_text,
    }


def measure(bodies: list[str], rounds: int) -> dict[str, float]:
    """Return the median time of a body for each way, in seconds."""
    ways = make_ways()
    times: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(rounds):
        for body in bodies:
            given = []
            for name, convert in ways.items():
                start = perf_counter()
                found = convert(body)
                times[name].append(perf_counter() - start)
                given.append(found)
            if given[1] != given[2]:
                raise SystemExit(f"The outputs differ:\n{body}")
    return {name: median(taken) for name, taken in times.items()}


def main() -> None:
    """Measure both kinds of body and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--bodies", type=int, default=60)
    parser.add_argument("--rounds", type=int, default=20)
    options = parser.parse_args()
    print(
        f"Python {platform.python_version()}, Markdown {markdown.__version__}, "
        f"{platform.system()} {platform.machine()}"
    )
    plain = list(make_bodies(options.bodies))
    for kind, bodies in (("plain", plain), ("marked", [add_markup(body) for body in plain])):
        size_bytes = sum(len(body.encode()) for body in bodies) // len(bodies)
        print(f"\n{kind}: {len(bodies)} bodies of {size_bytes} bytes, {options.rounds} rounds")
        times = measure(bodies, options.rounds)
        base = next(iter(times.values()))
        for name, taken_s in times.items():
            print(f"  {name:24}{taken_s * 1000:8.3f} ms  × {taken_s / base:.2f}")


if __name__ == "__main__":
    main()
