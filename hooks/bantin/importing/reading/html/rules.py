"""How the rules of a portal are written: data that say where its pages keep each part.

Knows no portal.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bantin.importing.capture import FieldName


@dataclass(frozen=True, slots=True)
class PortalRules:
    """Where the pages of one portal system keep the parts of an item.

    A spot is a CSS selector. "selector@attribute" is the attribute of the element, not its words.

    Attributes:
        system: its name in `Capture.system`.
        signs: CSS selectors; one that matches tells the system.
        traces: words of the page's source, in small letters; one tells the system too.
        body: spots of the text, best first; all elements of the first that matches are read.
        fields: spots of the fields, best first.
        lead: spots of the lead, where it stands outside the body.
        pictures: spots of pictures with captions that stand before the body.
        files: spots of the lists of attachments, whose links are taken whatever they lead to.
        drop: spots of what is no part of the item although it stands inside the body.
        number_behind_day: a number alone behind the day counts readers.
    """

    system: str
    signs: tuple[str, ...] = ()
    traces: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    fields: Mapping[FieldName, tuple[str, ...]] = field(default_factory=dict)
    lead: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()
    number_behind_day: bool = False
