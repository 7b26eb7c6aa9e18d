"""The call to action: what to do, and the address where it is done."""

from collections.abc import Sequence
from datetime import datetime
from typing import override

from omnicontent.message.claims import Claim
from omnicontent.message.kinds.kind import Form, Kind
from omnicontent.message.models import CallToAction
from omnicontent.message.phrases import phrases_for
from omnicontent.message.texts import Text
from omnicontent.text.links import same_target


class CallToActionKind(Kind[CallToAction]):
    """A verb and a link; carried where the link is, its tracking removed."""

    name = "call_to_action"
    model = CallToAction
    label = "the link of the call to action"

    @override
    def say(self, fact: CallToAction, locale: str, form: Form) -> str:
        verb = fact.verb.rstrip(": \u00a0\u202f")
        if form == "short" or verb.endswith(("!", "?", "…", ".")):
            return f"{verb} {fact.url}"
        return phrases_for(locale).call.format(verb=verb, url=fact.url)

    @override
    def carried(
        self, fact: CallToAction, text: Text, claims: Sequence[Claim], at: datetime | None
    ) -> bool:
        return any(same_target(link.url, fact.url) for link in text.links)
