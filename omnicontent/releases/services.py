"""What changes releases. Writes only; each service is one transaction or says otherwise."""

from omnicontent.releases.accepting import accept, acknowledge
from omnicontent.releases.approving import approve_release, approve_stories
from omnicontent.releases.keeping import sweep
from omnicontent.releases.outbox import send_messages
from omnicontent.releases.requesting import request_release
from omnicontent.releases.switching import recall_release, reconsider, roll_back, take_down
from omnicontent.releases.working import do_work

__all__ = [
    "accept",
    "acknowledge",
    "approve_release",
    "approve_stories",
    "do_work",
    "recall_release",
    "reconsider",
    "request_release",
    "roll_back",
    "send_messages",
    "sweep",
    "take_down",
]
