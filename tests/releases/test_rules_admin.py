"""Policy in the admin: for administrators, with what is installed to choose from."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client

from omnicontent.message.kinds import plug_ins
from omnicontent.releases.models import MessageRule
from omnicontent.releases.rules_admin import MessageRuleForm, fact_choices
from omnicontent.stories.groups import ADMINISTRATORS, EDITORS
from omnicontent.stories.services import set_up_site
from tests.releases.kinds import GuaranteeKind

pytestmark = pytest.mark.django_db
URL = "/admin/message_rules/"


@pytest.fixture
def login() -> Callable[[str], Client]:
    def log_in(group: str) -> Client:
        set_up_site()
        user = User.objects.create_user(group)
        user.groups.add(Group.objects.get(name=group))
        client = Client()
        client.force_login(user)
        return client

    return log_in


def test_administrators_make_change_and_delete_rules(login: Callable[[str], Client]) -> None:
    client = login(ADMINISTRATORS)
    data = {"channel": "sms", "fact": "offer", "what": "missing", "severity": "warning"}
    assert client.post(f"{URL}new/", data).status_code == 302
    rule = MessageRule.objects.get()
    listing = client.get(URL).content.decode()
    for words in ("SMS", "Offer", "A fact is missing", "Warning: waits for acknowledgement"):
        assert words in listing
    assert client.post(f"{URL}edit/{rule.pk}/", data | {"channel": ""}).status_code == 302
    rule.refresh_from_db()
    assert rule.channel == ""
    assert "Every channel" in client.get(URL).content.decode()
    again = client.post(f"{URL}new/", data | {"channel": ""})
    assert "There is a rule for this already" in again.content.decode()
    assert client.post(f"{URL}delete/{rule.pk}/").status_code == 302
    assert not MessageRule.objects.exists()


def test_the_list_is_filtered(login: Callable[[str], Client]) -> None:
    MessageRule.objects.create(channel="sms", severity="warning")
    MessageRule.objects.create(channel="x", fact="offer", severity="error")
    client = login(ADMINISTRATORS)
    for query, there, gone in (
        ("channel=sms", "SMS", ">X<"),
        ("fact=offer", ">X<", "message_rules/edit/1"),
        ("severity=warning", "SMS", "Error: blocks the release</td>"),
    ):
        page = client.get(f"{URL}results/?{query}").content.decode()
        rows = page[page.index("<tbody") : page.index("</tbody>")]
        cells = "".join(rows.split())
        assert there.replace(" ", "") in cells
        assert gone.replace(" ", "") not in cells


def test_editors_have_no_rules_to_change(login: Callable[[str], Client]) -> None:
    client = login(EDITORS)
    assert client.get(URL).status_code == 302
    assert client.post(f"{URL}new/", {"severity": "warning"}).status_code == 302
    assert not MessageRule.objects.exists()
    assert URL not in client.get("/admin/").content.decode()


def test_plug_ins_kinds_can_be_chosen() -> None:
    with plug_ins.registered(GuaranteeKind()):
        assert ("guarantee", "Guarantee") in fact_choices()


def test_what_is_no_longer_installed_stays_chosen() -> None:
    rule = MessageRule.objects.create(channel="gone", fact="lost", severity="warning")
    form = MessageRuleForm(
        {"channel": "gone", "fact": "lost", "what": "", "severity": "error"}, instance=rule
    )
    assert form.is_valid(), form.errors
    assert form.save().channel == "gone"
    other = MessageRuleForm({"channel": "gone", "fact": "", "what": "", "severity": "error"})
    assert not other.is_valid()


def test_a_rule_says_what_it_speaks_of() -> None:
    assert str(MessageRule(severity="error")) == "Every message"
    assert str(MessageRule(channel="sms", what="orphan")) == "sms · A promise without a fact"
