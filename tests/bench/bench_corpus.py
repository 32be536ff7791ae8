"""Precision and recall of each field of an import, over the corpus of tests.

    python -m tests.bench.bench_corpus

A field is right, left open or wrong. `tests/corpus/` says what was made, and how.
"""

from __future__ import annotations

from tests.corpus.judging import judge_corpus, table


def main() -> None:
    verdicts = judge_corpus()
    print("\n".join(table(verdicts)))
    for one in verdicts:
        if one.outcome == "wrong":
            print(f"WRONG {one.place} {one.field}: {one.expected!r}, not {one.found!r}")


if __name__ == "__main__":
    main()
