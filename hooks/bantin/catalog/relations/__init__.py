"""Relations: the ways in which pages show other records, each with its inverse in one object."""
