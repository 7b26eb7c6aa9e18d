"""``manage.py check_message STORY.json CHANNEL < text``: hold a text against the facts."""

import json
import logging
import sys
from argparse import ArgumentParser
from collections.abc import Iterable
from pathlib import Path
from typing import Any, override

from django.core.management.base import CommandError

from omnicontent.channels.errors import UnknownChannelError
from omnicontent.channels.registry import get_channel
from omnicontent.channels.story import Story
from omnicontent.config.management.scripts import ScriptCommand
from omnicontent.config.management.standard_input import BAD_INPUT, read_text, stdin
from omnicontent.config.message_texts import check_line, check_on, read_moment
from omnicontent.config.story_files import StoryFileError, read_message_file
from omnicontent.message.saying import say

logger = logging.getLogger(__name__)

BAD_CALL, LOCK_FAILED = 2, 3
WORDS = {
    "missing": "the text does not say it",
    "forbidden": "this channel must not say it",
    "contradiction": "the text says otherwise",
    "orphan": "no fact of the campaign knows of it",
}


class Command(ScriptCommand):
    """Holds one text, or one a line, against the facts."""

    help = (
        "Hold a text from standard input against a campaign's facts, as a channel must say them."
    )

    @override
    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("story", nargs="?", type=Path, help="story file; facts are enough")
        parser.add_argument("channel", nargs="?", help="slug of the channel, such as x or sms")
        parser.add_argument(
            "--at",
            metavar="ISO-TIME",
            help="when it is read, such as 2026-12-31T18:00+01:00: words like tomorrow count then",
        )
        parser.add_argument("--json", action="store_true", help="answer as JSON")
        parser.add_argument(
            "--jsonl",
            action="store_true",
            help="read story, channel, at and text as one JSON object a line, answer each by one",
        )

    @override
    def handle(self, *args: object, **options: Any) -> None:
        if options["jsonl"]:
            if options["story"] or options["at"]:
                raise CommandError("--jsonl takes all from its lines", returncode=BAD_CALL)
            self._check_lines(stdin())
            return
        if not (options["story"] and options["channel"]):
            raise CommandError("name a story file and a channel", returncode=BAD_CALL)
        self._check_one(options)

    def _check_one(self, options: dict[str, Any]) -> None:
        try:
            story = read_message_file(options["story"])
            channel = get_channel(options["channel"])
            at = read_moment(options["at"]) if options["at"] else None
        except (StoryFileError, UnknownChannelError, ValueError) as error:
            raise CommandError(str(error), returncode=BAD_CALL) from error
        answer = check_on(story, channel, read_text(), at)
        if options["json"]:
            self._write(answer)
        else:
            self._tell(answer, story)
        if answer["issues"]:
            sys.exit(LOCK_FAILED)

    def _tell(self, answer: dict[str, Any], story: Story) -> None:
        self.stdout.write(f"carries: {', '.join(answer['carries']) or 'nothing'}")
        for issue in answer["issues"]:
            fact = story.facts.get(issue["fact"])
            campaign = f", the campaign says “{say(fact, story.locale, 'short')}”" if fact else ""
            place = f" “{issue['span']}”" if issue["span"] else ""
            what = WORDS[issue["kind"]]
            self.stdout.write(f"{issue['kind']}: {issue['fact']}{place}: {what}{campaign}")

    def _check_lines(self, lines: Iterable[bytes]) -> None:
        """Answer every line by one line; a bad one by its error, so that lines stay aligned."""
        bad = 0
        for number, line in enumerate(lines, start=1):
            answer = _answer(line)
            if "error" in answer:
                bad += 1
                self.stderr.write(f"line {number}: {_printable(str(answer['error']))}")
            self._write(answer)
        if bad:
            lines_ = "line" if bad == 1 else "lines"
            raise CommandError(f"{bad} {lines_} could not be checked", returncode=BAD_INPUT)

    def _write(self, answer: dict[str, object]) -> None:
        text = json.dumps(answer, ensure_ascii=False)
        self.stdout.write(text if _printable(text) == text else json.dumps(answer))
        self.stdout.flush()


def _answer(line: bytes) -> dict[str, object]:
    """Return the answer to one line, or what is wrong with it."""
    try:
        return check_line(json.loads(line))
    except (ValueError, UnknownChannelError) as error:
        return {"error": str(error)}
    except RecursionError:
        return {"error": "the line is nested too deeply"}
    except Exception as error:  # whatever it is, the lines behind it are answered
        logger.exception("A line that is held against its facts failed")
        name = type(error).__name__
        return {"error": f"this line can't be checked ({name}); please report it with the line"}


def _printable(text: str) -> str:
    """Return ``text`` with halves of characters, which no UTF-8 has, as escapes."""
    return text.encode("utf-8", "backslashreplace").decode()
