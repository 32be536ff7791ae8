"""Benchmarks: a corpus of any size, and what is measured on it. No part of the tests."""
