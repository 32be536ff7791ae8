"""Check everything: style, layout, types, tests. Continuous integration runs this too.

python scripts/test.py [arguments for pytest]

Tests run in one process for each processor. `-n 0` runs them in one process, for `-s`.
"""

from __future__ import annotations

import sys

from environment import Level, enter, run


def main() -> int:
    enter(Level.TESTS)
    # pytest comes last, because people look for its last line.
    checks = {
        "ruff check": ["ruff", "check", "."],
        "ruff format": ["ruff", "format", "--check", "."],
        "mypy": ["mypy"],
        # Neighbours stay together, so that the shared fixtures of a module are made once or twice.
        "pytest": ["pytest", "-n", "auto", "--dist", "worksteal", *sys.argv[1:]],
    }
    try:
        # Installed here, because two processes must not install a browser or server at once.
        run([sys.executable, "-m", "tests.browser.chromium"])
        run([sys.executable, "-m", "tests.packages", "nginx", "caddy"])
        failed = [name for name, module in checks.items() if not passes(name, module)]
    except KeyboardInterrupt:
        print("\nĐã dừng giữa chừng.", file=sys.stderr)
        return 130
    if failed:
        print(f"KHÔNG ĐẠT: {', '.join(failed)}.", flush=True)
        return 1
    print(f"Đạt cả {len(checks)} bước: {', '.join(checks)}.", flush=True)
    return 0


def passes(name: str, module: list[str]) -> bool:
    print(f"── {name}", flush=True)
    return run([sys.executable, "-m", *module]) == 0


if __name__ == "__main__":
    sys.exit(main())
