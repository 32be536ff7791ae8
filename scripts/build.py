"""Build the site into site/, as it will be published.

`python scripts/build.py [arguments for mkdocs build]`. Warnings stop it, like errors. Then the last
good site stays.
"""

from __future__ import annotations

import os
import sys

from environment import enter, run

DONE = "Đã dựng xong trang."
NOT_DONE = "CHƯA DỰNG ĐƯỢC: sửa những điều kể trên rồi chạy lại. Trang dựng lần trước còn nguyên."


def main() -> int:
    enter()
    # Material prints an English notice about its end, which does not help editors.
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    code = run([sys.executable, "-m", "mkdocs", "build", "--strict", *sys.argv[1:]])
    # MkDocs' own last line is in English.
    print(DONE if code == 0 else NOT_DONE, file=sys.stderr)
    return code


if __name__ == "__main__":
    sys.exit(main())
