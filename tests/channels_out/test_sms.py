"""SMS: cheap characters, few segments, a way to opt out."""

from omnicontent.channels.registry import get_channel
from omnicontent.text.lengths import measure
from omnicontent.text.units import Unit
from tests.channels_out.stories import own_words, story

SMS = get_channel("sms")


def test_the_payload_is_the_message_in_gsm():
    rendered = SMS.render(SMS.adapt(story(headline="“Winter” – it’s on…")))
    assert rendered.media_type == "text/plain"
    assert rendered.body.decode() == (
        'Greenhouse: "Winter" - it\'s on... Your garden does not sleep in winter. '
        "Neither do our prices. -30%, through Dec 14, Code WINTER30. "
        "Shop now: https://shop.example/winter Reply STOP to opt out."
    )
    assert measure(rendered.body.decode(), Unit.SMS_SEGMENTS).encoding == "gsm-7"


def test_sentences_give_way_to_segments():
    sentences = (f"Sentence number {number} says little." for number in range(13))
    content = SMS.adapt(story(key_message=" ".join(sentences)))
    assert measure(content.parts["text"], Unit.SMS_SEGMENTS).count == 3
    assert content.dropped


def test_the_way_out_is_in_the_reader_s_language():
    assert "STOP pour" in SMS.adapt(story(locale="fr-FR")).parts["text"]
    assert "Reply STOP" in SMS.adapt(story(locale="de")).parts["text"]


def test_own_words_without_a_way_out_are_an_error():
    words = "-30% until Dec 14 with WINTER30: https://shop.example/winter"
    told = story(**own_words("sms", text=words))
    assert [issue.code for issue in SMS.validate(SMS.adapt(told), told)] == ["no_opt_out"]


def test_links_are_not_tracked():
    assert "utm_" not in SMS.adapt(story()).parts["text"]
