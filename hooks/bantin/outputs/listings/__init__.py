"""Pages that list records: by date, section, body, person and day."""
