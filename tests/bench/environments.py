"""Environments of the peers: made once under a cache folder, one for each set of requirements.

They are never part of the project's own requirements.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from tests.bench.peers.peer import Peer, program


def ensure_environment(peer: Peer, folder: Path) -> Path:
    """Return a peer's environment below `folder`, installing it when it is not there.

    Raises:
        subprocess.CalledProcessError: pip could not install the peer.
    """
    wanted = "\n".join((sys.version, *peer.requirements))
    digest = hashlib.sha256(wanted.encode()).hexdigest()[:12]
    environment = folder / f"{peer.package}-{digest}"
    # Written last: what an interrupted installation left is made anew.
    done = environment / "installed.txt"
    if done.is_file():
        return environment
    shutil.rmtree(environment, ignore_errors=True)
    subprocess.run([sys.executable, "-m", "venv", str(environment)], check=True)
    pip = [program(environment, "python"), "-m", "pip", "install", "--quiet"]
    subprocess.run([*pip, "--disable-pip-version-check", *peer.requirements], check=True)
    done.write_text(wanted, "utf-8")
    return environment


def pinned_versions(peers: Iterable[Peer]) -> dict[str, str]:
    """Return the version of every distribution the peers pin."""
    pins = (one.partition("==") for peer in peers for one in peer.requirements)
    return {name.partition("[")[0]: version for name, _, version in pins}
