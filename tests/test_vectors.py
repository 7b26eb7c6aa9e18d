"""Every file of cases that others wrote is read by a test, or named here with why it isn't."""

import re
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
VECTORS = Path(__file__).parents[2] / "shared" / "vectors"
READ_BY = {
    "activitystreams": "channels_out/test_activitypub.py",
    "bluesky/facet-detection.json": "text/test_atproto.py",
    "bluesky/grapheme-length.json": "text/test_lengths.py",
    "bluesky/interop-syntax/did_syntax": "text/test_atproto_names.py",
    "bluesky/interop-syntax/handle_syntax": "text/test_atproto_names.py",
    "bluesky/interop-syntax/language": "channels_out/test_language_tags.py",
    "bluesky/lexicon-": "channels_out/lexicons.py",
    "email/caniemail.json": "channels_out/test_mail_features.py",
    "email/list-unsubscribe": "channels_out/test_mail_headers.py",
    "feeds/testcases": "channels_out/test_feed_cases.py",
    "jsonfeed": "channels_out/test_feed_cases.py",
    "machine-limits/discord-limits.json": "channels_out/test_machine_limits.py",
    "machine-limits/mastodon-constants.json": "channels_out/test_machine_limits.py",
    "machine-limits/pinterest-pin-create.json": "channels_out/test_pinterest.py",
    "machine-limits/telegram-bot-api.json": "channels_out/test_machine_limits.py",
    "machine-limits/whatsapp-interactive.json": "channels_out/test_whatsapp.py",
    "machine-limits/x-create-post.json": "channels_out/test_x.py",
    "machine-limits/youtube-media-upload.json": "channels_out/test_films.py",
    "mastodon/entities.json": "text/test_mastodon_cases.py",
    "mastodon/hashtags.json": "text/test_mastodon_cases.py",
    "mastodon/status-length.json": "text/test_mastodon_cases.py",
    "ninjs/examples/3.1": "channels_out/test_ninjs.py",
    "ninjs/ninjs-schema_3.1.json": "channels_out/test_ninjs.py",
    "ninjs/test_suite/3.0": "channels_out/test_ninjs.py",
    "ninjs/test_suite/3.1": "channels_out/test_ninjs.py",
    "sms/GSM0338.TXT": "text/test_sms.py",
    "sms/trt2-gsm-charset-utils.json": "text/test_sms.py",
    "sms/twilio-message-segment-calculator.json": "text/test_sms.py",
    "twitter-text/autolink.yml": "text/test_autolink.py",
    "twitter-text/extract.yml": "text/test_entities.py",
    "twitter-text/tld_lib.yml": "text/test_top_level_domains.py",
    "twitter-text/tlds.yml": "text/test_top_level_domains.py",
    "twitter-text/v3.json": "text/test_autolink.py",
    "twitter-text/validate.yml": "text/test_lengths.py",
    "unicode/GraphemeBreakTest-15.0.0.txt": "text/test_older_graphemes.py",
    "unicode/GraphemeBreakTest-17.0.0.json": "text/test_lengths.py",
    "unicode/emoji-test-15.0.txt": "text/test_emojis.py",
}
"""Beginning of a path -> the module under ``tests`` that reads it."""

NOT_READ = {
    "README.md": "says what the others are",
    "bluesky/interop-syntax/atidentifier": "a handle or a DID: each has its own lists",
    "bluesky/interop-syntax/aturi": "addresses of records: a post has one when it is published",
    "bluesky/interop-syntax/datetime": "the publisher adds createdAt: a payload knows no clock",
    "bluesky/interop-syntax/nsid": "names of lexicons: ours are the lexicons' own",
    "bluesky/interop-syntax/recordkey": "keys of records: the server makes them",
    "bluesky/interop-syntax/tid": "keys of records made from a clock: the server makes them",
    "ninjs/examples/2.2": "an older version, which nothing here writes",
    "ninjs/ninjs-schema_1.6.json": "an older version, which nothing here writes",
    "ninjs/ninjs-schema_2.2.json": "an older version, which nothing here writes",
    "ninjs/test_suite/2.": "older versions, which nothing here writes",
    "oembed": "the form of each answer is in the document; test_embeds.py holds its fields",
    "opengraph": "a vocabulary of names without cases",
    "twitter-text/hit_highlighting.yml": "results of a search set in bold: nothing here searches",
    "twitter-text/v1.json": "an older configuration, no longer in force",
    "twitter-text/v2.json": "an older configuration, no longer in force",
    "webvtt": "how a player parses captions: ours go out as they came, but for their clocks",
}
"""Beginning of a path -> why no test reads it."""

GROUPS_NOT_READ = {
    "tweets": "of the first configuration, 140 characters",
    "WeightedTweetsCounterTest": "of the second configuration, in which emojis count otherwise",
    "lists": "a list of accounts is a place of X's own: ours is the account in front of it",
    "replies": "who is answered: ours answer nobody",
}
"""Groups of cases of twitter-text's files, and why no test reads them."""

needs_vectors = pytest.mark.skipif(not VECTORS.exists(), reason="no vectors beside the repository")


def files() -> list[str]:
    paths = (path for path in VECTORS.rglob("*") if path.is_file())
    return sorted(path.relative_to(VECTORS).as_posix() for path in paths)


def is_license(name: str) -> bool:
    return Path(name).name.upper().startswith(("LICENSE", "NOTICE"))


@needs_vectors
def test_every_file_is_read_or_named_with_its_reason():
    known = (*READ_BY, *NOT_READ)
    assert [name for name in files() if not name.startswith(known) and not is_license(name)] == []


def test_nothing_is_both_read_and_not_read():
    assert [name for name in READ_BY if name.startswith(tuple(NOT_READ))] == []
    assert [name for name in NOT_READ if name.startswith(tuple(READ_BY))] == []


@pytest.mark.parametrize(("name", "module"), READ_BY.items(), ids=READ_BY)
def test_the_module_names_what_it_reads(name, module):
    last = re.split(r"[/_]", name)[-1] if "interop-syntax" in name else name.rpartition("/")[2]
    assert last in (TESTS / module).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["autolink", "extract", "tlds", "tld_lib", "validate"])
def test_every_group_of_twitter_text_is_read_or_named_with_its_reason(name):
    yaml = pytest.importorskip("yaml")
    path = VECTORS / "twitter-text" / f"{name}.yml"
    if not path.exists():
        pytest.skip(f"no twitter-text/{name}.yml beside the repository")
    document = yaml.safe_load(path.read_text(encoding="utf-8"))
    readers = "".join(
        module.read_text(encoding="utf-8")
        for module in (TESTS / "text").glob("test_*.py")
        if f"{name}.yml" in module.read_text(encoding="utf-8")
    )
    groups = document.get("tests", document)
    assert {group for group in groups if f'"{group}"' not in readers} <= set(GROUPS_NOT_READ)
