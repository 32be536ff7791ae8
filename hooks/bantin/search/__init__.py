"""The search index: plain entries in, static files out. The query side is in the theme's scripts.

    tim-kiem/muc-luc.json       the directory: where each key is found; the first file of a query
    tim-kiem/phan/xxxx.bin      parts: keys, their spellings, and the entries that hold them
    tim-kiem/viet-tat.json      what bodies of this archive are called for short; not made here
    tim-kiem/ten-goi.json       names of what results are chosen by, bodies' kin; not made here
    tim-kiem/bai/x/xxx-xx.bin   packs: what is shown of an entry, sixteen places a pack

Among the parts lie the columns, by which results are chosen and ordered, and the shelves, which
tell the versions of packs. FORMAT.md, beside this file, is for whoever reads the index elsewhere.

The same entries give the same bytes, in whichever of two ways they are made:

    write_index(chunks, load, …)    to disk, in workers, with little memory: a large site, anew
    update_index(read, changes)     the files that differ from those of the last build

Entries stand at places. `reassign` gives them to the entries that have changed and to those that
are moved by it, from `wanted_place`, which depends on an entry's day and url only.
"""

from bantin.search.abbreviation_forms import forms_of
from bantin.search.directory import DIRECTORY_PATH
from bantin.search.entry import SearchEntry
from bantin.search.facets import CHAIRS, NAMED, SIGNS, Facets, NamedTerm, Participant
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
