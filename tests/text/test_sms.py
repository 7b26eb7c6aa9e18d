import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from omnicontent.text.lengths import measure
from omnicontent.text.sms import (
    BASIC,
    EXTENDED,
    is_other_script,
    offer_gsm,
    say_offer,
    split_sms,
    to_gsm,
)
from omnicontent.text.units import Unit

GSM_TEXT = st.text(alphabet=sorted(BASIC | EXTENDED))


@pytest.mark.parametrize(
    ("text", "encoding", "sizes"),
    [
        ("a" * 160, "gsm-7", (160,)),
        ("a" * 161, "gsm-7", (153, 8)),
        ("€" * 80, "gsm-7", (160,)),
        ("a" * 152 + "€" + "a" * 10, "gsm-7", (152, 12)),
        ("Ç", "gsm-7", (1,)),
        ("ç", "ucs-2", (1,)),
        ("ç" * 70, "ucs-2", (70,)),
        ("ç" * 71, "ucs-2", (67, 4)),
        ("ç" * 66 + "😀" + "ç" * 10, "ucs-2", (66, 12)),
        ("", "gsm-7", (0,)),
    ],
)
def test_a_message_is_split_where_networks_split_it(text, encoding, sizes):
    sms = split_sms(text)
    assert (sms.encoding, sms.sizes) == (encoding, sizes)


@given(GSM_TEXT)
def test_the_alphabet_never_forces_ucs2(text):
    sms = split_sms(text)
    assert sms.encoding == "gsm-7"
    assert sum(sms.sizes) == len(text) + sum(c in EXTENDED for c in text)


@given(st.text())
def test_a_joined_part_never_holds_more_than_it_can(text):
    sms = split_sms(text)
    if sms.segments > 1:
        assert max(sms.sizes) <= (153 if sms.encoding == "gsm-7" else 67)


@given(st.text(alphabet=st.sampled_from("aç€[]😀👩‍👩‍👧"), max_size=400))
def test_parts_are_the_text_cut_between_its_characters(text):
    sms = split_sms(text)
    assert "".join(sms.parts) == text
    assert len(sms.parts) == len(sms.sizes)
    for part, size in zip(sms.parts, sms.sizes, strict=True):
        units = len(part.encode("utf-16-le")) // 2
        septets = sum(2 if char in EXTENDED else 1 for char in part)
        assert size == (units if sms.encoding == "ucs-2" else septets)


@given(st.text(alphabet=st.sampled_from("aç€[😀"), min_size=1, max_size=400))
def test_no_part_ends_while_there_is_room_for_what_follows(text):
    sms = split_sms(text)
    room = 153 if sms.encoding == "gsm-7" else 67
    for part, following, size in zip(sms.parts, sms.parts[1:], sms.sizes, strict=False):
        first = split_sms(following[0]) if sms.encoding == "gsm-7" else None
        cost = first.sizes[0] if first else len(following[0].encode("utf-16-le")) // 2
        assert size + cost > room, part


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("“It’s here”", '"It\'s here"'),
        ("49,00\u00a0€ — 1\u202f299 €…", "49,00 € - 1 299 €..."),
        ("«\u00a0Oui\u00a0»", '"Oui"'),
        ("e\u0301te\u0301", "été"),
        ("ça, cœur 😀", "ça, cœur 😀"),
    ],
)
def test_typography_is_typed_plainly_and_words_stay(text, plain):
    assert to_gsm(text) == plain


def letters(text):
    return [c for c in unicodedata.normalize("NFC", text) if unicodedata.category(c)[0] == "L"]


@given(st.text() | st.text(alphabet="’‘“”«» \u00a0\u202f–—…•·→aéçœ0€\u0301\u00ad"))
@example("A\u00ad\u0300")
def test_plain_typing_changes_no_letter_and_no_number(text):
    plain = to_gsm(text)
    assert letters(plain) == letters(text)
    assert [c for c in plain if c.isdecimal()] == [
        c for c in unicodedata.normalize("NFC", text) if c.isdecimal()
    ]


@given(st.text() | st.text(alphabet="’“” \u00a0–…aéç€😀\u0301"))
def test_an_offer_names_every_character_that_costs(text):
    offer = offer_gsm(text)
    forced_by = split_sms(text).forced_by
    assert (offer is None) == (not forced_by)
    if offer:
        named = "".join([*offer.replaced, *offer.kept])
        assert set(forced_by) <= set(named)
        assert offer.text == to_gsm(text)
        assert all(not split_sms(new).forced_by for new in offer.replaced.values())


def test_an_offer_says_what_to_type_and_what_that_saves():
    offer = offer_gsm("It’s on… " * 12)
    assert (offer.saved, offer.kept) == (1, ())
    assert "’ (right single quotation mark): type “'”" in str(say_offer(offer))
    assert str(say_offer(offer)).endswith("That saves 1 segment.")
    joined = offer_gsm("e\u0301te\u0301")
    assert joined.replaced == {"e\u0301": "é"}
    kept = offer_gsm("🎉" * 80)
    assert (kept.kept, kept.without) == (("🎉",), 1)
    assert "without them the text has 1 segment" in str(say_offer(kept))


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("", False),
        ("🎉 1", False),
        ("ΓΔ", False),
        ("La fête", False),
        ("Зима", True),
        ("冬 A", True),
    ],
)
def test_another_script_has_letters_that_no_spelling_makes_cheap(text, other):
    assert is_other_script(text) is other


@given(st.text())
def test_plain_typing_is_plain_already(text):
    assert to_gsm(to_gsm(text)) == to_gsm(text)


def test_segments_are_those_of_the_twilio_cases(vectors):
    for case in vectors("sms/twilio-message-segment-calculator.json")["cases"]:
        length = measure(case["body"], Unit.SMS_SEGMENTS)
        assert length.count == case["segments"], case["testDescription"]
        assert length.encoding == case["encoding"].lower(), case["testDescription"]


def test_counts_are_those_of_the_trt2_cases(vectors):
    for case in vectors("sms/trt2-gsm-charset-utils.json")["GsmCharacterUtils"][
        "getCharCountTests"
    ]:
        length = measure(case["text"], Unit.SMS_SEGMENTS)
        expected = case["expected"]
        encoding = {"GSM": "gsm-7", "UCS2": "ucs-2"}[expected["encoding"]]
        assert (length.count, length.encoding) == (expected["msgCount"], encoding), case["name"]


def test_part_sizes_are_those_of_the_trt2_cases(vectors):
    for case in vectors("sms/trt2-gsm-charset-utils.json")["SmsUtil"]["getCharCountTests"]:
        parts = case["expected"]["segmentInfo"]["parts"]
        sms = split_sms(case["text"])
        assert list(sms.sizes) == [part["charCount"] for part in parts], case["name"]
        assert list(sms.parts) == [part["text"] for part in parts], case["name"]


def test_the_alphabet_is_the_published_table(vectors):
    rows = [line.split() for line in vectors("sms/GSM0338.TXT").splitlines()]
    table = {row[0]: chr(int(row[1], 16)) for row in rows if row and row[0][:2] == "0x"}
    escape, small_cedilla = table.pop("0x1B"), table["0x09"]
    assert {c for code, c in table.items() if len(code) == 6} == EXTENDED
    ours = {c for code, c in table.items() if len(code) == 4}
    assert ours - {small_cedilla} | {"Ç"} == BASIC
    assert escape not in BASIC
