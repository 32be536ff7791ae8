"""Short forms that need no explanation: every reader knows them, or any dictionary has them.

Knows words only. Editors get no warning about these.
"""

from __future__ import annotations

_UNITS = "MW KW KWH KV KVA HA KM KG MB GB TB VND VNĐ USD EUR"
_TITLES = "GS PGS TS BS KS CN NSND NSƯT"
_TECHNOLOGY = "AI IT IP TV PDF USB SMS QR GPS ATM ADN DNA PCR ISO HACCP"
_WORLD = "ASEAN APEC EU UN WTO WHO WB ADB IMF FAO UNESCO UNICEF UNDP GDP FDI ODA PPP BOT"
_ILLNESSES = "HIV AIDS COVID SARS"
_AT_HOME = "VN HCM TPHCM VTV VOV VNPT FPT CCCD CMND"

COMMON_ABBREVIATIONS = frozenset(
    " ".join((_UNITS, _TITLES, _TECHNOLOGY, _WORLD, _ILLNESSES, _AT_HOME)).split()
)
