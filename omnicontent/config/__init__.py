"""Glue: settings, addresses, Celery, WSGI and ASGI."""

from omnicontent.config.celery import app as celery_app

__all__ = ["celery_app"]
