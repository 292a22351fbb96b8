"""The bookmarklet: a bookmark that sends the page one sees to one's own Bonafide.

It sends a form into a window of its own, for pages forbid scripts to talk to other addresses more often than forms. The
page that it runs on can read the key; whoever has it can let pages wait in the inbox, and nothing else.
"""

from __future__ import annotations

import json

MOST_BYTES = 2_500_000
"""Of a longer page the end is cut off, so that the server still takes it."""

_SCRIPT = """javascript:(()=>{
const d=document,f=d.createElement("form"),add=(n,v)=>{const t=d.createElement("textarea");t.name=n;t.value=v;f.append(t)};
let h=d.documentElement.outerHTML;const n=new TextEncoder().encode(h).length,most=MOST;
if(n>most)h=h.slice(0,Math.floor(h.length*most/n));
f.method="post";f.action=ADDRESS;f.target="_blank";f.rel="noopener";f.enctype="multipart/form-data";f.acceptCharset="utf-8";f.hidden=true;
add("token",TOKEN);add("address",location.href.slice(0,4000));add("title",d.title.slice(0,300));add("page",h);
d.documentElement.append(f);f.submit();f.remove()})()"""


def bookmarklet(address: str, token: str) -> str:
    """The bookmark's address; `address` is where it sends to."""
    script = _SCRIPT.replace("\n", "").replace("MOST", str(MOST_BYTES))
    return script.replace("ADDRESS", json.dumps(address)).replace("TOKEN", json.dumps(token))
