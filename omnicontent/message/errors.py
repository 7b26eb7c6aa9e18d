"""Everything that can be wrong with a kind of fact.

MessageError
+-- BrokenKindError          an entry point names no kind, or one that can't be used
+-- DuplicateKindError       two entry points claim one name
+-- KindConformanceError     a kind breaks the contract; raised in its own test only
"""


class MessageError(Exception):
    """The root of what this package raises."""


class BrokenKindError(MessageError):
    """An entry point names no kind, or one that can't be used; says every fault."""


class DuplicateKindError(MessageError):
    """Two entry points claim one name; both are named."""


class KindConformanceError(MessageError, AssertionError):
    """A kind breaks the contract; ``failures`` says each breach in a line."""

    def __init__(self, name: str, failures: list[str]) -> None:
        super().__init__(f"{name} breaks the contract:\n" + "\n".join(f"- {f}" for f in failures))
        self.failures = failures
