"""Every record in memory, in order: facets, neighbours, meetings, people.

Knows what belongs together, not how it is shown.
"""
