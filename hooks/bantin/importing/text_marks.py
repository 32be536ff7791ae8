"""What tells forms of captured texts apart: the portal's line of news, the head of a notice."""

from __future__ import annotations

import re

NEWS_MARK = "cms-publish-date"
NATION = re.compile(r"cộng h(?:òa|oà) xã hội chủ nghĩa việt nam", re.IGNORECASE)
NUMBER_LINE = re.compile(r"Số *(?:: *|(?=\d))", re.IGNORECASE)
