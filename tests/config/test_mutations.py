"""The mutation test: a fact changed or dropped in any variant of the demo is caught, every time.

Each variant is told with one fact changed, then with that fact dropped, and held against the
campaign as it is. ``pytest -s`` shows the two figures.
"""

import sys
from collections.abc import Iterator
from datetime import timedelta
from functools import singledispatch
from pathlib import Path

import pytest

from omnicontent.channels.channel import Channel
from omnicontent.channels.message_checks import check_message
from omnicontent.channels.registry import built_in_channels
from omnicontent.channels.story import Story
from omnicontent.config.demo.content import create_demo
from omnicontent.message.facts import Fact
from omnicontent.message.models import (
    CallToAction,
    Contact,
    LegalLine,
    Offer,
    Period,
    Place,
    Products,
    PromoCode,
)
from omnicontent.stories.conversion import story_from_page
from omnicontent.stories.models import CampaignPage

pytestmark = pytest.mark.django_db


@singledispatch
def changed(fact: Fact) -> list[dict[str, object]]:
    """Return a few ways to change the fact, as new values of its fields."""
    return []


@changed.register
def _(fact: Offer):
    values = (fact.value + 5, fact.value - 1, fact.value / 2) if fact.value else ()
    return [{"value": value} for value in values]


@changed.register
def _(fact: Period):
    ends = [{"end": fact.end + timedelta(days)} for days in (1, -1, 7, 365) if fact.end]
    return [*ends, {"start": fact.start + timedelta(1)}] if fact.start else ends


@changed.register
def _(fact: PromoCode):
    last = "1" if fact.code[-1] == "0" else "0"
    return [{"code": f"{fact.code}X"}, {"code": fact.code[:-1] + last}]


@changed.register
def _(fact: CallToAction):
    return [{"url": f"{fact.url}-2"}, {"url": fact.url.replace("://", "://old-")}]


@changed.register
def _(fact: LegalLine):
    return [{"text": f"{fact.text[:-2]}xo"}]


@changed.register
def _(fact: Place):
    return [{"name": f"{fact.name[:-2]}xo"}]


@changed.register
def _(fact: Contact):
    phone = f"{fact.phone[:-1]}{(int(fact.phone[-1]) + 1) % 10}" if fact.phone else ""
    changes = [{"phone": phone}] if phone else []
    return [*changes, {"email": f"x{fact.email}"}] if fact.email else changes


@changed.register
def _(fact: Products):
    first = fact.items[0]
    other = first.model_copy(update={"name": f"{first.name[:-2]}xo", "reference": ""})
    return [{"items": (other, *fact.items[1:])}]


def told(story: Story, kind: str, fact: Fact | None) -> Story:
    facts = story.facts.model_copy(update={kind: fact})
    return story.model_copy(update={"facts": facts})


def is_caught(channel: Channel, mutant: Story, story: Story, kind: str) -> bool:
    found = check_message(channel, channel.adapt(mutant), story)
    return any(issue.fact == kind for issue in found)


def says(channel: Channel, mutant: Story, story: Story) -> bool:
    """Tell whether the change reaches the bytes at all: a channel may leave a fact out."""
    return channel.render(channel.adapt(mutant)) != channel.render(channel.adapt(story))


def stories(media: Path) -> list[Story]:
    create_demo(media)
    pages = CampaignPage.objects.order_by("pk")
    return [story_from_page(page) for page in pages]


def test_every_mutant_is_caught_and_nothing_else(demo_media, capsys):
    mutants, missed, untouched, alarms = 0, [], 0, []
    for story in stories(demo_media):
        for slug, channel in built_in_channels().items():
            untouched += 1
            alarms += [
                f"{slug} {story.locale}: {issue.message}"
                for issue in check_message(channel, channel.adapt(story), story)
            ]
            for kind, fact, name in _mutations(channel, story):
                mutant = told(story, kind, fact)
                mutants += 1
                if not is_caught(channel, mutant, story, kind):
                    missed.append(f"{slug} {story.locale}: {kind} {name} {fact}")
    with capsys.disabled():
        caught = mutants - len(missed)
        sys.stdout.write(
            f"\nmutants caught: {caught} of {mutants}; "
            f"issues on {untouched} untouched variants: {len(alarms)}\n"
        )
    assert missed == [], "\n".join(missed)
    assert alarms == []


def _mutations(channel: Channel, story: Story) -> Iterator[tuple[str, Fact | None, str]]:
    for kind, fact in story.facts.present():
        if kind in channel.spec.must:
            yield kind, None, "dropped"
        for change in changed(fact):
            other = fact.model_copy(update=change)
            if says(channel, told(story, kind, other), story):
                yield kind, other, "changed"
