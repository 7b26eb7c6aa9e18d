"""What HTML says in plain words, and where sentences end."""


def html_to_text(html: str) -> str:
    """Return the visible text: paragraphs apart by a blank line, list items behind "- "."""
    raise NotImplementedError


def sentences(text: str) -> list[str]:
    """Return whole sentences, each with its closing mark; abbreviations and prices stay whole."""
    raise NotImplementedError


def clean_html(html: str) -> str:
    """Return only the tags a story's paragraph may hold, with http(s), mailto and tel links."""
    raise NotImplementedError
