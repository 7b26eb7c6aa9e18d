"""Glue: settings, addresses, Celery, WSGI and ASGI."""
