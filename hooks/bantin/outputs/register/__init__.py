"""The register of conclusions: what was decided, for whom, by when; pages, data, calendars."""
