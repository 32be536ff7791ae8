"""What the heads of pages tell machines: things of schema.org, pictures where they are shared."""
