"""The records as data, below `api/`: JSON by month, CSV of all, and the schema of the JSON."""
