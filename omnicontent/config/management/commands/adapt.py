"""``manage.py adapt STORY.json --out DIR``: a story on every channel, without a server."""

import json
import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path
from typing import Any, override

from django.core.management.base import CommandError

from omnicontent.channels.channel import Channel
from omnicontent.channels.errors import UnknownChannelError
from omnicontent.channels.media_uses import needs_film
from omnicontent.channels.message_checks import breaks_lock
from omnicontent.channels.registry import all_channels, failures, get_channel
from omnicontent.channels.story import Story
from omnicontent.config.adaptation import Variant, adapt_into
from omnicontent.config.management.scripts import INTERRUPTED, ScriptCommand
from omnicontent.config.output_folder import MANIFEST, OutputFolderError
from omnicontent.config.story_files import StoryFileError, read_story

NOT_ALL_READY, BAD_INPUT, LOCK_FAILED = 1, 2, 3


class Command(ScriptCommand):
    """Adapts a story file into a folder."""

    help = "Adapt a story file for every channel: payloads, files and a manifest in one folder."

    @override
    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("story", type=Path, help="story file, JSON; media beside it")
        parser.add_argument("--out", type=Path, required=True, help="folder to write into")
        parser.add_argument(
            "--channel",
            action="append",
            default=[],
            metavar="SLUG",
            help="only this channel; may be repeated (default: those the story names, or all)",
        )
        parser.add_argument("--json", action="store_true", help="write every issue as JSON")

    @override
    def handle(self, *args: object, **options: Any) -> None:
        path, out = options["story"], options["out"]
        try:
            story = read_story(path)
            variants = adapt_into(
                out,
                story=story,
                media=path.parent,
                channels=self._channels(story, options["channel"]),
                tell=self._tell,
            )
        except (StoryFileError, UnknownChannelError, OutputFolderError) as error:
            raise CommandError(str(error), returncode=BAD_INPUT) from error
        except KeyboardInterrupt:
            raise CommandError("interrupted, nothing written", returncode=INTERRUPTED) from None
        self._tell("")
        self._report(variants, options["verbosity"])
        self._answer(out / MANIFEST, story, variants, as_json=options["json"])
        if any(breaks_lock(issue) for variant in variants for issue in variant.issues):
            sys.exit(LOCK_FAILED)
        if any(variant.state != "ready" for variant in variants):
            sys.exit(NOT_ALL_READY)

    def _answer(
        self, manifest: Path, story: Story, variants: Sequence[Variant], *, as_json: bool
    ) -> None:
        if not as_json:
            self.stdout.write(str(manifest))
            return
        issues = [
            {
                "channel": variant.channel.spec.slug,
                "locale": story.locale,
                **issue.model_dump(exclude={"phrase"}),
            }
            for variant in variants
            for issue in variant.issues
        ]
        answer = {"manifest": str(manifest), "issues": issues}
        self.stdout.write(json.dumps(answer, ensure_ascii=False, indent=2))

    def _channels(self, story: Story, asked: Sequence[str]) -> list[Channel]:
        """Return the channels asked for, those the story names, or all that it can fill."""
        for name, error in failures().items():
            self.stderr.write(f"warning: the channel module {name} can't be used: {error}")
        if slugs := asked or story.channels:
            return [get_channel(slug) for slug in dict.fromkeys(slugs)]
        able = []
        for slug, channel in all_channels().items():
            if needs_film(channel.spec) and story.hero_video is None:
                self.stderr.write(f"{slug}: skipped, it needs a film and the story has none")
            else:
                able.append(channel)
        return able

    def _report(self, variants: Sequence[Variant], verbosity: int) -> None:
        for variant in variants:
            slug = variant.channel.spec.slug
            if variant.error:
                self._say(slug, "failed", variant.error, variant.field)
            for issue in variant.issues:
                if issue.severity == "error" or verbosity > 0:
                    self._say(slug, issue.severity, issue.message, issue.field)

    def _say(self, slug: str, what: str, message: str, field: str) -> None:
        self.stderr.write(f"{slug}: {what}: {message}{f' [{field}]' if field else ''}")

    def _tell(self, message: str) -> None:
        """Show progress to a person; a log keeps only results."""
        if self.stderr.isatty():
            self.stderr.write(f"\r\033[K{message}", ending="")
