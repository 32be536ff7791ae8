"""Labelled heads of documents that order, in two halves; rules are written with `tune` alone."""
