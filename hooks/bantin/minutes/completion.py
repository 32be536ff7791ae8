"""Completes what a point says by what stands around it: headings, an introduction, its details.

Knows points; the nearest that says something counts.
"""

from __future__ import annotations

from dataclasses import replace

from bantin.minutes.deadlines import Deadline, find_deadline
from bantin.minutes.directives import Directive, read_heading
from bantin.minutes.read_points import ReadPoint
from bantin.minutes.subjects import gives_to_another
from bantin.text.dates import short_date

# Kinds of points that nobody has to carry out.
_NOBODYS = ("agree", "refuse", "acknowledge")


class Completion:
    """What a point says, and what it gets from others.

    Attributes:
        directive: kind, names and helpers.
        deadline: None for none.
        bodies: slugs of addressees that an editor gave to a heading.
        helper_bodies: slugs of helpers that an editor gave to a heading.
        handed_down: the keys that others say: "directive", "to", "with", "due".
        edited: those of them that an editor wrote.
    """

    def __init__(self, one: ReadPoint) -> None:
        """Begin with the point's own words."""
        own = one.own
        self.directive = own
        self.deadline = find_deadline(one.words, day=one.day)
        self.bodies: tuple[str, ...] = ()
        self.helper_bodies: tuple[str, ...] = ()
        self.handed_down: set[str] = set()
        self.edited: set[str] = set()
        self._wants_kind = own.kind in ("", "task")
        self._wants_names = not own.addressees and own.kind not in _NOBODYS
        self._one = one
        self._wants_helpers = not own.helpers

    def take_details(self, one: ReadPoint) -> None:
        """Take the lines below the point: "Cơ quan chủ trì: …", "Thời gian: …"."""
        if not one.children:
            return
        told = one.details
        if "due" in told and self.deadline is None:
            self.deadline = find_deadline(told["due"], day=one.day)
        helpers = read_heading(told.get("with", "")).addressees
        if helpers and self._wants_helpers:
            self._wants_helpers = False
            self.directive = replace(self.directive, helpers=helpers)
        names = read_heading(told.get("to", "")).addressees
        if names and self._wants_names:
            self._wants_names = False
            self._set_names(names)

    def take(self, around: ReadPoint) -> None:
        """Take what a point around says and nobody nearer did."""
        if around.is_heading:
            self._take_words_of_editor(around)
            given, deadline = around.handed.directive, around.handed.deadline
            kind = given.kind
        else:
            # An order with parts: they are for those who have it.
            given = around.own
            kind = "" if given.kind in _NOBODYS else given.kind
            deadline = find_deadline(around.words, day=around.day)
        if self._wants_kind and kind not in ("", "task"):
            self._wants_kind = False
            self.directive = replace(self.directive, kind=kind)
            self.handed_down.add("directive")
        if self._wants_names and given.addressees and self._is_for(around):
            self._wants_names = False
            self._set_names(given.addressees)
            self.handed_down.add("to")
            if self._wants_helpers and given.helpers:
                self.directive = replace(self.directive, helpers=given.helpers)
                self.handed_down.add("with")
        if around.is_heading and around.handed.stops:
            self._wants_names = False
        if self.deadline is None and deadline is not None:
            self.deadline = deadline
            self.handed_down.add("due")

    def _is_for(self, around: ReadPoint) -> bool:
        """True where those named around are the ones who must do it."""
        one = self._one
        if one.names_somebody or gives_to_another(one.point.text, is_told=around.names_only):
            # They are, whoever else is named around.
            return False
        if around.names_only or one.is_order_like or not one.point.is_sentence:
            return True
        # A sentence without a verb first may tell of somebody. A part of an order does not.
        return bool(one.point.number) and not around.is_heading

    def _set_names(self, names: tuple[str, ...]) -> None:
        helpers = tuple(name for name in self.directive.helpers if name not in names)
        self.directive = Directive(self.directive.kind or "task", names, helpers)

    def _take_words_of_editor(self, around: ReadPoint) -> None:
        """Take what an editor wrote for a heading: it holds for the points below it."""
        said = around.said
        taken: set[str] = set()
        if said.directive and self._wants_kind:
            self._wants_kind = False
            self.directive = replace(self.directive, kind=said.directive)
            taken.add("directive")
        if (said.names or said.bodies) and self._wants_names:
            self._wants_names = False
            self.bodies = said.bodies
            self._set_names(said.names)
            taken.add("to")
        if (said.helpers or said.helper_bodies) and self._wants_helpers:
            self._wants_helpers = False
            self.helper_bodies = said.helper_bodies
            self.directive = replace(self.directive, helpers=said.helpers)
            taken.add("with")
        if said.due and self.deadline is None:
            self.deadline = Deadline(short_date(said.due), said.due)
            taken.add("due")
        self.handed_down |= taken
        self.edited |= taken
