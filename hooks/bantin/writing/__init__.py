"""Makes a new record for an editor: her answers → one file in docs/, every key explained in it.

Copies no conclusion and no figure from elsewhere; what it proposes is a comment until she says so.
"""
