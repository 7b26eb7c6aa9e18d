"""What can keep the service from starting.

SupervisorError
+-- AlreadyRunningError   another one has this folder
+-- PortTakenError        somebody else listens there
+-- ChildFailedError      a process that must be up does not come up
"""


class SupervisorError(Exception):
    """The service can't run; the message says what to do."""


class AlreadyRunningError(SupervisorError):
    """Another supervisor works in the same folder."""


class PortTakenError(SupervisorError):
    """The web server's port belongs to another process."""


class ChildFailedError(SupervisorError):
    """A process that the others need did not come up."""
