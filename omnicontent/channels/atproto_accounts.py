"""Accounts of the AT Protocol that a deployment mentions: their DIDs, by their handles."""

from omnicontent.channels.errors import PlatformFileError
from omnicontent.channels.settings import read_platform
from omnicontent.text.atproto import is_did, is_handle


def read_handles(platform: str) -> dict[str, str]:
    """Return what the platform's file says under ``handles``: handle in lower case -> DID.

    :raises PlatformFileError: an entry is no handle or has no DID, or the file can't be used.
    """
    entries = read_platform(platform).get("handles", {})
    if not isinstance(entries, dict):
        raise PlatformFileError(
            f'"handles" in {platform}.json is no object. Write {{"alice.example.com": "did:..."}}.'
        )
    return {_handle(platform, name): _did(platform, name, did) for name, did in entries.items()}


def _handle(platform: str, name: str) -> str:
    if not is_handle(name):
        raise PlatformFileError(
            f'"{name}" in {platform}.json is no handle. Write one such as "alice.example.com", '
            "without an at sign."
        )
    return name.lower()


def _did(platform: str, name: str, did: object) -> str:
    if not isinstance(did, str) or not is_did(did):
        raise PlatformFileError(
            f'"{name}" in {platform}.json has {did!r}, which is no DID. Write what '
            'com.atproto.identity.resolveHandle answers for it, such as "did:plc:...".'
        )
    return did
