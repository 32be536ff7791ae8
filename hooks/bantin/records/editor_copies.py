"""Tells by a file's name that an editor's program left it: backups, locks, conflicting versions.

Knows names only, and opens no file.
"""

from __future__ import annotations

import re
from enum import Enum

_FLAGS = re.IGNORECASE
# Nearly all names are so. A docs folder holds tens of thousands.
_PLAIN = re.compile(r"[a-z0-9-]+\.(?:jpg|jpeg|png|webp|svg|pdf|docx|xlsx|md)")
# No person names a file that readers shall fetch like one of these.
_LEFT = re.compile(
    r"""
    .*~                                     # Emacs, Kate, nano: x.md~
    | \#.*\#                                # Emacs: #x.md#
    | ~\$.*                                 # Word, Excel: ~$x.docx
    | ~wr[a-z]\d+\..*                       # Word: ~WRL0001.tmp
    | .*\.(?:bak\d*|backup|bkp|old|orig|rej|tmp|temp|sw[nopx]|save|wbk|asd|part|crdownload)
    | (?:eh)?thumbs\.db | desktop\.ini | icon\r
    | .*\.(?:md|markdown)\.(?:txt|docx?|html?)      # Windows hides the last suffix
    | .*[._](?:backup|base|local|remote)[._]\d+(?:\.[^.]+)?   # git mergetool
    | .*\.(?:backup|base|local|remote|mine|theirs|r\d+|conflict)\.[^.]+  # other merge tools
    | .*\.sync-conflict-\d.*                # Syncthing
    | .*\(.*(?:conflicted\ copy|case\ conflict|sfconflict).*\).*     # Dropbox, Nextcloud, Seafile
    | .*\[conflict(?:ed)?\b.*\].*           # Google Drive, pCloud
    | .*-(?:desktop|laptop)-[a-z0-9]{5,8}(?:\.[^.]+)?         # OneDrive: name of the computer
    """,
    _FLAGS | re.VERBOSE | re.DOTALL,
)
# A download may be called so as well.
_LIKE = re.compile(
    r"""
    .*\ \(\d+\)(?:\.[^.]+)?
    | .*(?:\ |\ -\ |_)(?:copy|bản\ sao|sao\ chép)(?:\ ?\(?\d+\)?)?(?:\.[^.]+)?
    | .*\((?:copy|bản\ sao)(?:\ \d+)?\)(?:\.[^.]+)?
    | (?:copy\ of|bản\ sao\ của)\ .*
    """,
    _FLAGS | re.VERBOSE | re.DOTALL,
)


class CopyKind(Enum):
    """What a name says.

    LEFT: a program left the file. It is never published.
    LIKE: a copy is called so, and other files too. A Markdown file is then not published; another
    file is where a text refers to it.
    """

    LEFT = "left"
    LIKE = "like"


def kind_of_copy(name: str) -> CopyKind | None:
    """Return what a file's name says; None for a name that people give.

    Args:
        name: without folders, NFC.
    """
    if _PLAIN.fullmatch(name):
        return None
    if _LEFT.fullmatch(name):
        return CopyKind.LEFT
    return CopyKind.LIKE if _LIKE.fullmatch(name) else None
