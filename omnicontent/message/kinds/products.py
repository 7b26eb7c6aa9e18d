"""What the campaign is about, by name; campaigns are compared by the references."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import override

from omnicontent.message.claims import Claim
from omnicontent.message.kinds.kind import Form, Kind
from omnicontent.message.models import Products
from omnicontent.message.normalizing import has_words
from omnicontent.message.texts import Text


class ProductsKind(Kind[Products]):
    """Products by name; carried where each is named."""

    name = "products"
    model = Products
    label = "the products"

    @override
    def say(self, fact: Products, locale: str, form: Form) -> str:
        return ", ".join(product.name for product in fact.items)

    @override
    def carried(
        self, fact: Products, text: Text, claims: Sequence[Claim], at: datetime | None
    ) -> bool:
        return all(has_words(text.original, product.name) for product in fact.items)

    @override
    def quotes(self, fact: Products, locale: str) -> Iterator[str]:
        for product in fact.items:
            yield product.name
            yield product.reference
