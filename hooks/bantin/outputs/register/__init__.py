"""The register of conclusions, with addressees and deadlines: pages, data, calendars."""
