"""Settings shared by every place the service runs; read from the environment, fail loudly.

environs reads types, ``*_FILE`` secrets and database URLs, and names the variable that is wrong.
"""

from pathlib import Path

from environs import FileAwareEnv

env = FileAwareEnv()
BASE_DIR = Path(__file__).resolve().parents[3]
VAR_DIR = env.path("OMNICONTENT_VAR_DIR", BASE_DIR / "var")
"""Everything the service writes: database, media, broker, logs."""

DEBUG = False
ALLOWED_HOSTS: list[str] = env.list("ALLOWED_HOSTS", [])
CSRF_TRUSTED_ORIGINS: list[str] = env.list("CSRF_TRUSTED_ORIGINS", [])

INSTALLED_APPS = [
    "omnicontent.config",
    "omnicontent.previews",
    "omnicontent.delivery",
    "omnicontent.releases",
    "omnicontent.stories",
    "wagtail.contrib.simple_translation",
    "wagtail.contrib.settings",
    "wagtail.embeds",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail.sites",
    "wagtail.locales",
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
        "DIRS": [BASE_DIR / "templates"],
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

LANGUAGE_CODE = "en"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("en", "English"), ("fr", "Français")]
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
LOCALE_PATHS = [BASE_DIR / "omnicontent" / "locale"]
USE_I18N = USE_TZ = WAGTAIL_I18N_ENABLED = True
TIME_ZONE = env.str("TIME_ZONE", "UTC")

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR_DIR / "media"

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

WAGTAIL_SITE_NAME = "OmniContent"
WAGTAILADMIN_BASE_URL = env.str("BASE_URL", "http://127.0.0.1:8000")
WAGTAIL_ENABLE_UPDATE_CHECK = False  # the admin calls nobody
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAILIMAGES_IMAGE_MODEL = "stories.MasterImage"
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 40 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 50_000_000
WAGTAILIMAGES_EXTENSIONS = ["jpg", "jpeg", "png", "webp", "avif", "gif", "heic"]
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILDOCS_EXTENSIONS = ["vtt", "srt", "pdf", "txt"]
WAGTAILDOCS_BLOCK_EMBEDDED_CONTENT = True
WAGTAILMEDIA = {"MEDIA_MODEL": "stories.MasterMedia", "VIDEO_EXTENSIONS": ["mp4", "mov", "webm"]}
WAGTAILEMBEDS_FINDERS: list[dict[str, str]] = []  # embeds are links; nothing is fetched

CAMPAIGN_PAGE_CHANNEL = "web"
"""The channel whose payload is the campaign's public page."""
CAMPAIGN_PREVIEW_VIEW = "omnicontent.previews.views.preview_campaign"
"""``view(request, page, channel_slug)``: draws a channel from an unsaved page."""
RENDITIONS_URL = "/files/"
"""Where a rendition's file name is served; the base URL stands before it in payloads."""
