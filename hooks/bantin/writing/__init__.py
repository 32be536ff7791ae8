"""Makes a new record for an editor: her answers → one file in docs/, every key explained in it.

Copies no conclusion and no figure. Its proposals are comments until she takes them over.
"""
