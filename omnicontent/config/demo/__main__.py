"""``python -m omnicontent.config.demo``: what ``make demo`` runs."""

import argparse
import os
import sys

import django
from django.core.management import CommandError

from omnicontent.config.supervisor.errors import SupervisorError

INTERRUPTED = 130
"""What a shell says of a command that Ctrl-C ended: whoever waits for ``--once`` must see it."""


def main() -> int:
    """Run the demo; return its exit status."""
    parser = argparse.ArgumentParser(description="Run everything with two demo campaigns.")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--once", action="store_true", help="stop when everything is built")
    options = parser.parse_args()
    try:
        prepare_environment(options.port)
        from omnicontent.config.demo.run import run_demo

        return run_demo(port=options.port, once=options.once)
    except (SupervisorError, CommandError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except KeyboardInterrupt:
        sys.stdout.write("\nStopped.\n")
        return INTERRUPTED if options.once else 0


def prepare_environment(port: int) -> None:
    """Set Django up for ourselves and for every process we start.

    A service's own environment may be loaded in this shell: the demo never takes its settings.
    """
    os.environ["DJANGO_SETTINGS_MODULE"] = "omnicontent.config.settings.dev"
    os.environ["BASE_URL"] = f"http://127.0.0.1:{port}"
    os.environ.setdefault("DEBUG", "false")
    os.environ.pop("BROKER_URL", None)
    django.setup()


if __name__ == "__main__":
    sys.exit(main())
