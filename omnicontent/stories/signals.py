"""News for whoever stands above: sent inside the transaction that makes it true."""

from django.dispatch import Signal

campaign_approved = Signal()
# sender=CampaignPage, campaign=UUID, stories=list[Story], user=User | None, task_state=its id
