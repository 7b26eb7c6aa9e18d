"""One machine, nothing installed: SQLite, local files, the embedded broker."""

from omnicontent.config.settings.base import *  # noqa: F403
from omnicontent.config.settings.base import SMTP_MAILER, VAR_DIR, env

DEBUG = env.bool("DEBUG", True)
SECRET_KEY = env.str("SECRET_KEY", "only-for-development-never-for-a-service")
ALLOWED_HOSTS = ["*"]
EMBEDDED_BROKER_SOCKET = VAR_DIR / "broker" / "s.sock"
DEMO_ACCOUNTS = True
CONSOLE = {"BACKEND": "django.core.mail.backends.console.EmailBackend"}
MAILERS = {"default": SMTP_MAILER if env.str("SMTP_HOST", "") else CONSOLE}
