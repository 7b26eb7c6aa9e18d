"""Doors for Celery: each fetches nothing but an id and calls one service."""

from celery import shared_task
from django.core.management import call_command

from omnicontent.releases import services


@shared_task
def do_work(work_id: int, **later: object) -> None:
    """Make one attempt at a piece of work."""
    services.do_work(work_id=work_id)


@shared_task
def sweep(**later: object) -> None:
    """Take up what crashes left behind, and send every wake-up not yet taken."""
    services.sweep()


@shared_task
def publish_scheduled(**later: object) -> None:
    """Let Wagtail publish and take down the pages whose time has come."""
    call_command("publish_scheduled")
