"""``python -m omnicontent.config.demo``: what ``make demo`` runs."""

import argparse
import os
import sys

from django.core.management import CommandError

from omnicontent.config.supervisor.errors import SupervisorError


def main() -> int:
    """Run the demo; return its exit status."""
    parser = argparse.ArgumentParser(description="Run everything with two demo campaigns.")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--once", action="store_true", help="stop when everything is built")
    options = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "omnicontent.config.settings.dev")
    os.environ.setdefault("DEBUG", "false")
    os.environ["BASE_URL"] = f"http://127.0.0.1:{options.port}"
    import django

    django.setup()
    from omnicontent.config.demo.run import run_demo

    try:
        return run_demo(port=options.port, once=options.once)
    except (SupervisorError, CommandError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except KeyboardInterrupt:
        sys.stdout.write("\nStopped.\n")
        return 0


if __name__ == "__main__":
    sys.exit(main())
