"""Seals: what left the building is what is handed out, or nothing is.

A digest in the same row proves nothing against somebody who writes the row: body and digest can be
changed together. The seal is made with the service's secret, which the database does not know.
"""

import hashlib
import hmac
import json
import logging
from collections.abc import Iterable, Mapping

from django.core.signing import BadSignature, Signer

from omnicontent.releases.errors import AlteredVariantError
from omnicontent.releases.models import ApprovedVariant, Variant

logger = logging.getLogger(__name__)
VARIANT = "omnicontent.releases.variant"
APPROVAL = "omnicontent.releases.approval"


def seal_of(variant: Variant) -> str:
    """Return the seal of all that is handed out of a variant: bytes, words, names and place."""
    return sign(VARIANT, _sealed(variant))


def is_altered(variant: Variant) -> bool:
    """Tell whether bytes, words or place of a finished variant are not those that were built."""
    return not has_own_bytes(variant) or _has_foreign_seal(variant)


def has_own_bytes(row: Variant | ApprovedVariant) -> bool:
    """Tell whether the body is the one of which the row holds the digest."""
    digest = hashlib.sha256(bytes(row.body or b"")).hexdigest()
    return hmac.compare_digest(digest, row.digest)


def require_unaltered(variant: Variant) -> Variant:
    """Return the variant; its bytes are those that were built.

    :raises AlteredVariantError: they are not; the log names the variant.
    """
    if is_altered(variant):
        raise _refusal(variant)
    return variant


def require_seals(variants: Iterable[Variant]) -> list[Variant]:
    """Return the variants, of which only digests and words are handed out: no body is read.

    :raises AlteredVariantError: one is not what was built; the log names it.
    """
    found = list(variants)
    for variant in found:
        if _has_foreign_seal(variant):
            raise _refusal(variant)
    return found


def sign(salt: str, values: Iterable[object]) -> str:
    """Return the seal of values that JSON can say."""
    return Signer(salt=salt).signature(json.dumps([*values]))


def fits(seal: str, salt: str, values: Iterable[object]) -> bool:
    """Tell whether the seal was made of these values, with the present secret or an old one."""
    try:
        Signer(salt=salt).unsign(f"{json.dumps([*values])}:{seal}")
    except BadSignature:
        return False
    return True


def digest_of(value: object) -> str:
    """Return the SHA-256 of a JSON value, the same in whatever order a database keeps its keys."""
    canonical = json.dumps(value, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def files_digest(content: Mapping[str, object] | None) -> str:
    """Return the SHA-256 of the files that go along with a payload: which, and their words.

    Readers see them, but alternative texts and captions need not stand in the payload.
    """
    uses = (content or {}).get("media") or []
    if not isinstance(uses, Iterable):
        raise TypeError("the media of a content are a list")
    return digest_of([[use["url"], use["alt"], use["captions"]] for use in uses])


def _sealed(variant: Variant) -> list[object]:
    return [
        variant.release_id,
        variant.channel,
        variant.locale,
        variant.media_type,
        variant.file_name,
        variant.digest,
        digest_of(variant.content),
    ]


def _has_foreign_seal(variant: Variant) -> bool:
    return not fits(variant.seal, VARIANT, _sealed(variant))


def _refusal(variant: Variant) -> AlteredVariantError:
    logger.error(
        "Variant %s (release %s, %s, %s) is not what was built, so it is not handed out.",
        variant.pk,
        variant.release_id,
        variant.channel,
        variant.locale,
    )
    return AlteredVariantError(f"Variant {variant.pk} was altered in the store.")
