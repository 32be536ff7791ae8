"""Relations: by which ways pages show other records. Each is told from both sides in one object."""
