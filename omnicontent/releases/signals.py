"""News for whoever stands above: sent inside the transaction that makes it true."""

from django.dispatch import Signal

release_went_live = Signal()  # sender=Release, release=Release, previous=Release | None
release_ended = Signal()  # sender=Release, release=Release
