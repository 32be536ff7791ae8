"""The search index: plain entries in, static files out. The query side is in the theme's scripts.

    tim-kiem/muc-luc.json       the directory: where each key is found; the first file of a query
    tim-kiem/phan/xxxx.bin      parts: keys, their spellings, and the entries that hold them
    tim-kiem/viet-tat.json      what bodies of this archive are called for short; not made here
    tim-kiem/ten-goi.json       names of what results are chosen by, bodies' kin; not made here
    tim-kiem/bai/x/xxx-xx.bin   packs: what is shown of an entry, sixteen places a pack

Among the parts lie the columns, by which results are chosen and ordered, and the shelves, which
tell the versions of packs. FORMAT.md, beside this file, is for whoever reads the index elsewhere.

The same entries give the same bytes, whichever of the three ways they are made:

    build_index(entries)            all in memory: for a small site, and tests
    write_index(chunks, load, …)    to disk, in workers, with little memory: a large site, anew
    update_index(read, changes)     the files that differ from those of the last build

Entries stand at places. `assign_places` gives them to all, `reassign` to what has changed and to
whom that moves; both from `wanted_place`, which depends on an entry's day and url only.
"""

from bantin.search.directory import DIRECTORY_PATH
from bantin.search.entry import SearchEntry
from bantin.search.facets import CHAIRS, NAMED, SIGNS, Facets, NamedTerm, Participant
from bantin.search.index import build_index
from bantin.search.limits import Limits
from bantin.search.places import assign_places, reassign, wanted_place
from bantin.search.present import IndexDamagedError
from bantin.search.shorts import forms_of
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
    "assign_places",
    "build_index",
    "forms_of",
    "reassign",
    "update_index",
    "wanted_place",
    "write_index",
]
