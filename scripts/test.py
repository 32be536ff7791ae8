"""Check everything: style, layout, types, tests. Continuous integration runs this too.

python scripts/test.py [arguments for pytest]

Tests run in one process for each processor and one more. `-n 0` runs them in one process, for `-s`.
"""

import os
import sys

from environment import Level, command, run


def main() -> int:
    # Not above: outside the environment there is no bantin yet.
    from bantin.command_line import make_parser

    parser = make_parser(
        "Kiểm tra tất cả: kiểu viết, bố cục, kiểu dữ liệu, các phép thử. Mọi đối số khác được giao "
        "cho pytest."
    )
    _, wanted = parser.parse_known_args()
    # pytest comes last, because people look for its last line.
    checks = {
        "ruff check": ["ruff", "check", "."],
        "ruff format": ["ruff", "format", "--check", "."],
        "mypy": ["mypy"],
        # Neighbours stay together, so that the shared fixtures of a module are made once or twice.
        # One process more than processors, because many tests wait for a browser or a server.
        "pytest": ["pytest", "-n", str(processors() + 1), "--dist", "worksteal", *wanted],
    }
    # Installed here, because two processes must not install a browser or server at once.
    run([sys.executable, "-m", "tests.browser.chromium"])
    run([sys.executable, "-m", "tests.packages", "nginx", "caddy", "antiword"])
    failed = [name for name, module in checks.items() if not passes(name, module)]
    if failed:
        print(f"KHÔNG ĐẠT: {', '.join(failed)}.", flush=True)
        return 1
    print(f"Đạt cả {len(checks)} bước: {', '.join(checks)}.", flush=True)
    return 0


def processors() -> int:
    """Return how many processors this process may use; not every system tells."""
    may_use = getattr(os, "sched_getaffinity", None)
    return len(may_use(0)) if may_use else os.cpu_count() or 1


def passes(name: str, module: list[str]) -> bool:
    print(f"── {name}", flush=True)
    return run([sys.executable, "-m", *module]) == 0


if __name__ == "__main__":
    command(main, Level.TESTS)
