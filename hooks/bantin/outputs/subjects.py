"""Subjects: names of the units that outputs are planned by. Knows no outputs.

A subject is a record ("tin-tuc/2021/10/hop-ban.md"), a place in a timeline (the address of its
page, "to-chuc/ban-mau/2021/"), a single thing ("@feed"), or one of a family ("@register/2013-10").
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
CHANGES = "@changes"
DAYS = "@days"
# Subjects that may change when any record comes, goes, or looks different in lists.
COMMON = frozenset({FEED, DIRECTORIES, SITEMAP, REGISTER, DATA, CHANGES, DAYS})
SINGLE = (*sorted(COMMON), SEARCH_PAGE, SCHEMAS, SERVERS, OLD_ADDRESSES)


def month_subject(item: Item) -> str:
    """Return the subject of the data of an article's or document's kind and month."""
    return data_subject(item.folder, item.moment[:7])


def data_subject(kind: str, month: str) -> str:
    """Return the subject of the data of a kind ("tin-tuc") and month ("2013-10")."""
    return f"{DATA}/{kind}/{month}"


def changes_subject(month: str) -> str:
    """Return the subject of the changes of a month ("2013-10")."""
    return f"{CHANGES}/{month}"


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
    """Return the subject of a body's or person's part of the register: "to-chuc/so-y-te"."""
    return f"{TASKS}/{holder}"


def meeting_subject(meeting: str) -> str:
    """Return the subject of a meeting's page, by the name of its timeline."""
    return f"{MEETING}/{meeting}"


def meetings_subject(slug: str) -> str:
    """Return the subject of the page with all meetings of a body."""
    return f"{MEETINGS}/{slug}"
