"""The adapter to MkDocs and Material: the only place that imports them.

Changing the engine means writing this folder anew.
"""
