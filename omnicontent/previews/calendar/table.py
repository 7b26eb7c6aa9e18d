"""The calendar as a list: Wagtail's own table, sorted by date."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any, override

from django.utils.translation import gettext as _
from wagtail.admin.ui.tables import BaseColumn, Column, Table

from omnicontent.previews.calendar.showing import ShownEntry

NEVER = datetime.max.replace(tzinfo=UTC)


class TemplateColumn(BaseColumn):
    """A column whose cells are drawn by a template; it reads the entry as ``shown``."""

    def __init__(self, name: str, template_name: str, **kwargs: Any) -> None:
        super().__init__(name, **kwargs)
        self.cell_template_name = template_name

    @override
    def get_cell_context_data(self, instance: Any, parent_context: Any) -> dict[str, Any]:
        return {**super().get_cell_context_data(instance, parent_context), "shown": instance}


def make_table(shown: Iterable[ShownEntry], ordering: str, address: str, caption: str) -> Table:
    """Return the list of entries; ``ordering``: a column's key, with a ``-`` from the last on."""
    folder = "previews/calendar/cells"
    columns = [
        TemplateColumn("campaign", f"{folder}/campaign.html", label=_("Campaign")),
        Column("starts", label=_("Starts"), sort_key="starts"),
        TemplateColumn("ends", f"{folder}/ends.html", label=_("Ends"), sort_key="ends"),
        TemplateColumn("offer", f"{folder}/offer.html", label=_("Offer"), classname="omni-wide"),
        Column("channels", label=_("Channels"), classname="omni-wide"),
        Column("languages", label=_("Languages"), classname="omni-wide"),
    ]
    return Table(
        columns,
        _in_order(shown, ordering),
        base_url=address,
        ordering=ordering,
        classname="listing omni-calendar__list",
        caption=caption,
    )


def _in_order(shown: Iterable[ShownEntry], ordering: str) -> list[ShownEntry]:
    def key(one: ShownEntry) -> tuple[datetime, datetime, str]:
        starts, ends = one.entry.starts, one.entry.ends or NEVER
        first, second = (starts, ends) if ordering.endswith("starts") else (ends, starts)
        return first, second, one.title

    return sorted(shown, key=key, reverse=ordering.startswith("-"))
