"""Check records before they are published, without building the site.

    python3 scripts/check.py [FILE…] [--docs docs]

Exit code 1 where a build would stop; warnings alone give 0.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from environment import PROJECT, enter


def main() -> int:
    enter()
    # Behind enter(): outside the environment there is no bantin yet.
    from bantin.checking.check import check_records
    from bantin.checking.report import describe
    from bantin.outputs.raw_html import check_html
    from bantin.records.reader import is_record_uri

    options = parse_options()
    if not options.docs.is_dir():
        return fail(f"không có thư mục {options.docs}; kiểm tra lại đường dẫn sau --docs")
    docs_dir = options.docs.resolve()
    src_uris = []
    for file in options.files:
        if not file.is_file():
            return fail(f"không có tệp {file}; kiểm tra lại đường dẫn")
        path = file.resolve()
        src_uri = path.relative_to(docs_dir).as_posix() if path.is_relative_to(docs_dir) else ""
        if not is_record_uri(src_uri):
            return fail(f"{file} không phải là bản ghi trong {options.docs}")
        src_uris.append(src_uri)
    findings = check_records(docs_dir, src_uris or None, also=[check_html])
    print("\n".join(describe(findings)))
    return 1 if findings.problems else 0


def parse_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description="Kiểm tra bản ghi trước khi xuất bản: lỗi thì trang không dựng được; cảnh báo "
        "là chỗ bạn đọc có thể không hiểu. Đường dẫn và ảnh thì lúc dựng trang mới xét."
    )
    parser.add_argument(
        "files",
        metavar="TỆP",
        nargs="*",
        type=Path,
        help="chỉ kiểm tra những tệp này, nhanh hơn (mặc định: mọi bản ghi); tên người viết khác "
        "dấu ở tệp khác thì chỉ khi kiểm tra mọi bản ghi mới thấy",
    )
    parser.add_argument(
        "--docs",
        metavar="THƯ_MỤC",
        type=Path,
        default=PROJECT / "docs",
        help="thư mục docs (mặc định: docs của dự án)",
    )
    return parser.parse_args()


def fail(message: str) -> int:
    print(f"Lỗi: {message}.", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
