"""``manage.py create_demo --media DIR``: two campaigns to look at, in English and French."""

from pathlib import Path
from typing import Any, override

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from omnicontent.config.demo.content import ACCOUNTS, create_demo
from omnicontent.media.errors import MediaError


class Command(BaseCommand):
    """Running it again changes nothing."""

    help = "Make the demo's site, accounts, media and campaigns, unless campaigns exist."

    @override
    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--media",
            type=Path,
            required=True,
            metavar="DIR",
            help="holds garden.jpg, wine.jpg, bird.jpg, sunset.jpg, film.mp4 and film.vtt",
        )

    @override
    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO_ACCOUNTS:
            raise CommandError(
                "The demo's passwords are known to everybody: it is not made where the setting "
                "DEMO_ACCOUNTS is off."
            )
        try:
            made = create_demo(options["media"])
        except (OSError, MediaError) as error:
            raise CommandError(f"The demo's media can't be used: {error}") from error
        if not made:
            self.stdout.write("There are campaigns already: nothing was changed.")
            return
        for account in ACCOUNTS:
            self.stdout.write(f"{account.username:<10}{account.password:<18}{account.group}")
