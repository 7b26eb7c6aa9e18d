import pytest
from hypothesis import given
from hypothesis import strategies as st

from omnicontent.text.plain import sentences

WHOLE = [
    "M. Durand et Mme. Petit arrivent.",
    "It costs 1.299 € today.",
    "See e.g. Paris or i.e. Lyon.",
    "Room No. 5 opens on Dec. 31 at 10.30.",
    "Voir l’art. 5 et p. 12.",
    "J. K. Rowling and the U.S. Army came.",
    "More at https://a.example/x.y?Z=1.A and www.b.example.",
    "Wait… no, stay!",
    "« Bonjour. Entrez ! » dit-il.",
    "She said “No. Never.” and left.",
    'He read "War. And Peace." twice.',
    "The price (was 5 €. Really!) is low.",
    "1. First things first.",
    "« Quoi ? » demande-t-elle.",
    "Le 3 janv. 2026 à 9 h. du matin.",
    "At 5 p.m. the shop closes.",
    "Really?!",
    "without a mark",
]


@pytest.mark.parametrize("sentence", WHOLE)
def test_a_sentence_stays_whole(sentence):
    assert sentences(sentence) == [sentence]


@pytest.mark.parametrize("first", WHOLE[:-1])
@pytest.mark.parametrize("second", ["Then it ends.", "« Oui. » Non.", "Élan, etc."])
def test_two_sentences_are_two(first, second):
    assert sentences(f"{first} {second}")[0] == first


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two! Three? Four", ["One.", "Two!", "Three?", "Four"]),
        ("Vite\u00a0! C’est fini.", ["Vite\u00a0!", "C’est fini."]),
        ("« Non.\u00a0» Il part.", ["« Non.\u00a0»", "Il part."]),
        ("Wait... What?", ["Wait...", "What?"]),
        ("Apples, pears, etc. We sell all.", ["Apples, pears, etc.", "We sell all."]),
        ("Open until 5 p.m. Come in.", ["Open until 5 p.m.", "Come in."]),
        ("The end of 2026. The start.", ["The end of 2026.", "The start."]),
        ("A line\nanother. One", ["A line", "another.", "One"]),
        ("你好。再见！", ["你好。", "再见！"]),
        ("A lone « quote. It ends.", ["A lone « quote.", "It ends."]),
        ("", []),
        (" \n ", []),
    ],
)
def test_where_sentences_end(text, expected):
    assert sentences(text) == expected


@given(st.text(alphabet='aB1 .!?…«»“”"()\n\u00a0€'))
def test_nothing_is_lost_and_nothing_is_empty(text):
    found = sentences(text)
    assert "".join("".join(found).split()) == "".join(text.split())
    assert all(found)
