"""The search index: plain entries in, static files out. The query side is in the theme's scripts.

    tim-kiem/muc-luc.json       the directory: where each key is found; the first file of a query
    tim-kiem/phan/xxxx.json     parts: keys, their spellings, and the entries that hold them
    tim-kiem/bai/x/xxx.json     packs: what is shown of an entry, sixteen places a pack

A part is named by its content and never changes; a pack is named by the places it holds. Places
come from day and address, so a new entry leaves the others where they are, and only the parts
that hold its words, its pack and the directory change.
"""

from bantin.outputs.search.entry import SearchEntry
from bantin.outputs.search.index import build_index

__all__ = ["SearchEntry", "build_index"]
