"""The main folders: where records lie in docs/, and where the site has what it makes of them.

Every address of the archive begins with one of them, and no other file writes one out; only the
folder of the search index is named by the search index itself (`bantin.search.files`). Names are
without "/" at either end.
"""

from __future__ import annotations

NEWS = "tin-tuc"
DOCUMENTS = "van-ban"
BODIES = "to-chuc"
SECTIONS = "chuyen-muc"
PEOPLE = "nguoi"
# What records name freely, without a record of its own.
FIELDS = "linh-vuc"
# Records that have a date, and those that others refer to by name.
DATED = (NEWS, DOCUMENTS)
NAMED = (BODIES, SECTIONS, PEOPLE)
RECORDS = (*DATED, *NAMED)
# Below a folder of dated records: unfinished drafts whose day nobody knows yet.
UNDATED = "chua-ro-ngay"

REGISTER = "ket-luan"
MEETINGS = "cuoc-hop"
ON_THIS_DAY = "ngay-nay"
MOST_READ = "doc-nhieu"
# What lists of a body's own lie in, below its page.
TASKS = "duoc-giao"
# Below the page of a meeting: its conclusions beside those of the year before.
COMPARISON = "cung-ky"
# For machines.
DATA = "api"
SCHEMAS = "schema"
VIEW_COUNTS = "luot-xem"
SHARE_IMAGES = "anh-chia-se"


def lies_in(uri: str, *folders: str) -> bool:
    """Tell whether a file or an address lies in one of some folders."""
    return uri.partition("/")[0] in folders


def person_url(slug: str) -> str:
    """Return the address of a person's page; a person needs no record to have one."""
    return f"{PEOPLE}/{slug}/"
