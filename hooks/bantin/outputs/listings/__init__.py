"""Pages that list records: by date, section, body and person, and by day."""
