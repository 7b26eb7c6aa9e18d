"""What somebody who posts by hand pastes into a surface's own form, text by text."""

from omnicontent.channels.common_parts import ALT
from omnicontent.channels.content import Content
from omnicontent.channels.spec import ChannelSpec

LINK = "link"
"""The address that a button or a sticker opens, where no part is called so."""


def pasted_parts(spec: ChannelSpec, content: Content) -> dict[str, tuple[str, ...]]:
    """Return the parts that say something, and the links that none of them says.

    Words inside another part's text are pasted with it; alternative texts belong to the files.
    """
    names = [part.name for part in spec.parts if not part.inside and part.name != ALT]
    texts: dict[str, tuple[str, ...]] = {
        name: (text,) for name in names if (text := content.parts.get(name, "")).strip()
    }
    said = "\n".join(text for (text,) in texts.values())
    unsaid = tuple(link for link in content.links if link not in said)
    return texts if LINK in texts or not unsaid else texts | {LINK: unsaid}
