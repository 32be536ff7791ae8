"""Tells editors what is wrong with records, and what readers may stumble over, without a build.

Changes nothing, and knows nothing of pages.
"""
