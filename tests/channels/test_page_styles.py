"""The hash in a page's policy is that of the sheet in the page."""

import base64
import hashlib

import pytest
from django.template import engines
from django.test import override_settings

from omnicontent.channels.page_styles import inline_style


@pytest.fixture(autouse=True)
def templates():
    loader = ("django.template.loaders.locmem.Loader", {"page.css": "a { color: {{ ink }}; }"})
    backend = "django.template.backends.django.DjangoTemplates"
    with override_settings(TEMPLATES=[{"BACKEND": backend, "OPTIONS": {"loaders": [loader]}}]):
        yield
    engines.__dict__.pop("templates", None)


@pytest.mark.parametrize("ink", ["red", "blue"])
def test_the_hash_is_that_of_the_sheet_as_it_stands(ink):
    said = inline_style("page.css", {"ink": ink}, "en")
    assert said["style"] == f"a {{ color: {ink}; }}"
    method, _, digest = said["style_hash"].partition("-")
    assert base64.b64decode(digest) == hashlib.new(method, said["style"].encode()).digest()
