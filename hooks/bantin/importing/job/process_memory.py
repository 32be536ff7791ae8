"""Tells how much memory another process holds, with what each system has at hand."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from pathlib import Path


def memory_of(pid: int) -> int:
    """Return the bytes that a process holds in memory; 0 where that cannot be told."""
    if sys.platform == "linux":
        with contextlib.suppress(OSError, ValueError, IndexError):
            pages = int(Path(f"/proc/{pid}/statm").read_text("ascii").split()[1])
            return pages * os.sysconf("SC_PAGE_SIZE")
        return 0
    elif sys.platform == "win32":
        return _on_windows(pid)
    else:
        asked = subprocess.run(
            ["/bin/ps", "-o", "rss=", "-p", str(pid)], capture_output=True, check=False
        )
        told = asked.stdout.strip()
        return int(told) * 1024 if told.isdigit() else 0


def _on_windows(pid: int) -> int:
    import ctypes
    from ctypes import wintypes

    class Counters(ctypes.Structure):
        _fields_ = (
            ("cb", wintypes.DWORD),
            ("faults", wintypes.DWORD),
            ("peak", ctypes.c_size_t),
            ("working_set", ctypes.c_size_t),
            *((f"rest{number}", ctypes.c_size_t) for number in range(6)),
        )

    kernel = ctypes.WinDLL("kernel32", use_last_error=True)  # type: ignore[attr-defined]
    kernel.OpenProcess.restype = wintypes.HANDLE
    kernel.K32GetProcessMemoryInfo.argtypes = (
        wintypes.HANDLE,
        ctypes.POINTER(Counters),
        wintypes.DWORD,
    )
    limited_information = 0x1000
    handle = kernel.OpenProcess(limited_information, False, pid)
    if not handle:
        return 0
    try:
        counters = Counters(cb=ctypes.sizeof(Counters))
        found = kernel.K32GetProcessMemoryInfo(
            handle, ctypes.byref(counters), ctypes.sizeof(counters)
        )
        return int(counters.working_set) if found else 0
    finally:
        kernel.CloseHandle(handle)
