"""The OpenAPI document: public, valid in itself, and changed only on purpose.

After a wanted change: ``python -m tests.api.test_openapi`` writes the snapshot anew.
"""

import json
from pathlib import Path

SNAPSHOT = Path(__file__).with_name("openapi.json")


def as_text(document: dict) -> str:
    return json.dumps(document, indent=2, sort_keys=True, ensure_ascii=False) + "\n"


def test_the_document_is_the_reviewed_one(client, db):
    document = client.get("/api/v1/openapi.json").json()
    assert as_text(document) == SNAPSHOT.read_text(), "reviewed? then write the snapshot anew"


def test_it_is_openapi_3_1_and_names_every_route(client, db):
    document = client.get("/api/v1/openapi.json").json()
    assert document["openapi"].startswith("3.1")
    assert sorted(document["paths"]) == [
        "/api/v1/campaigns",
        "/api/v1/campaigns/{campaign}/release",
        "/api/v1/channels",
        "/api/v1/releases/{release_id}",
        "/api/v1/variants/{variant_id}",
        "/api/v1/variants/{variant_id}/payload",
    ]


def test_every_reference_leads_somewhere(client, db):
    document = client.get("/api/v1/openapi.json").json()
    for reference in _references(document):
        target = document
        for step in reference.removeprefix("#/").split("/"):
            target = target[step]


def test_every_operation_names_its_problems_and_its_token(client, db):
    document = client.get("/api/v1/openapi.json").json()
    identifiers = []
    for methods in document["paths"].values():
        assert set(methods) == {"get"}
        operation = methods["get"]
        identifiers.append(operation["operationId"])
        assert operation["security"]
        problem = operation["responses"]["401"]["content"]
        assert set(problem) == {"application/problem+json"}
    assert len(identifiers) == len(set(identifiers))


def _references(value):
    if isinstance(value, dict):
        if "$ref" in value:
            yield value["$ref"]
        for item in value.values():
            yield from _references(item)
    elif isinstance(value, list):
        for item in value:
            yield from _references(item)


def write() -> None:
    from omnicontent.api.v1 import api

    SNAPSHOT.write_text(as_text(json.loads(json.dumps(api.get_openapi_schema()))))


if __name__ == "__main__":
    import django

    django.setup()
    write()
