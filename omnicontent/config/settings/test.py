"""Tests: the development settings with quick passwords and files of their own."""

from omnicontent.config.settings.base import *  # noqa: F403
from omnicontent.config.settings.base import env

SECRET_KEY = "only-for-tests"  # noqa: S105
ALLOWED_HOSTS = ["*"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = True  # no collected files: WhiteNoise would warn at every start
DEMO_ACCOUNTS = True
# No broker but the one a test starts: never that of a demo in the same checkout.
CELERY_BROKER_URL = env.str("BROKER_URL", "redis+socket:///dev/null/none")
MAILERS = {"default": {"BACKEND": "django.core.mail.backends.locmem.EmailBackend"}}
# Limits that grow old warn an operator; they must not fail `make check` on some day in a year.
SILENCED_SYSTEM_CHECKS = ["omnicontent.W002"]
