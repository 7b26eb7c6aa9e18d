"""Only what a command needs that touches no page, no database and no broker: it starts sooner."""

INSTALLED_APPS = ["omnicontent.config"]
USE_TZ = True
