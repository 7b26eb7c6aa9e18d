#!/usr/bin/env python
"""Django's command line for this project."""

import os
import sys

NEED_NO_APPS = {"measure"}
"""Commands that touch no page and no database: without the apps they start many times sooner."""


def main() -> None:
    """Run the command given on the command line."""
    settings = "bare" if NEED_NO_APPS.intersection(sys.argv[1:2]) else "dev"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", f"omnicontent.config.settings.{settings}")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
