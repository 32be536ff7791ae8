"""Plain data in, HTML out: Markdown, page chrome, templates.

Knows no record and no catalog; a worker process can do all of it.
"""
