"""``manage.py setup_site``: the groups and the approval workflow of a fresh site."""

from typing import Any, override

from django.core.management.base import BaseCommand

from omnicontent.stories.services import set_up_site


class Command(BaseCommand):
    """Runs after ``migrate``; running it again changes nothing."""

    help = "Make the groups and the approval workflow that are missing."

    @override
    def handle(self, *args: Any, **options: Any) -> None:
        set_up_site()
