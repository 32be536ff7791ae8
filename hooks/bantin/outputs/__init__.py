"""The files of the site, one module for each family. Each declares outputs from the catalog.

Declares and renders. Never compares, stores or writes.
"""
