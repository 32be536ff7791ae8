"""What the site holds, a module a family: each declares outputs from the catalog.

Declares and renders; never compares, stores or writes.
"""
