"""Import captured portal texts into docs/: each becomes one checked record.

    python3 scripts/import_text.py FILE… [--province "Đắk Nông"] [--bodies | --dry-run]

All files are imported or none. A file imported before is skipped.
"""

import argparse
import sys
from pathlib import Path

from environment import PROJECT, command


def main() -> int:
    # Not above: outside the environment there is no bantin yet.
    from bantin.command_line import fail
    from bantin.errors import ImportRefusedError, printable
    from bantin.importing.plan import plan_import
    from bantin.importing.proposed_files import describe_needed
    from bantin.importing.report import describe_plan, describe_refusals
    from bantin.importing.write import write_records
    from bantin.records.provinces import find_province

    options = parse_options()
    province = find_province(options.province) if options.province else None
    if options.province and province is None:
        return fail(f"không có tỉnh, thành phố nào tên “{options.province}”; ví dụ: Đắk Nông")
    plan = plan_import(options.files, options.into, province)
    if plan.refusals:
        print(printable("\n".join(describe_refusals(plan))), file=sys.stderr)
        return 1
    if options.bodies:
        print(printable("\n".join(describe_needed(plan.files))))
        return 0
    if not options.dry_run:
        try:
            write_records([*plan.files, *plan.records], options.into)
        except ImportRefusedError as error:
            return fail(str(error))
    print(printable("\n".join(describe_plan(plan, options.into, dry_run=options.dry_run))))
    return 0


def parse_options() -> argparse.Namespace:
    from bantin.command_line import add_import_options, make_parser

    parser = make_parser(
        "Nhập bài đã chép từ cổng thông tin: mỗi tệp thành một bản ghi trong docs/. "
        "Hoặc mọi tệp đều vào, hoặc không tệp nào."
    )
    parser.add_argument(
        "files",
        metavar="TỆP",
        nargs="+",
        type=Path,
        help="tệp chữ thuần, mã UTF-8, mỗi tệp một bản tin hoặc một thông báo",
    )
    add_import_options(parser, PROJECT / "docs")
    parser.add_argument("--dry-run", action="store_true", help="chỉ in bản ghi sẽ có, không ghi gì")
    return parser.parse_args()


if __name__ == "__main__":
    command(main)
