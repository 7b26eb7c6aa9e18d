"""Settings shared by every place the service runs; read from the environment, fail loudly.

environs reads types, ``*_FILE`` secrets and database URLs, and names the variable that is wrong.
"""

from pathlib import Path
from zoneinfo import available_timezones

from environs import FileAwareEnv
from kombu import Queue

from omnicontent.channels.plug_ins import template_folders

env = FileAwareEnv()
BASE_DIR = Path(__file__).resolve().parents[3]
VAR_DIR = env.path("OMNICONTENT_VAR_DIR", BASE_DIR / "var")
"""Everything the service writes: database, media, broker, logs."""

DEBUG = False
DEMO_ACCOUNTS = False
"""Whether ``create_demo`` may make accounts whose passwords everybody knows."""
ALLOWED_HOSTS: list[str] = env.list("ALLOWED_HOSTS", [])
CSRF_TRUSTED_ORIGINS: list[str] = env.list("CSRF_TRUSTED_ORIGINS", [])

INSTALLED_APPS = [
    "omnicontent.config",
    "omnicontent.previews",
    "omnicontent.delivery",
    "omnicontent.releases",
    "omnicontent.stories",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.settings",
    "wagtail.embeds",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail.sites",
    "wagtail",
    "wagtailmedia",
    "modelcluster",
    "taggit",
    "ninja",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "omnicontent.api.middleware.ApiMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "omnicontent.config.urls"
WSGI_APPLICATION = "omnicontent.config.wsgi.application"
ASGI_APPLICATION = "omnicontent.config.asgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates", *template_folders()],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
}
DATABASES = {
    "default": env.dj_db_url("DATABASE_URL", f"sqlite:///{VAR_DIR / 'db.sqlite3'}"),
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = SQLITE_OPTIONS
    VAR_DIR.mkdir(parents=True, exist_ok=True)  # SQLite opens no file in a folder that is not

LANGUAGE_CODE = "en"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("en", "English"), ("fr", "Français")]
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
LOCALE_PATHS = [BASE_DIR / "omnicontent" / "locale"]
USE_I18N = USE_TZ = WAGTAIL_I18N_ENABLED = True
TIME_ZONE = env.str("TIME_ZONE", "UTC")
# The host's own names, such as "localtime", are no zones to a browser.
WAGTAIL_USER_TIME_ZONES = sorted(
    name for name in available_timezones() if "/" in name or name in {"UTC", "GMT"}
)

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR_DIR / "media"
BRAND_FONTS_DIR = VAR_DIR / "brand-fonts"
"""Copies of brands' fonts on this machine; the storage has the originals."""

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "wagtailadmin_login"
SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "SAMEORIGIN"  # the editor shows previews of this same site in a frame

SMTP_MAILER = {
    "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
    "OPTIONS": {
        "host": env.str("SMTP_HOST", "localhost"),
        "port": env.int("SMTP_PORT", 25),
        "username": env.str("SMTP_USER", ""),
        "password": env.str("SMTP_PASSWORD", ""),
        "use_tls": env.bool("SMTP_TLS", False),
        "use_ssl": env.bool("SMTP_SSL", False),
        "timeout": 10,  # whoever sends a test waits for it
    },
}
DEFAULT_FROM_EMAIL = env.str("MAIL_FROM", "omnicontent@localhost")

WAGTAIL_SITE_NAME = "OmniContent"
WAGTAILADMIN_BASE_URL = env.str("BASE_URL", "http://127.0.0.1:8000")
WAGTAIL_ENABLE_UPDATE_CHECK = False  # the admin calls nobody
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAILIMAGES_IMAGE_MODEL = "stories.MasterImage"
WAGTAILIMAGES_IMAGE_FORM_BASE = "omnicontent.stories.forms.image.MasterImageForm"
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 40 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 50_000_000
WAGTAILIMAGES_EXTENSIONS = ["jpg", "jpeg", "png", "webp", "avif", "gif", "heic"]
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILDOCS_EXTENSIONS = ["vtt", "srt", "pdf", "txt"]
WAGTAILDOCS_BLOCK_EMBEDDED_CONTENT = True
WAGTAILMEDIA = {
    "MEDIA_MODEL": "stories.MasterMedia",
    "MEDIA_FORM_BASE": "omnicontent.stories.forms.film.MasterMediaForm",
    "VIDEO_EXTENSIONS": ["mp4", "mov", "webm"],  # what the film editor can play as it is
}
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False  # a translation begins as a draft
WAGTAIL_LOCALIZE_DEFAULT_TRANSLATION_MODE = "simple"  # and is edited in our own editor
WAGTAILEMBEDS_FINDERS: list[dict[str, str]] = []  # embeds are links; nothing is fetched

CAMPAIGN_PAGE_CHANNEL = "web"
"""The channel whose payload is the campaign's public page."""
CAMPAIGN_PREVIEW_VIEW = "omnicontent.previews.views.preview_campaign"
"""``view(request, page, channel_slug)``: draws a channel from an unsaved page."""
RENDITIONS_URL = "/files/"
"""Where a rendition's file name is served; the base URL stands before it in payloads."""
OEMBED_URL = "/oembed/1.0"  # with a dot no page has: a 404 here is no redirect to /en/oembed/
"""Where other sites ask how to show a campaign's page (https://oembed.com)."""

