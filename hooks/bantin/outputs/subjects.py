"""Subjects: what outputs are planned by, as names. Knows no outputs.

A record ("tin-tuc/2021/10/hop-ban.md"), a place in a timeline (the address of its page,
"to-chuc/ban-mau/2021/"), one of the few things that there is one of ("@feed"), or one of a family
("@register/2013-10").
"""

from __future__ import annotations

from bantin.catalog.items import Item

FEED = "@feed"
DIRECTORIES = "@directories"
SEARCH_PAGE = "@search-page"
SCHEMAS = "@schemas"
SERVERS = "@servers"
OLD_ADDRESSES = "@old-addresses"
SITEMAP = "@sitemap"
REGISTER = "@register"
TASKS = "@tasks"
MEETING = "@meeting"
MEETINGS = "@meetings"
DATA = "@data"
DAYS = "@days"
# What any record that comes or goes may touch, and any that lists then show otherwise.
COMMON = frozenset({FEED, DIRECTORIES, SITEMAP, REGISTER, DATA, DAYS})
SINGLE = (*sorted(COMMON), SEARCH_PAGE, SCHEMAS, SERVERS, OLD_ADDRESSES)


def month_subject(item: Item) -> str:
    """Return the subject of the data of an article's or document's kind and month."""
    return data_subject(item.folder, item.moment[:7])


def data_subject(kind: str, month: str) -> str:
    """Return the subject of the data of a kind ("tin-tuc") and month ("2013-10")."""
    return f"{DATA}/{kind}/{month}"


def day_subject(day: str) -> str:
    """Return the subject of a day of any year ("10-05"), or of all days of a month ("10")."""
    return f"{DAYS}/{day}"


def part_subject(part: str) -> str:
    """Return the subject of a part of the sitemap, such as "tin-tuc-2021"."""
    return f"{SITEMAP}/{part}"


def register_subject(span: str) -> str:
    """Return the subject of the register's pages of a month ("2013-10"), or of a year ("2013")."""
    return f"{REGISTER}/{span}"


def tasks_subject(holder: str) -> str:
    """Return the subject of what somebody holds in the register, such as "to-chuc/so-y-te"."""
    return f"{TASKS}/{holder}"


def meeting_subject(meeting: str) -> str:
    """Return the subject of a meeting's page, by the name of its timeline."""
    return f"{MEETING}/{meeting}"


def meetings_subject(slug: str) -> str:
    """Return the subject of the page with all meetings of a body."""
    return f"{MEETINGS}/{slug}"
