"""Attacks on readers by way of a record: each would call `hit` if a page let it.

Our own list, one way in a line: what runs code in a browser, and what parsers have been tricked by.
"""

from __future__ import annotations

HIT = "hit()"

# Names say the way in; a body is Markdown. Without "_" and "*", which would make text of a tag.
BODIES = {
    "script": f"<script>{HIT}</script>",
    "script in a sentence": f"chữ <script>{HIT}</script> chữ",
    "script, odd case": f"<ScRiPt >{HIT}</sCrIpT >",
    "script, slash": f"<script/x>{HIT}</script>",
    "script, line break": f"<script\n>{HIT}</script\n>",
    "script, not closed": f"<script>{HIT}//",
    "script, nested": f"<scr<script>ipt>{HIT}</scr</script>ipt>",
    "script from data": f"<script src='data:text/javascript,{HIT}'></script>",
    "module from data": f"<script type=module>import 'data:text/javascript,{HIT}'</script>",
    "script of svg": f"<svg><script>{HIT}</script></svg>",
    "script of svg, address": f"<svg><script href='data:text/javascript,{HIT}'/></svg>",
    "script in math": f"<math><script>{HIT}</script></math>",
    "picture, error": f"<img src=x onerror={HIT}>",
    "picture, error, slashes": f"<img/src=x/onerror={HIT}>",
    "picture, error, upper case": f"<IMG SRC=x ONERROR='{HIT}'>",
    "picture, error, entity": "<img src=x onerror=h&#105;t&#40;&#41;>",
    "picture, error, no quote end": f"<img src='x onerror={HIT}>'",
    "picture, broken": f"<img src=x onerror={HIT}//",
    "picture, title breaks out": f"<img title='\"><img src=x onerror={HIT}>' src=x>",
    "picture, loaded": f"<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw=' onload={HIT}>",
    "body, loaded": f"<body onload={HIT}>",
    "svg, loaded": f"<svg onload={HIT}>",
    "svg, loaded, no space": f"<svg/onload={HIT}>",
    "svg, animated": f"<svg><animate onbegin={HIT} attributeName=x dur=1s>",
    "svg, set": f"<svg><a><set attributeName=href to=javascript:{HIT} /><text y=20>x</text></a>",
    "svg, use": "<svg><use href='data:image/svg+xml,%3Csvg id=x/%3E#x'></svg>",
    "details": f"<details open ontoggle={HIT}><summary>x</summary></details>",
    "input": f"<input autofocus onfocus={HIT}>",
    "textarea": f"<textarea autofocus onfocus={HIT}></textarea>",
    "select": f"<select autofocus onfocus={HIT}></select>",
    "focus": f"<div tabindex=1 autofocus onfocus={HIT}>x</div>",
    "video": f"<video><source onerror={HIT}></video>",
    "audio": f"<audio src=x onerror={HIT}></audio>",
    "marquee": f"<marquee onstart={HIT}>x</marquee>",
    "animation": (
        f"<style>@keyframes x{{}}</style><b style='animation:x' onanimationstart={HIT}>x</b>"
    ),
    "pointer": f"<p onpointerenter={HIT} onmouseover={HIT} onclick={HIT}>chỉ vào đây</p>",
    "frame": f"<iframe src='javascript:parent.{HIT}'></iframe>",
    "frame of text": f"<iframe srcdoc='<script>parent.{HIT}</script>'></iframe>",
    "frame of data": f"<iframe src='data:text/html,<script>parent.{HIT}</script>'></iframe>",
    "object": f"<object data='javascript:{HIT}'></object>",
    "embed": f"<embed src='javascript:{HIT}'>",
    "base": "<base href='https://evil.example/'>",
    "refresh": f"<meta http-equiv=refresh content='0;url=javascript:{HIT}'>",
    "policy": "<meta http-equiv=Content-Security-Policy content=\"script-src 'none'\">",
    "style sheet": "<link rel=stylesheet href='data:text/css,body{display:none}'>",
    "style": "<style>body{display:none}</style>",
    "style of an element": "<p style='position:fixed;inset:0'>che</p>",
    "form": f"<form action='javascript:{HIT}'><button>Gửi</button></form>",
    "button": f"<form id=f></form><button form=f formaction='javascript:{HIT}'>Gửi</button>",
    "template": f"<template><script>{HIT}</script></template>",
    "shadow": f"<div><template shadowrootmode=open><img src=x onerror={HIT}></template></div>",
    "noscript": f"<noscript><p title='</noscript><img src=x onerror={HIT}>'>",
    "noembed": f"<noembed><p title='</noembed><img src=x onerror={HIT}>'>",
    "xmp": f"<xmp><p title='</xmp><img src=x onerror={HIT}>'>",
    "plaintext": f"<plaintext><img src=x onerror={HIT}>",
    "title": f"<title><p title='</title><img src=x onerror={HIT}>'>",
    "text area": f"<textarea><p title='</textarea><img src=x onerror={HIT}>'>",
    "math, mutation": (
        "<math><mtext><table><mglyph><style><!--</style>"
        f"<img title='--&gt;&lt;img src=x onerror={HIT}&gt;'>"
    ),
    "svg, mutation": f"<svg></p><style><g title='</style><img src=x onerror={HIT}>'>",
    "form, mutation": (
        "<form><math><mtext></form><form><mglyph><style></math>"
        f"<img src=x onerror={HIT}></style></mglyph></form></mtext></math></form>"
    ),
    "foreign object": f"<svg><foreignObject><img src=x onerror={HIT}></foreignObject></svg>",
    "desc": f"<svg><desc><img src=x onerror={HIT}></desc></svg>",
    "annotation": (
        "<math><annotation-xml encoding='text/html'>"
        f"<img src=x onerror={HIT}></annotation-xml></math>"
    ),
    "comment": f"<!--><img src=x onerror={HIT}>-->",
    "comment, odd end": f"<!-- --!><img src=x onerror={HIT}> -->",
    "cdata": f"<![CDATA[><img src=x onerror={HIT}>]]>",
    "instruction": f"<?xml ><img src=x onerror={HIT}> ?>",
    "declaration": f"<!x ><img src=x onerror={HIT}>",
    "unknown element": f"<x onclick={HIT} onfocus={HIT} autofocus tabindex=1>x</x>",
    "unknown element, letters": f"<số 12 onmouseover={HIT}>x",
    "clobbering": "<a id=__config></a><img name=__md_scope><a id=__md_get></a>",
    "overlay": "<label class='md-overlay' for=__drawer>che</label><p class=md-overlay>che</p>",
    "link": f"<a href='javascript:{HIT}'>bấm</a>",
    "link, case": f"<a href='JaVaScRiPt:{HIT}'>bấm</a>",
    "link, tab": f"<a href='java&#x09;script:{HIT}'>bấm</a>",
    "link, line break": f"<a href='java\nscript:{HIT}'>bấm</a>",
    "link, control": f"<a href='&#1;javascript:{HIT}'>bấm</a>",
    "link, space": f"<a href=' javascript:{HIT}'>bấm</a>",
    "link, entities": f"<a href='&#106;&#97;vascript&colon;{HIT}'>bấm</a>",
    "link, long entities": f"<a href='&#0000106avascript:{HIT}'>bấm</a>",
    "link, vbscript": "<a href='vbscript:msgbox(1)'>bấm</a>",
    "link, data": f"<a href='data:text/html,<script>{HIT}</script>'>bấm</a>",
    "link, blob": "<a href='blob:null/x'>bấm</a>",
    "link, ping": "<a href='#x' ping='https://evil.example/'>bấm</a>",
    "link of svg": f"<svg><a xlink:href='javascript:{HIT}'><text y=20>bấm</text></a></svg>",
    "link of math": f"<math href='javascript:{HIT}'>bấm</math>",
    "area": f"<map name=m><area href='javascript:{HIT}' shape=default></map><img usemap=#m src=x>",
    "Markdown link": f"[bấm](javascript:{HIT})",
    "Markdown link, case": f"[bấm](JAVASCRIPT:{HIT})",
    "Markdown link, angles": f"[bấm](<javascript:{HIT}>)",
    "Markdown link, space": f"[bấm](  javascript:{HIT} )",
    "Markdown link, entity": f"[bấm](&#106;avascript:{HIT})",
    "Markdown link, colon": f"[bấm](javascript&colon;{HIT})",
    "Markdown link, tab": f"[bấm](<java\tscript:{HIT}>)",
    "Markdown link, control": f"[bấm](\x01javascript:{HIT})",
    "Markdown link, escape": f"[bấm](java\\script:{HIT})",
    "Markdown link, title": f"[bấm](# '\" onmouseover={HIT} x=\"')",
    "Markdown reference": f"[bấm][x]\n\n[x]: javascript:{HIT}",
    "Markdown reference, line": f"[bấm][x]\n\n[x]:\n    javascript:{HIT}",
    "Markdown autolink": f"<javascript:{HIT}>",
    "Markdown picture": f"![bấm](javascript:{HIT})",
    "Markdown picture, data": f"![x](data:image/svg+xml,<svg onload={HIT}>)",
    "Markdown picture, alt": f'![" onerror={HIT} x="](x.png)',
    "Markdown attributes": f"chữ *chữ*{{: onmouseover={HIT} style=position:fixed }}",
    "Markdown attributes, link": f"[bấm](#a){{: href=javascript:{HIT} }}",
    "Markdown attributes, heading": f"# Mục {{: onclick={HIT} tabindex=1 onfocus={HIT} }}",
    "Markdown heading": f"# <img src=x onerror={HIT}>",
    "Markdown table": f"| a |\n|---|\n| <img src=x onerror={HIT}> |",
    "Markdown footnote": f"chữ[^1]\n\n[^1]: <img src=x onerror={HIT}>",
    "Markdown list": f"1. <img src=x onerror={HIT}>\n2. <svg onload={HIT}>",
    "Markdown quotation": f"> <script>{HIT}</script>",
    "Markdown escape": f"\\<img src=x onerror={HIT}>",
    "placeholder": f"\x02wzxhzdk:0\x03<img src=x onerror={HIT}>",
}

# Names of records, captions and whatever else a page shows: plain text, whatever it holds.
TEXTS = (
    f"<script>{HIT}</script>",
    f"<img src=x onerror={HIT}>",
    f'"><img src=x onerror={HIT}>',
    f"' onmouseover={HIT} autofocus onfocus={HIT} x='",
    f"</title><script>{HIT}</script>",
    f"</script><script>{HIT}</script>",
    f"--><svg onload={HIT}>",
    f"{{{{ {HIT} }}}}",
    f"javascript:{HIT}",
    f"]]><script>{HIT}</script>",
)

# What looks like an attack and is text: it must reach the reader as it is, and stop no build.
HARMLESS = {
    "code": f"`<script>{HIT}</script>`",
    "code block": f"    <img src=x onerror={HIT}>",
    "entities": f"&lt;script&gt;{HIT}&lt;/script&gt;",
    "comparison": "số hộ < 5 và > 3, a<5",
}
