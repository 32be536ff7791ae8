"""All relations. To find the pages that a change affects, loop over them."""

from __future__ import annotations

from typing import Any

from bantin.catalog.relations.meetings import BODY_MEETINGS, MEETING_RECORDS
from bantin.catalog.relations.neighbours import BODY_NEIGHBOURS, SECTION_NEIGHBOURS
from bantin.catalog.relations.order_history import ORDER_HISTORY
from bantin.catalog.relations.other_years import OTHER_YEARS
from bantin.catalog.relations.predecessors import PREDECESSOR_RECORDS, PREDECESSOR_TASKS
from bantin.catalog.relations.relation import Relation
from bantin.catalog.relations.replacements import REPLACEMENTS
from bantin.catalog.relations.tasks import HOLDER_TASKS
from bantin.catalog.relations.year_before import YEAR_BEFORE

RELATIONS: tuple[Relation[Any, Any], ...] = (
    SECTION_NEIGHBOURS,
    BODY_NEIGHBOURS,
    MEETING_RECORDS,
    BODY_MEETINGS,
    OTHER_YEARS,
    REPLACEMENTS,
    YEAR_BEFORE,
    HOLDER_TASKS,
    PREDECESSOR_RECORDS,
    PREDECESSOR_TASKS,
    ORDER_HISTORY,
)
