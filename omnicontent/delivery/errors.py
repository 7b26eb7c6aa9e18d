"""What can go wrong between a release and its publishers.

DeliveryError
+-- AppendOnlyError    somebody tried to change or delete a journal entry
"""


class DeliveryError(Exception):
    """The root."""


class AppendOnlyError(DeliveryError):
    """The journal only grows."""
