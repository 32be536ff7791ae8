"""Count views from the access logs of the web server, by COUNTER's rules.

    python3 scripts/views.py LOG…

Reads logs of nginx, Apache (combined, vhost_combined), Caddy (JSON) or IIS (W3C), packed with gzip
or not, in any order. A log read again counts nothing twice. The counts go into docs/.luot-xem/, for
Git to keep.
"""

import argparse
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit

from environment import PROJECT, command


def main() -> int:
    # Not above: outside the environment there is no bantin yet.
    from bantin.building.view_count_files import refresh_view_files
    from bantin.building.workspace import Workspace
    from bantin.command_line import fail
    from bantin.errors import BantinError, ProblemsError
    from bantin.records.docs_listing import list_record_uris
    from bantin.views.clients import parse_proxies
    from bantin.views.count_logs import count_logs, end_of_day
    from bantin.views.report import describe
    from bantin.views.requests import CountingRules, addresses_of, plain_host
    from bantin.views.settings import read_settings

    options = parse_options()
    try:
        settings = read_settings(options.settings)
        rules = CountingRules(
            end_of_day(time.time()),
            frozenset(map(plain_host, (urlsplit(settings.site_url).netloc, *options.host))),
            parse_proxies(options.proxy),
        )
        if not settings.docs_dir.is_dir():
            return fail(f"không có thư mục {settings.docs_dir}; xem docs_dir trong mkdocs.yml")
        uris = list_record_uris(settings.docs_dir)
        urls = [
            uri.removesuffix(".md") + "/"
            for uri in uris
            if uri.startswith(("tin-tuc/", "van-ban/")) and uri.endswith(".md")
        ]
        # Also keeps a build and a second count away from the files that will change.
        workspace = Workspace(settings.site_dir)
        lock = workspace.lock()
        try:
            addresses = addresses_of(urls, settings.site_url)
            counts = count_logs(options.logs, settings.docs_dir, addresses, rules)
            refreshed = refresh_view_files(workspace, counts.totals)
        finally:
            lock.release()
    except ProblemsError as error:
        print("\n".join(map(str, error.problems)), file=sys.stderr)
        return fail("chưa đếm gì, số cũ giữ nguyên")
    except BantinError as error:
        return fail(str(error))
    print("\n".join(describe(counts)))
    if refreshed is None:
        print(f"Chưa có trang nào dựng ở {settings.site_dir}; lần dựng tới sẽ kèm số lượt xem.")
    else:
        print(f"Đã thay {refreshed} tệp số liệu trong {settings.site_dir}, không dựng lại trang.")
    return 0


def parse_options() -> argparse.Namespace:
    from bantin.command_line import make_parser

    parser = make_parser(
        "Đếm lượt xem từ nhật ký của máy chủ, theo quy tắc COUNTER: bỏ máy tìm kiếm, "
        "bấm lặp trong 30 giây tính một lần. Đọc lại nhật ký cũ không làm số tăng thêm. Không lưu "
        "địa chỉ IP của ai."
    )
    parser.add_argument(
        "logs",
        metavar="NHẬT_KÝ",
        nargs="+",
        type=Path,
        help="nhật ký của nginx, Apache (combined, vhost_combined), Caddy (JSON) hay IIS (W3C), "
        "nén gzip cũng được",
    )
    parser.add_argument(
        "--proxy",
        metavar="ĐỊA_CHỈ",
        action="append",
        default=[],
        help="địa chỉ IP (hay dải, như 10.0.0.0/8) của máy chủ trung gian đứng trước máy chủ này: "
        "người đọc là địa chỉ mà máy ấy ghi lại (X-Forwarded-For); nêu được nhiều lần",
    )
    parser.add_argument(
        "--host",
        metavar="TÊN_MIỀN",
        action="append",
        default=[],
        help="tên miền khác của chính trang này, ngoài tên trong site_url; nêu được nhiều lần",
    )
    parser.add_argument(
        "--settings",
        metavar="TỆP",
        type=Path,
        default=PROJECT / "mkdocs.yml",
        help="tệp cấu hình của trang (mặc định: mkdocs.yml của dự án)",
    )
    return parser.parse_args()


if __name__ == "__main__":
    command(main)
