"""Build the site into site/, as it will be published.

    python3 scripts/build.py [--verify] [arguments for mkdocs build]

Warnings stop it, like errors. Then the last good site stays. `--verify` also reads every file of
the site and the whole store of the last build, and makes again what is not as it was written.
"""

from __future__ import annotations

import os
import sys

from environment import enter, run

DONE = "Đã dựng xong trang."
NOT_DONE = "CHƯA DỰNG ĐƯỢC: sửa những điều kể trên rồi chạy lại."
# A build that was killed says nothing itself.
KILLED = (
    "CHƯA DỰNG XONG: lần dựng bị dừng ngang. Tệp nào của trang cũng nguyên vẹn, là bản cũ hoặc bản "
    "mới; chạy lại là xong nốt."
)
# The hook reads it: MkDocs takes no options of ours.
VERIFY = "BANTIN_VERIFY"


def main() -> int:
    enter()
    # Material prints an English notice about its end, which does not help editors.
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    arguments = [argument for argument in sys.argv[1:] if argument != "--verify"]
    if len(arguments) < len(sys.argv) - 1:
        os.environ[VERIFY] = "1"
    code = run([sys.executable, "-m", "mkdocs", "build", "--strict", *arguments])
    # MkDocs' own last line is in English.
    print({0: DONE, 1: NOT_DONE}.get(code, KILLED), file=sys.stderr)
    return code


if __name__ == "__main__":
    sys.exit(main())
