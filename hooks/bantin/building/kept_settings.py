"""The settings that the last build planned and rendered with, as texts for the store.

With them, a process without an engine can render a page as that build did.
"""

from __future__ import annotations

import json
from dataclasses import asdict, astuple

from bantin.outputs.sizes import Sizes
from bantin.rendering.chrome import Chrome, ChromeKey
from bantin.rendering.renderer import RenderSettings
from bantin.rendering.site import Site

# Names of the notes.
NOTE = "rendering"
SIZES = "sizes"


def pack_settings(settings: RenderSettings) -> str:
    """Return settings as text, without the folder of compiled templates, which each build sets.

    The same settings give the same text.
    """
    values = {
        "site": asdict(settings.site),
        "chromes": [[*key, *astuple(chrome)] for key, chrome in sorted(settings.chromes.items())],
        "template_dirs": settings.template_dirs,
        "policy": settings.policy,
    }
    return json.dumps(values, ensure_ascii=False)


def unpack_settings(text: str) -> RenderSettings:
    """Return the settings in a text of `pack_settings`."""
    values = json.loads(text)
    return RenderSettings(
        site=Site(**values["site"]),
        chromes={
            ChromeKey(depth, nav): Chrome(*pieces) for depth, nav, *pieces in values["chromes"]
        },
        template_dirs=tuple(values["template_dirs"]),
        policy=values["policy"],
    )


def pack_sizes(sizes: Sizes) -> str:
    """Return sizes as text. The same sizes give the same text."""
    return json.dumps(asdict(sizes))


def unpack_sizes(text: str) -> Sizes:
    """Return the sizes in a text of `pack_sizes`."""
    return Sizes(**json.loads(text))
