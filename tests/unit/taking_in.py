"""A folder of records that a store takes in, and all that the site would hold of it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from bantin.building.fingerprint import Digests, fingerprint
from bantin.building.intake import take_in
from bantin.building.pool import Workers
from bantin.building.store import Store
from bantin.catalog.catalog import Catalog
from bantin.errors import ProblemsError
from bantin.outputs.addresses import AddressBook
from bantin.outputs.plan import CHROME_KEYS, Planner
from bantin.outputs.sizes import USUAL, Sizes
from bantin.outputs.subjects import SCHEMAS

from tests.unit.archive import no_executor, read_sources
from tests.unit.editing import Edit, mend

DIGESTS = Digests("", "", "", dict.fromkeys(CHROME_KEYS, ""))


Marks = dict[tuple[str, str], str]


class Desk:
    """A folder of records and the store that takes them in."""

    def __init__(self, folder: Path, sizes: Sizes) -> None:
        self.sizes = sizes
        self.docs = folder / "docs"
        self.store = Store.open(folder / "store.sqlite")

    def take_in(self, edits: Sequence[Edit]) -> set[str]:
        """Return the subjects that edits touch, once what is wrong with them is mended."""
        for edit in edits:
            edit.do(self.docs)
        with self.store.changing():
            self.store.settle()
        while True:
            sources, workers = read_sources(self.docs), Workers(no_executor)
            try:
                take_in(self.store, sources, workers, sizes=self.sizes)
            except ProblemsError as error:
                mend(self.docs, {problem.path for problem in error.problems})
            else:
                return self.store.pending()

    def marks(self) -> Marks:
        """Return (subject, path) → fingerprint of everything that the site would hold."""
        book = AddressBook(read_sources(self.docs).others, Catalog(self.store.connection))
        planner = Planner(book, [], self.sizes)
        # The schemas follow from the code alone, and take longer than all the rest.
        subjects = (subject for subject in planner.subjects() if subject != SCHEMAS)
        planned = {subject: planner.plan(subject) for subject in subjects}
        return {
            (subject, output.path): fingerprint(output, DIGESTS)
            for subject, outputs in planned.items()
            for output in outputs
        }


def changed_subjects(before: Marks, after: Marks) -> set[str]:
    keys = {**before, **after}
    return {key[0] for key in keys if before.get(key) != after.get(key)}


@contextmanager
def desk(sizes: Sizes = USUAL) -> Iterator[Desk]:
    with tempfile.TemporaryDirectory() as folder:
        one = Desk(Path(folder), sizes)
        try:
            yield one
        finally:
            one.store.close()
