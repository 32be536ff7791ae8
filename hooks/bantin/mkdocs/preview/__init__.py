"""The preview: shows the last good site and what is wrong with the present one, while one edits.

Only `engine.py` knows MkDocs. Nothing is imported here, because `__main__` catches Ctrl-C from the
first moment on.
"""
