"""Records: models, front matter in and out, the registry of bodies and people.

A raw front-matter dict never leaves this package.
"""
