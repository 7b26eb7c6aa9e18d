"""One process that starts the others, restarts what dies, and leaves nothing behind."""

from omnicontent.config.supervisor.child import Child
from omnicontent.config.supervisor.errors import (
    AlreadyRunningError,
    PortTakenError,
    SupervisorError,
)
from omnicontent.config.supervisor.supervisor import Supervisor

__all__ = ["AlreadyRunningError", "Child", "PortTakenError", "Supervisor", "SupervisorError"]
