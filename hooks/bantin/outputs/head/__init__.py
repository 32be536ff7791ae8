"""Metadata in the heads of pages: schema.org things, and pictures for shared links."""
