"""The system check of kinds of facts. Broken packages: tests/plugins/test_fact_kinds.py."""

from django.core.checks import run_checks

from omnicontent.config.fact_checks import FACTS_TAG


def test_the_kinds_as_they_are_need_nothing():
    assert run_checks(tags=[FACTS_TAG]) == []
