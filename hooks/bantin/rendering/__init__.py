"""Plain data in, HTML out: Markdown, page chrome, templates.

Knows no record and no catalog. A worker process can do all of it.
"""
