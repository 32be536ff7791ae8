"""Show the site on this computer while it is being edited.

`python scripts/start.py [--port 8000] [--open]`. Every saved change is rebuilt and the open
page reloads itself. Ctrl-C ends it.
"""

from __future__ import annotations

import argparse
import errno
import os
import socket
import sys

from environment import enter, run

HOST = "127.0.0.1"
PORTS_TRIED = 50


def main() -> int:
    enter()
    options = parse_options()
    port = find_port(options.port)
    if port is None:
        print(
            f"Lỗi: không có cổng nào trống từ {options.port} trở đi; hãy chọn số khác với --port.",
            file=sys.stderr,
        )
        return 1
    if port != options.port:
        print(f"Cổng {options.port} đang có chương trình khác dùng, chuyển sang cổng {port}.")
    print("Đang dựng trang; lần đầu có thể lâu hơn.")
    print(f"Địa chỉ xem thử: http://{HOST}:{port}/")
    print("Sửa và lưu tệp nào, trang tự cập nhật tệp đó. Nhấn Ctrl-C để dừng.", flush=True)
    # The flag is explicit, because some releases of click lose its default. Then nothing would be
    # watched, silently.
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "-a", f"{HOST}:{port}"]
    if options.open:
        command.append("--open")
    # Material prints an English notice about its end, which does not help editors.
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    try:
        return run(command)
    except KeyboardInterrupt:
        print("\nĐã dừng.")
        return 0


def parse_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Xem thử trang trên máy này trong lúc biên tập.")
    parser.add_argument(
        "--port", type=port_number, default=8000, help="cổng muốn dùng (mặc định 8000)"
    )
    parser.add_argument("--open", action="store_true", help="mở luôn trình duyệt")
    return parser.parse_args()


def port_number(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 65535:
        raise argparse.ArgumentTypeError(f"cổng phải là số từ 1 đến 65535, không phải “{text}”")
    return int(text)


def find_port(first: int) -> int | None:
    """Return the first free port from `first` on; None when none is near."""
    ports = range(first, min(first + PORTS_TRIED, 65536))
    return next((port for port in ports if is_free(port)), None)


def is_free(port: int) -> bool:
    """Return whether MkDocs could listen on a port.

    A port that this user may not use (below 1024) does not count as free.
    """
    with socket.socket() as probe:
        if sys.platform != "win32":
            # As in MkDocs' server, a port that only waits for its last connections is free. On
            # Windows the option would share a port that is in use.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            if error.errno in (errno.EADDRINUSE, errno.EACCES):
                return False
            raise
    return True


if __name__ == "__main__":
    sys.exit(main())
