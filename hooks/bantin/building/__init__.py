"""Makes the site from outputs: compare, render what is stale, prune, publish.

Knows no record and no MkDocs. An output is a name, plain data and a function.
"""
