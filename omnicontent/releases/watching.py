"""Looking at films: once a file, before the first release that shows it is built.

What was seen decides every window of the film, so the texts of a release wait for it. A film that
can't be looked at is no reason to hold a campaign back: its middle is shown.
"""

import logging
from pathlib import Path
from tempfile import TemporaryDirectory

from django.db.models import QuerySet

from omnicontent.channels.films import automatic_cover
from omnicontent.channels.story import Film, Story, Video
from omnicontent.media.films.sandbox import WORKING_PREFIX
from omnicontent.media.seen import FilmSeen, SeenShot
from omnicontent.releases.leases import holding
from omnicontent.releases.models import Release, Variant, Work
from omnicontent.releases.outbox import close_work, ensure_work
from omnicontent.releases.storing import fetch_file
from omnicontent.stories.models import MasterMedia

logger = logging.getLogger(__name__)


def unseen_films(release: Release) -> set[str]:
    """Return the digests of the films that a release tells and nobody has looked at yet."""
    stories = [Story.model_validate(pin.story) for pin in release.stories.all()]
    told = {film.digest for story in stories for film in story.films if not film.shots}
    unseen = MasterMedia.objects.filter(sha256__in=told, seen__isnull=True)
    return set(unseen.values_list("sha256", flat=True))


def ask_to_watch(digest: str) -> None:
    """Ask for a look at the film with this digest."""
    ensure_work(kind="watch", subject=digest)


def watch(work: Work) -> None:
    """Look at a film and write down what was seen, for every row that holds this file."""
    master = _unseen(work).first()
    seen = _look(master) if master is not None else None
    with holding(work) as current:
        if seen is not None:
            _write_down(current, seen)
        close_work(current)
        _go_on()


def give_up_watching(work: Work) -> None:
    """Take a film that can't be looked at as one shot in which nothing stands out."""
    master = _unseen(work).first()
    if master is not None:
        logger.warning("%s can't be looked at, so its middle is shown: %s", master, work.error)
        shot = SeenShot(start=0, end=master.duration)
        _write_down(work, FilmSeen(shots=(shot,), cover_seconds=min(1.0, master.duration / 2)))
    _go_on()


def complete_stories(release: Release) -> dict[str, Story]:
    """Return a release's pinned stories by language, with what was seen of their films.

    That is written into the pins: the release is not built yet.
    """
    stories = {}
    for pin in release.stories.all():
        story = Story.model_validate(pin.story)
        complete = stories[pin.locale] = with_seen(story)
        if complete != story:
            pin.story, pin.digest = complete.model_dump(mode="json"), complete.digest()
            pin.save(update_fields=["story", "digest"])
    return stories


def with_seen(story: Story) -> Story:
    """Return the story with what was seen of its films since it was pinned."""
    digests = {film.digest for film in story.films if not film.shots}
    rows = MasterMedia.objects.filter(sha256__in=digests, seen__isnull=False)
    seen = {row.sha256: FilmSeen.model_validate(row.seen) for row in rows}
    body = tuple(
        block.model_copy(update={"video": _filled(block.video, seen)})
        if isinstance(block, Film)
        else block
        for block in story.body
    )
    hero = story.hero_video and _filled(story.hero_video, seen)
    return story.model_copy(update={"body": body, "hero_video": hero}) if seen else story


def _filled(film: Video, seen: dict[str, FilmSeen]) -> Video:
    found = seen.get(film.digest)
    if found is None or film.shots:
        return film
    cover = film.cover_seconds
    if cover is None:
        cover = automatic_cover(found.cover_seconds, film.cut)
    return film.model_copy(update={"shots": found.shots, "cover_seconds": cover})


def _unseen(work: Work) -> QuerySet[MasterMedia]:
    rows: QuerySet[MasterMedia] = MasterMedia.objects.filter(sha256=work.subject)
    return rows.filter(seen__isnull=True)


def _look(master: MasterMedia) -> FilmSeen:
    from omnicontent.media.reframe.watching import watch_film  # loads OpenCV, which few need

    with TemporaryDirectory(prefix=WORKING_PREFIX) as name:
        return watch_film(fetch_file(str(master.file.name), master.sha256, Path(name)))


def _write_down(work: Work, seen: FilmSeen) -> None:
    _unseen(work).update(seen=seen.model_dump(mode="json"))


def _go_on() -> None:
    """Have the texts built of releases that waited for a look."""
    waiting = Release.objects.filter(
        state=Release.State.BUILDING, variants__state=Variant.State.WAITING
    )
    for pk in waiting.order_by("pk").values_list("pk", flat=True).distinct():
        ensure_work(kind="texts", subject=str(pk))
