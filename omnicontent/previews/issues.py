"""The open issues of a campaign's message as its editors read them, sentence by sentence."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.utils import get_user_display_name

from omnicontent.phrases import Phrase
from omnicontent.previews.mending import Mend, mend
from omnicontent.previews.reason_form import ReasonForm
from omnicontent.previews.variants import name_channel
from omnicontent.releases.gate import Fault
from omnicontent.releases.lost_sentences import acceptances_of
from omnicontent.releases.models import Acceptance, Release
from omnicontent.releases.open_issues import OpenIssue, issue_key, open_issue
from omnicontent.stories.models import CampaignPage
from omnicontent.stories.wording import in_words


@dataclass(frozen=True, slots=True)
class Shown:
    """One open issue, with where it stands and what may be done about it."""

    issue: OpenIssue
    mend: Mend
    channels: str
    may_settle: bool
    form: ReasonForm | None
    """Asks for the reason where the issue can be accepted."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with everything that is wrong in it."""

    locale: str
    text: str
    issues: Sequence[Shown]

    @property
    def pieces(self) -> tuple[str, str, str]:
        """The sentence around the first words at fault: before, the words, after."""
        before, span, after = self.text.partition(self.issues[0].issue.subject.span or "\0")
        return before, span, after


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads the issues, and where they mend them: pages by language."""

    user: object
    pages: Mapping[str, CampaignPage]
    posted: ReasonForm | None = None
    """The form of one issue that came back with a reason which can't be taken."""


@dataclass(frozen=True, slots=True)
class Given:
    """What somebody accepted or acknowledged."""

    acceptance: Acceptance
    sentence: str
    channel: str
    name: str
    """Who it was; "" where the account is gone."""


def settle_link(fault: Fault, page: CampaignPage) -> dict[str, str]:
    """Return label and address of the place where a fault can be settled, if it can."""
    issue = open_issue(fault)
    if not can_be_settled(issue):
        return {}
    label = _("Accept…") if issue.can_be_accepted else _("Acknowledge…")
    url = reverse("campaign_issues", args=[page.pk])
    return {"settle": label, "settle_url": f"{url}#issue-{issue_key(fault)}"}


def can_be_settled(issue: OpenIssue) -> bool:
    """Tell whether a person's word settles the issue, without a change of the words."""
    return issue.can_be_accepted or issue.can_be_acknowledged


def by_sentence(issues: Sequence[OpenIssue], reader: Reader) -> Iterator[Sentence]:
    """Yield the sentences with their issues, as ``reader`` sees them."""
    groups: dict[tuple[str, str], list[Shown]] = {}
    for issue in issues:
        place = (issue.subject.locale, issue.first.sentence or in_words(issue.first.words))
        groups.setdefault(place, []).append(_show(issue, reader))
    for (locale, text), shown in groups.items():
        yield Sentence(locale, text, shown)


def given_in(release: Release) -> list[Given]:
    """Return what holds now of all that was accepted and acknowledged, the newest first."""
    rows = acceptances_of(release).select_related("accepted_by")
    return [
        Given(
            acceptance=row,
            sentence=in_words(Phrase.model_validate(row.phrase)) if row.phrase else row.sentence,
            channel=name_channel(row.channel) if row.channel else _("every channel"),
            name=get_user_display_name(row.accepted_by) if row.accepted_by else "",
        )
        for row in rows
    ]


def may_settle(user: object, page: CampaignPage | None) -> bool:
    """Tell whether the user may settle what is wrong with a page's words: as with publishing."""
    return page is not None and page.permissions_for_user(user).can_publish()


def _show(issue: OpenIssue, reader: Reader) -> Shown:
    first = issue.first
    page = reader.pages.get(first.locale) or next(iter(reader.pages.values()), None)
    return Shown(
        issue=issue,
        mend=mend(first, page.pk if page else None),
        channels=", ".join(map(name_channel, filter(None, issue.channels))),
        may_settle=may_settle(reader.user, page),
        form=_form_of(issue, reader.posted),
    )


def _form_of(issue: OpenIssue, posted: ReasonForm | None) -> ReasonForm | None:
    if not issue.can_be_accepted:
        return None
    return posted if posted and posted.prefix == issue.key else ReasonForm(prefix=issue.key)