# Work: the tables are the truth, the broker only wakes. Shorter times suit a demo.
WORK_LEASE_SECONDS = env.float("WORK_LEASE_SECONDS", 60)
"""Silence after which a worker counts as dead, and another takes its work."""
WORK_HEARTBEAT_SECONDS = env.float("WORK_HEARTBEAT_SECONDS", 15)
WORK_ATTEMPTS_MAX = 5
WORK_RETRY_SECONDS = env.float("WORK_RETRY_SECONDS", 2)
"""Pause after the first failed attempt; each later pause is twice as long."""
WORK_RESEND_SECONDS = env.float("WORK_RESEND_SECONDS", 60)
"""Age at which a wake-up that nobody followed counts as lost and is sent again."""
SWEEP_SECONDS = env.float("SWEEP_SECONDS", 5)
PUBLISH_SCHEDULED_SECONDS = env.float("PUBLISH_SCHEDULED_SECONDS", 60)

# Celery
CELERY_BROKER_URL = env.str("BROKER_URL", f"redis+socket://{VAR_DIR / 'broker' / 's.sock'}")
"""Redis, Valkey or RabbitMQ; the default is the embedded Valkey's socket."""
IS_AMQP = CELERY_BROKER_URL.startswith(("amqp", "pyamqp"))
CELERY_TASK_SOFT_TIME_LIMIT, CELERY_TASK_TIME_LIMIT = 540, 600
CELERY_BROKER_TRANSPORT_OPTIONS = (
    {"confirm_publish": True}
    if IS_AMQP
    else {
        # At least 1.5 times the time limit, and the same in every app on the broker. A message
        # that comes back early does no harm: the lease on its work says no.
        "visibility_timeout": 900,
        "unacked_restore_interval": 5,
        "unacked_restore_throttle": 1,
        "socket_keepalive": True,
        "socket_connect_timeout": 5,
        "health_check_interval": 30,
    }
)
OUTBOX_TIMEOUT_SECONDS = 1
"""Silence of the broker after which the outbox lets the editor go on; the sweeper tries again."""
OUTBOX_TRANSPORT_OPTIONS = {"max_retries": 0} | (
    {"read_timeout": OUTBOX_TIMEOUT_SECONDS, "write_timeout": OUTBOX_TIMEOUT_SECONDS}
    if IS_AMQP
    else {
        "socket_timeout": OUTBOX_TIMEOUT_SECONDS,
        "socket_connect_timeout": OUTBOX_TIMEOUT_SECONDS,
    }
)
"""For the outbox's connection only: the same on a worker's would end its work at every pause."""
CELERY_TASK_QUEUES = [
    Queue(name, queue_arguments={"x-queue-type": "quorum"} if IS_AMQP else None)
    for name in ("text", "media")
]
CELERY_TASK_DEFAULT_QUEUE = "text"
CELERY_TASK_CREATE_MISSING_QUEUES = False
CELERY_RESULT_BACKEND = None  # with one, publishing while the broker is down blocks for 19 s
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_SERIALIZER = "json"
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_TASK_ACKS_LATE = CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_TASK_ACKS_ON_FAILURE = CELERY_TASK_ACKS_ON_TIMEOUT = True  # else a failure loops for ever
CELERY_TASK_PUBLISH_RETRY_POLICY = {
    "max_retries": 1,
    "interval_start": 0,
    "interval_step": 0.1,
    "interval_max": 0.1,
}
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = CELERY_BROKER_CHANNEL_ERROR_RETRY = True
CELERY_BROKER_CONNECTION_MAX_RETRIES = None
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_MAX_TASKS_PER_CHILD = 100
CELERY_WORKER_MAX_MEMORY_PER_CHILD = 400_000  # kilobytes
CELERY_WORKER_SOFT_SHUTDOWN_TIMEOUT = 30
CELERY_WORKER_ENABLE_SOFT_SHUTDOWN_ON_IDLE = True
CELERY_WORKER_CANCEL_LONG_RUNNING_TASKS_ON_CONNECTION_LOSS = True
CELERY_WORKER_ETA_TASK_LIMIT = 1000
CELERY_BEAT_SCHEDULE_FILENAME = str(VAR_DIR / "celerybeat-schedule")
CELERY_BEAT_SCHEDULE = {
    # A tick that nobody took before the next one is worth nothing: it expires.
    "sweep": {
        "task": "omnicontent.releases.tasks.sweep",
        "schedule": SWEEP_SECONDS,
        "options": {"expires": SWEEP_SECONDS},
    },
    "publish-scheduled": {
        "task": "omnicontent.releases.tasks.publish_scheduled",
        "schedule": PUBLISH_SCHEDULED_SECONDS,
        "options": {"expires": PUBLISH_SCHEDULED_SECONDS},
    },
}
