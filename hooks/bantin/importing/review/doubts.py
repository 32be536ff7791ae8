"""How much an editor must look at an imported record: one number, the same for the same facts.

| What | Counts |
|---|---:|
| a required key that the record lacks | 10,000 |
| a contradiction: an original that says two things, or that its reader doubted | 100 |
| a value that was inferred | 1 |

So open required fields come first, then contradictions, then guesses. What an editor has changed
since the import is the editor's word, and no longer counts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bantin.importing.proposal import Fact, Sure

_MOST = 99
# Notes of facts are words for editors; these tell that two places disagree.
_DISAGREE = re.compile(
    r"\b(?:nhưng|mâu thuẫn|không khớp|trái với|khác với|hai cách|hai ngày|hai số)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Doubt:
    """What makes a record doubtful, counted.

    Attributes:
        missing: required keys that it lacks.
        contradictions: places of its original that disagree, and doubts of the reader.
        guesses: values that were inferred.
    """

    missing: int = 0
    contradictions: int = 0
    guesses: int = 0

    @property
    def score(self) -> int:
        """The number to sort by; 0 for a record without a doubt."""
        below = min(self.contradictions, _MOST) * 100 + min(self.guesses, _MOST)
        return self.missing * 10_000 + below


NO_DOUBT = Doubt()


def contradicts(fact: Fact) -> bool:
    """True where the original says two things about a field."""
    return fact.sure is not Sure.READ and _DISAGREE.search(fact.note) is not None
