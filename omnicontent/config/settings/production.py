"""A service on the open network. Every value comes from the environment; see ``.env.example``.

Secrets may also be files: ``SECRET_KEY_FILE=/run/secrets/key`` is read as ``SECRET_KEY``.
"""

from omnicontent.config.settings.base import *  # noqa: F403
from omnicontent.config.settings.base import DATABASES, SMTP_MAILER, VAR_DIR, env

SECRET_KEY = env.str("SECRET_KEY")
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", [])
"""Earlier keys: what they sealed is still delivered."""
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS")
WAGTAILADMIN_BASE_URL = env.str("BASE_URL")
CELERY_BROKER_URL = env.str("BROKER_URL")

if DATABASES["default"]["ENGINE"].endswith("postgresql"):
    # Connections are shared by a process's threads and given back after each request.
    pool = {"min_size": 1, "max_size": env.int("DATABASE_POOL_MAX", 8), "timeout": 10}
    DATABASES["default"].setdefault("OPTIONS", {})["pool"] = pool  # beside the URL's sslmode
    DATABASES["default"]["CONN_MAX_AGE"] = 0

MEDIA_ROOT = env.path("MEDIA_ROOT", VAR_DIR / "media")
STATIC_ROOT = env.path("STATIC_ROOT", VAR_DIR / "static")
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

HTTPS = env.bool("HTTPS", True)
"""Off only for a trial inside a closed network: cookies and pages then travel readable."""
SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
if HTTPS:
    # Browsers take cookies of these names only over TLS and from this very host.
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-session", "__Host-csrf"
    SECURE_HSTS_SECONDS = env.int("HSTS_SECONDS", 365 * 24 * 3600)
    SECURE_HSTS_INCLUDE_SUBDOMAINS = env.bool("HSTS_SUBDOMAINS", False)
    SECURE_HSTS_PRELOAD = env.bool("HSTS_PRELOAD", False)
if env.bool("BEHIND_PROXY", False):
    # Only behind a proxy that sets this header itself; anybody could send it otherwise.
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SILENCED_SYSTEM_CHECKS = [
    "security.W019",  # frames: the editor shows previews of this same site in one
]

MAILERS = {"default": SMTP_MAILER}
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"stderr": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["stderr"], "level": env.str("LOG_LEVEL", "INFO")},
}
