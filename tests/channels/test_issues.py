"""An issue about words names the part, and the own words that mend it."""

from omnicontent.channels.issues import words_issue
from tests.channels.sound_channel import SPEC


def test_an_issue_leads_to_the_own_words():
    issue = words_issue(SPEC, "text", "line_break", "Take the line break out.")
    assert (issue.part, issue.field) == ("text", "overrides.sound.text")
    assert issue.severity == "error"
    assert words_issue(SPEC, "text", "doubt", "Look again.", "warning").severity == "warning"
