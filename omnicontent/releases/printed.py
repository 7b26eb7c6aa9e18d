"""Printed pages: the must-carry facts are looked for in the PDF's own text, once it is made.

Words that no font could draw, or that fell off the page, are words nobody reads.
"""

from collections.abc import Iterator

import regex
from django.core.files.storage import default_storage
from pypdf import PdfReader

from omnicontent.channels.content import MediaUse
from omnicontent.channels.message_checks import CODES, say_finding
from omnicontent.media.recipes import PosterRecipe
from omnicontent.message.facts import FactKind
from omnicontent.message.lock import Wanted, check_text
from omnicontent.releases.gate import Fault
from omnicontent.releases.models import Release
from omnicontent.releases.reading import Delivered, delivered_words
from omnicontent.releases.storing import storage_name

MISSING = CODES["missing"]
_OTHER_SCRIPTS = regex.compile(r"[^\P{L}\p{Latin}\p{Greek}\p{Cyrillic}]")
"""Letters that a PDF may give back in the order of the paper, not of the language."""


def find_misprints(release: Release) -> list[Fault]:
    """Return the facts that a channel must carry and its printed page does not.

    Pages with letters other than Latin, Greek and Cyrillic are not judged: shaped and
    right-to-left words can't surely be read back. Nor is what the square code says; the address
    that it opens is taken as the recipe has it.
    """
    return [fault for words in delivered_words(release) for fault in _faults(words)]


def read_pdf(file_name: str) -> str:
    """Return the text of a rendition, page by page, as far as its letters say what they are."""
    with default_storage.open(storage_name(file_name)) as file:
        return "\n\n".join(page.extract_text() for page in PdfReader(file).pages)


def _faults(words: Delivered) -> Iterator[Fault]:
    told = {issue["fact"] for issue in words.variant.issues if issue["code"] == MISSING}
    for use in words.content.media:
        if isinstance(use.recipe, PosterRecipe):
            missing = _missing(words, use, use.recipe)
            yield from (_fault(words, kind) for kind in missing if kind not in told)


def _missing(words: Delivered, use: MediaUse, recipe: PosterRecipe) -> list[FactKind]:
    text = read_pdf(use.file_name)
    if _OTHER_SCRIPTS.search("".join((text, *recipe.texts))):
        return []
    wanted = Wanted(must=words.channel.spec.must)
    story = words.story
    proof = check_text(story.facts, text, story.locale, wanted, links=(recipe.link,))
    return [finding.fact for finding in proof.findings if finding.kind == "missing"]


def _fault(words: Delivered, kind: FactKind) -> Fault:
    spec, story = words.channel.spec, words.story
    return Fault.of(
        MISSING,
        say_finding(spec, story, "missing", kind),
        field=f"facts.{kind}",
        fact=kind,
        channel=spec.slug,
        locale=story.locale,
    )
