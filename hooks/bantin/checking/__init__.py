"""Checks records without a build: reports errors, and flaws that may trouble readers.

Uses the same rules as a build. Only `mend` changes a record, where only one form is right. Only
`git`, `staged`, `hook` and `pipelines` know Git and its hosts.
"""
