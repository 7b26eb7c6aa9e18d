"""Celery's app. The settings are Django's, under ``CELERY_``; ``settings/base.py`` says why."""

from celery import Celery

app = Celery("omnicontent")
app.set_default()  # in every thread of the web server, not only in the one that imports this
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
