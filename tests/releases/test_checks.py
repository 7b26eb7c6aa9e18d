import pytest
from django.conf import settings as django_settings
from django.core.checks import run_checks
from pytest_django import Settings

from omnicontent.config.celery import app


def found() -> set[str]:
    return {str(message.id) for message in run_checks() if str(message.id).startswith("releases.")}


def test_the_settings_as_they_are_have_no_fault() -> None:
    assert found() == set()


@pytest.mark.parametrize(
    ("name", "value", "fault"),
    [
        ("CAMPAIGN_PAGE_CHANNEL", "papyrus", "releases.W002"),
        ("WORK_HEARTBEAT_SECONDS", 59, "releases.E002"),
        ("CELERY_BROKER_TRANSPORT_OPTIONS", {"visibility_timeout": 60}, "releases.W001"),
    ],
)
def test_a_setting_that_would_lose_work_or_show_nothing_is_reported(
    settings: Settings, name: str, value: object, fault: str
) -> None:
    setattr(settings, name, value)
    assert found() == {fault}


def test_celery_neither_loses_nor_loops_nor_blocks() -> None:
    conf = app.conf
    assert conf.task_acks_late
    assert conf.task_reject_on_worker_lost
    assert conf.task_acks_on_timeout  # without, a task over its time limit comes back for ever
    assert conf.result_backend is None  # with one, publishing blocks while the broker is down
    assert conf.task_publish_retry_policy["max_retries"] == 1
    assert conf.broker_connection_max_retries is None
    assert {queue.name for queue in conf.task_queues} == {"text", "media"}
    assert set(app.conf.accept_content) == {"json"}
    app.loader.import_default_modules()
    for entry in django_settings.CELERY_BEAT_SCHEDULE.values():
        assert entry["task"] in app.tasks
        assert entry["options"]["expires"] <= entry["schedule"]
