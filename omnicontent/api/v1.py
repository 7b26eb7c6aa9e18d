"""The API, version 1: an OpenAPI 3.1 document made from the routes.

django-ninja is what Wagtail 8 builds its own API with, so it costs no further dependency.
"""

from typing import Any, override

from django.conf import settings
from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema

from omnicontent.api.auth import PublisherToken
from omnicontent.api.problems import ADVICE, PROBLEM_JSON, Problem, register_problems
from omnicontent.api.routes import router

DESCRIPTION = (
    "What is live on every channel, byte for byte. Ask for a campaign's release, take the "
    "variants of your channels and their files, compare digests, publish. All errors are "
    "RFC 9457 problem documents."
)


class PublisherAPI(NinjaAPI):
    """NinjaAPI that names all other answers in its document."""

    @override
    def get_openapi_schema(self, **kwargs: Any) -> OpenAPISchema:
        """Return the document; HEAD is left out, for it is GET without the body."""
        document = super().get_openapi_schema(**kwargs)
        schema = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
        document["components"]["schemas"] |= schema.pop("$defs") | {"Problem": schema}
        for path, methods in document["paths"].items():
            methods.pop("head", None)
            for operation in methods.values():
                operation["responses"] |= _other_answers(path, operation)
        return document


def _other_answers(path: str, operation: dict[str, Any]) -> dict[int, Any]:
    statuses = [401]
    if "{" in path:
        statuses.append(404)
    if "/releases/" in path or "/variants/" in path:
        statuses.append(410)
    if operation["parameters"]:
        statuses.append(422)
    unchanged = {304: {"description": "The document with the ETag in If-None-Match is current."}}
    problem = {"$ref": "#/components/schemas/Problem"}
    content = {PROBLEM_JSON: {"schema": problem}}
    return unchanged | {
        status: {"description": ADVICE[status], "content": content} for status in statuses
    }


api = PublisherAPI(
    title="OmniContent",
    version="1",
    description=DESCRIPTION,
    auth=PublisherToken(),
    openapi_url="/openapi.json",
    docs_url="/docs" if settings.DEBUG else None,
    urls_namespace="api-v1",
)
register_problems(api)
api.add_router("", router)
