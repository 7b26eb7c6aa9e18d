"""LinkedIn: what has no backslash is dropped by the platform, so everything reserved has one."""

import json

from omnicontent.channels.registry import get_channel
from tests.channels_out.stories import own_words, story

LINKEDIN = get_channel("linkedin")
FACTS = "-30% until Dec 14, 2026 WINTER30 https://shop.example/winter While stocks last."


def commentary(told):
    return json.loads(LINKEDIN.render(LINKEDIN.adapt(told)).body)["commentary"]


def test_tracking_parameters_arrive_whole():
    assert r"utm\_source=linkedin" in commentary(story())
    assert LINKEDIN.validate(LINKEDIN.adapt(story()), story()) == []


def test_the_limit_is_that_of_the_escaped_text():
    told = story(**own_words("linkedin", commentary=FACTS + "(" * 1480))
    issues = LINKEDIN.validate(LINKEDIN.adapt(told), told)
    assert [issue.code for issue in issues] == ["too_long"]


def test_the_legal_line_must_be_there():
    told = story(**own_words("linkedin", commentary=FACTS.replace("While", "Till")))
    issues = LINKEDIN.validate(LINKEDIN.adapt(told), told)
    assert [issue.code for issue in issues] == ["missing_fact"]
    assert "legal line" in issues[0].message
