"""Why work failed is kept as data, so that whoever reads it later reads their own language."""

import pytest
from django.utils import translation

from omnicontent.media.errors import MediaTooLargeError
from omnicontent.phrases import phrase as _
from omnicontent.phrases import words_of
from omnicontent.releases.models import Work
from omnicontent.stories.wording import in_words

pytestmark = pytest.mark.django_db
TOO_LONG = MediaTooLargeError(_("The film is longer than 30 minutes. Cut it."))


def kept(words) -> Work:
    work = Work(kind="video", subject="film", queue="media")
    work.cause = words
    work.save()
    return Work.objects.get()


def test_a_cause_is_english_in_the_table_and_french_to_a_french_reader():
    work = kept(words_of(TOO_LONG))
    assert work.error == "The film is longer than 30 minutes. Cut it."
    with translation.override("fr"):
        assert in_words(work.cause) == "La vidéo dure plus de 30 minutes. Coupez-la."


def test_a_cause_of_somebody_elses_stays_as_it_is():
    assert kept(words_of(OSError("disk full"))).cause == "disk full"


def test_what_was_mended_has_no_cause():
    work = kept(words_of(TOO_LONG))
    work.error = ""
    assert work.cause == ""
