"""The only words that a rendition carries about itself: its credit, and that a model made it.

They are XMP, which JPEG, PNG, WebP and AVIF all hold and Pillow writes. The properties are those
of the IPTC Photo Metadata Standard (https://iptc.org/std/photometadata/specification/).
"""

import unicodedata
from html import escape

from omnicontent.media.recipes import AiOrigin

SOURCE_TYPES = "http://cv.iptc.org/newscodes/digitalsourcetype/"
_PACKET = (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description rdf:about=""{properties}/>'
    '</rdf:RDF></x:xmpmeta><?xpacket end="r"?>'
)
_CREDIT = ' xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" photoshop:Credit="{}"'
_ORIGIN = (
    ' xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"'
    ' Iptc4xmpExt:DigitalSourceType="{}"'
)


def xmp_packet(credit: str, ai_origin: AiOrigin) -> bytes:
    """Return the XMP that says who made the picture and how, or nothing if there is no word."""
    name = " ".join("".join(map(_writable, credit)).split())
    properties = _CREDIT.format(escape(name)) if name else ""
    if ai_origin:
        properties += _ORIGIN.format(SOURCE_TYPES + ai_origin)
    return _PACKET.format(properties=properties).encode() if properties else b""


def _writable(sign: str) -> str:
    # XML 1.0 knows no way to write control characters and surrogates, not even escaped.
    return " " if unicodedata.category(sign) in ("Cc", "Cs", "Cn") else sign
