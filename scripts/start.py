"""Show the site on this computer while it is being edited.

`python scripts/start.py [--port 8000] [--open]`. Every saved change is rebuilt and the open
page reloads itself. Ctrl-C ends it.
"""

import argparse
import os
import sys

from environment import command, run

HOST = "127.0.0.1"


def main() -> int:
    options = parse_options()
    print("Đang dựng trang; lần đầu có thể lâu hơn.", flush=True)
    engine = [sys.executable, "-m", "bantin.mkdocs.preview"]
    engine += ["--host", options.host, "--port", str(options.port)]
    if options.open:
        engine.append("--open")
    # Material prints an English notice about its end, which does not help editors.
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    try:
        return run(engine, listens=True)
    except KeyboardInterrupt:
        # The preview has said that it stops. That is how it is meant to end.
        return 0


def parse_options() -> argparse.Namespace:
    # Not above: outside the environment there is no bantin yet.
    from bantin.command_line import make_parser, port_number

    parser = make_parser("Xem thử trang trên máy này trong lúc biên tập.")
    parser.add_argument(
        "--port",
        type=port_number,
        default=8000,
        metavar="CỔNG",
        help="cổng muốn dùng (mặc định 8000; có chương trình khác dùng thì lấy cổng kế tiếp)",
    )
    parser.add_argument(
        "--host",
        default=HOST,
        metavar="ĐỊA_CHỈ",
        help="địa chỉ để máy khác cũng xem được, ví dụ 0.0.0.0 (mặc định: chỉ máy này)",
    )
    parser.add_argument("--open", action="store_true", help="mở luôn trình duyệt")
    return parser.parse_args()


if __name__ == "__main__":
    command(main)
