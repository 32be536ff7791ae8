"""The files in the site, with their sizes; and the files among them that no output made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from bantin.building.folder_listing import without_hidden


@dataclass(slots=True)
class Inventory:
    """The files of a site. A preview keeps it from build to build instead of listing again.

    Attributes:
        sizes: path below the site's root → size in bytes; each empty folder as "path/".
        strangers: files without a row in the store: the engine's own, or other people's.
        damaged: files that were not as the last build wrote them: missing, or with another content.
    """

    sizes: dict[str, int] = field(default_factory=dict)
    strangers: set[str] = field(default_factory=set)
    damaged: tuple[str, ...] = ()

    def empty_folders(self) -> list[str]:
        """Return each empty folder as "path/"."""
        return [path for path in self.sizes if path.endswith("/")]

    def renew(
        self, written: Mapping[str, int], gone: Iterable[str], pages: Mapping[str, int]
    ) -> None:
        """Note the changes of a build.

        Args:
            written: path → size in bytes of every new or changed file.
            gone: paths of the removed files and empty folders.
            pages: path → size in bytes of every present file that the store does not hold.
        """
        for path in gone:
            self.sizes.pop(path, None)
        self.sizes.update(without_hidden(written))
        self.strangers = set(without_hidden(pages))
        self.damaged = ()
