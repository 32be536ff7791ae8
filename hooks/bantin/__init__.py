"""Bản Tin: turns a folder of Markdown records into a news archive.

The publisher is a library that knows no MkDocs; only `bantin.mkdocs` does.
"""
