"""The search index: plain entries in, static files out. The query side is in the theme's scripts.

    tim-kiem/muc-luc.json       the directory: the place of each key; the first file of a query
    tim-kiem/phan/xxxx.bin      parts: keys, their spellings, and the entries that hold them
    tim-kiem/viet-tat.json      short names of this archive's bodies; not made here
    tim-kiem/ten-goi.json       names of the facets, bodies' relations; not made here
    tim-kiem/bai/x/xxx-xx.bin   packs: the texts shown of entries, sixteen places a pack

The folder of parts also holds columns and shelves. Columns filter and sort results. Shelves hold
the versions of packs. FORMAT.md, beside this file, describes the index for other readers.

There are two ways to make an index. The same entries give the same bytes in both:

    write_index(chunks, load, …)    to disk, in workers, with little memory: a large site, anew
    update_index(read, changes)     the files that differ from those of the last build

Each entry has a place. `reassign` gives places to changed entries, and to entries that must move
for them. It starts from `wanted_place`, which depends only on an entry's day and url.
"""

from bantin.search.abbreviation_forms import forms_of
from bantin.search.directory import DIRECTORY_PATH
from bantin.search.entry import SearchEntry
from bantin.search.facet_values import CHAIRS, NAMED, SIGNS, Facets, NamedTerm, Participant
from bantin.search.limits import Limits
from bantin.search.places import reassign, wanted_place
from bantin.search.published_index import IndexDamagedError
from bantin.search.update import IndexDelta, update_index
from bantin.search.write import write_index

__all__ = [
    "CHAIRS",
    "DIRECTORY_PATH",
    "NAMED",
    "SIGNS",
    "Facets",
    "IndexDamagedError",
    "IndexDelta",
    "Limits",
    "NamedTerm",
    "Participant",
    "SearchEntry",
    "forms_of",
    "reassign",
    "update_index",
    "wanted_place",
    "write_index",
]
