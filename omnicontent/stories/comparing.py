"""How Wagtail's comparison of two revisions shows own words."""

from types import SimpleNamespace
from typing import Any, override

from wagtail.admin.compare import StructBlockComparison


class OwnWordsComparison(StructBlockComparison):
    """Compares what an editor wrote, and not what the server remembers of it."""

    def __init__(self, block: Any, *values: Any) -> None:
        shown = {name: block.child_blocks[name] for name in block.meta.form_layout.children}
        super().__init__(SimpleNamespace(child_blocks=shown), *values)

    @override
    def has_changed(self) -> bool:
        old, new = self.val_a or {}, self.val_b or {}
        return any(old.get(name) != new.get(name) for name in self.block.child_blocks)
