"""The catalog: all records in order of time, with their lists, neighbours, meetings, people.

Knows what belongs together, but not how it is shown.
"""
