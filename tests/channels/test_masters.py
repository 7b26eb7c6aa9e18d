"""Own words whose master has changed: a warning, and only for those."""

from omnicontent.channels.masters import master_words, words_digest
from omnicontent.channels.sample_stories import sample_stories
from tests.channels.sound_channel import SoundChannel

STORY = sample_stories()["ordinary"]
SOUND = SoundChannel()
OWN = "€1,299.00 QZCODE42 https://qz.example/spring?ref=1#top"


def worded(story=STORY, **update):
    """The story in own words that remember the master they replaced."""
    remembered = words_digest(master_words(SOUND, "text", story), story)
    own = {"overrides": {"sound": {"text": OWN}}, "replaced": {"sound": {"text": remembered}}}
    return story.model_copy(update=own | update)


def stale(story):
    issues = SOUND.validate(SOUND.adapt(story), story)
    return [issue for issue in issues if issue.code == "stale_words"]


def test_the_master_is_what_the_channel_says_without_own_words():
    assert master_words(SOUND, "text", worded()) == SOUND.adapt(STORY).parts["text"]


def test_a_part_that_the_channel_lacks_has_no_master():
    assert master_words(SOUND, "subject", STORY) is None


def test_a_channel_that_can_say_nothing_by_itself_has_no_master():
    url = f"https://qz.example/{'long/' * 90}"
    action = STORY.facts.call_to_action.model_copy(update={"url": url})
    facts = STORY.facts.model_copy(update={"call_to_action": action})
    assert master_words(SOUND, "text", STORY.model_copy(update={"facts": facts})) is None
    assert stale(worded().model_copy(update={"facts": facts})) == []


def test_own_words_are_fresh_while_their_master_stays():
    assert stale(worded()) == []


def test_own_words_are_stale_once_their_master_has_changed():
    (issue,) = stale(worded(key_message="Qznew qzmessage."))
    assert issue.severity == "warning"
    assert (issue.part, issue.field) == ("text", "overrides.sound.text")
    assert "post on Sound" in issue.message


def test_words_without_a_memory_are_never_stale():
    assert stale(worded(key_message="Qznew qzmessage.", replaced={})) == []


def test_a_memory_without_words_says_nothing():
    assert stale(worded(key_message="Qznew qzmessage.", overrides={})) == []


def test_a_copy_of_the_campaign_says_the_same():
    assert stale(worded(id="another-campaign")) == []


def test_own_words_of_another_channel_change_nothing():
    other = {"sound": {"text": OWN}, "x": {"text": "Qzother."}}
    assert stale(worded(overrides=other)) == []
