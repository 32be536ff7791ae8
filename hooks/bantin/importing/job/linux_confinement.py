"""Asks Linux to confine this process: Landlock for files and ports, seccomp for the network.

Neither needs rights. Where the kernel lacks one or forbids it, nothing happens.
"""

from __future__ import annotations

import ctypes
import os
import platform
import struct
import sys
from collections.abc import Iterable
from pathlib import Path

_NO_NEW_PRIVS, _SET_PDEATHSIG, _SET_SECCOMP = 38, 1, 22
_SIGKILL = 9
_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_VERSION_FLAG, _PATH_BENEATH = 1, 1
# Rights on files, by the first version of Landlock that knows them.
_EXECUTE, _WRITE_FILE, _READ_FILE, _READ_DIR = 1, 2, 4, 8
_ALL_RIGHTS = {1: (1 << 13) - 1, 2: 1 << 13, 3: 1 << 14, 5: 1 << 15}
_FILE_RIGHTS = _EXECUTE | _WRITE_FILE | _READ_FILE | 1 << 14
_PORTS = {4: 0b11}  # bind and connect
_READ = _EXECUTE | _READ_FILE | _READ_DIR
_SYSTEM = (
    "/usr",
    "/lib",
    "/lib64",
    "/bin",
    "/etc",
    "/proc",
    "/opt",
    "/nix",
    "/var/cache/fontconfig",
    "/var/lib/libreoffice",
    "/var/spool/libreoffice",
)
# LibreOffice makes a socket in the first of these that it may write in, and removes it.
_SOCKETS = "/tmp"
_MAKE_SOCKET, _REMOVE_FILE = 1 << 9, 1 << 5
_DEVICES = ("/dev/null", "/dev/urandom", "/dev/random", "/dev/zero")
# Of socket(), ptrace() and others, by the machine's name: audit number, calls.
_MACHINES = {
    "x86_64": (0xC000003E, 41, (101, 310, 311, 425)),
    "aarch64": (0xC00000B7, 198, (117, 270, 271, 425)),
}
_UNIX = 1
_FOREIGN_CALLS = 0x40000000  # x86_64 has a second way of calling


def confine(folder: Path, readable: Iterable[Path], *, is_office: bool) -> None:
    """Confine this process, as far as the kernel can.

    Args:
        folder: the only one it may write in.
        readable: what it may read, beside the files of Python and of the system.
        is_office: it may start LibreOffice, which cannot do without a socket in a shared folder.
    """
    libc = ctypes.CDLL(None, use_errno=True)
    # A reader without a parent has nobody to end it.
    libc.prctl(_SET_PDEATHSIG, _SIGKILL, 0, 0, 0)
    if libc.prctl(_NO_NEW_PRIVS, 1, 0, 0, 0) == 0:
        _landlock(libc, folder, readable, is_office=is_office)
        _seccomp(libc)


def _landlock(
    libc: ctypes.CDLL, folder: Path, readable: Iterable[Path], *, is_office: bool
) -> None:
    version = libc.syscall(_CREATE_RULESET, None, 0, _VERSION_FLAG)
    if version < 1:
        return
    rights = sum(right for since, right in _ALL_RIGHTS.items() if since <= version)
    ports = sum(right for since, right in _PORTS.items() if since <= version)
    made = ctypes.create_string_buffer(struct.pack("QQ", rights, ports))
    rules = libc.syscall(_CREATE_RULESET, made, 16 if ports else 8, 0)
    if rules < 0:
        return
    try:
        python = (sys.prefix, sys.base_prefix, *filter(None, sys.path))
        for place in (*_SYSTEM, *python, *map(str, readable)):
            _allow(libc, rules, place, _READ & rights)
        for place in _DEVICES:
            _allow(libc, rules, place, (_READ_FILE | _WRITE_FILE) & rights)
        _allow(libc, rules, str(folder), rights)
        if is_office:
            _allow(libc, rules, _SOCKETS, (_MAKE_SOCKET | _REMOVE_FILE) & rights)
        libc.syscall(_RESTRICT_SELF, rules, 0)
    finally:
        os.close(rules)


def _allow(libc: ctypes.CDLL, rules: int, place: str, rights: int) -> None:
    """Allow rights below a folder, or on a file; a place that is not there needs none."""
    try:
        descriptor = os.open(place, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    try:
        allowed = rights if os.path.isdir(place) else rights & _FILE_RIGHTS  # noqa: PTH112
        rule = ctypes.create_string_buffer(struct.pack("=Qi", allowed, descriptor))
        libc.syscall(_ADD_RULE, rules, _PATH_BENEATH, rule, 0)
    finally:
        os.close(descriptor)


def _seccomp(libc: ctypes.CDLL) -> None:
    """Refuse sockets but those within this machine, and looking into other processes."""
    if platform.machine() not in _MACHINES or sys.maxsize < 2**32:
        return
    audit, socket, others = _MACHINES[platform.machine()]
    load, equal, at_least, give = 0x20, 0x15, 0x35, 0x06
    allowed, refused = 0x7FFF0000, 0x00050000 | 1  # EPERM
    # A jump counts the steps between it and its end. The refusal is the last step.
    rest = len(others)
    program = [
        (load, 0, 0, 4),  # the machine
        (equal, 0, rest + 6, audit),
        (load, 0, 0, 0),  # the call
        (at_least, rest + 4, 0, _FOREIGN_CALLS),
        *((equal, rest + 3 - place, 0, call) for place, call in enumerate(others)),
        (equal, 0, 2, socket),
        (load, 0, 0, 16),  # its first argument
        (equal, 0, 1, _UNIX),
        (give, 0, 0, allowed),
        (give, 0, 0, refused),
    ]
    code = ctypes.create_string_buffer(b"".join(struct.pack("=HBBI", *one) for one in program))
    filters = struct.pack("HxxxxxxP", len(program), ctypes.addressof(code))
    libc.prctl(_SET_SECCOMP, 2, ctypes.create_string_buffer(filters), 0, 0)
