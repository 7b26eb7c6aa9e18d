"""What every fact is, whichever kind: a frozen typed value."""

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, HttpUrl, WithJsonSchema

FactKind = str
"""The name of a kind, such as ``offer``: in specs, issues and JSON. Kinds are plug-ins."""


def _clean_url(value: str) -> str:
    return str(HttpUrl(value))


Url = Annotated[
    str, AfterValidator(_clean_url), WithJsonSchema({"type": "string", "format": "uri"})
]
"""A web address as plain text, in the one spelling that pydantic gives it."""


class Fact(BaseModel):
    """A typed piece of the message. Its kind says how it is told and found again."""

    model_config = ConfigDict(frozen=True, extra="forbid")
