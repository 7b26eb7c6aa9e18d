"""What the campaign is about, by name; campaigns are compared by the references."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import override

from omnicontent.message.claims import Claim
from omnicontent.message.kinds.kind import Form, Kind
from omnicontent.message.misquotes import find_misquotes
from omnicontent.message.models import Product, Products
from omnicontent.message.normalizing import has_words
from omnicontent.message.texts import Text
from omnicontent.text.links import find_links


class ProductsKind(Kind[Products]):
    """Products by name; carried where each is named, or its reference stands there."""

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
        return all(_named(product, text) for product in fact.items)

    @override
    def misquotes(self, fact: Products, text: str) -> Iterator[tuple[int, int]]:
        for product in fact.items:
            if not has_words(text, product.name):
                yield from find_misquotes(product.name, text)

    @override
    def quotes(self, fact: Products, locale: str) -> Iterator[str]:
        for product in fact.items:
            yield product.name
            yield product.reference


def _named(product: Product, text: Text) -> bool:
    """Tell whether a text names a product; what only an address contains is not read."""
    names = tuple(filter(None, (product.name, product.reference)))
    if any(has_words(text.plain, name) for name in names):
        return True
    return any(find_links(product.name)) and has_words(text.original, product.name)
