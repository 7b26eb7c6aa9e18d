"""What a server of the fediverse says of itself: limits that each of them sets anew.

What ``GET /api/v2/instance`` answers, which other software than Mastodon's answers, too:
https://docs.joinmastodon.org/entities/Instance/. Where it says nothing, Mastodon 4.7's defaults
hold.
"""

from pydantic import BaseModel, PositiveInt, ValidationError

from omnicontent.channels.errors import PlatformFileError
from omnicontent.channels.settings import MEND, platform_file, read_platform
from omnicontent.text.fediverse import URL_LENGTH


class Statuses(BaseModel):
    """What a server says about posts."""

    max_characters: PositiveInt = 500
    max_media_attachments: PositiveInt = 4
    characters_reserved_per_url: PositiveInt = URL_LENGTH


class MediaAttachments(BaseModel):
    """What a server says about files; older ones than 4.6 name no ``description_limit``."""

    description_limit: PositiveInt = 1_500
    image_size_limit: PositiveInt = 16_777_216
    image_matrix_limit: PositiveInt = 33_177_600
    video_size_limit: PositiveInt = 103_809_024
    video_matrix_limit: PositiveInt = 8_294_400
    video_frame_rate_limit: PositiveInt = 120


class Configuration(BaseModel):
    """What a server sets anew."""

    statuses: Statuses = Statuses()
    media_attachments: MediaAttachments = MediaAttachments(description_limit=10_000)


class Server(BaseModel):
    """A server's answer; without a configuration it is the answer to something else."""

    domain: str = ""
    configuration: Configuration


def read_server(platform: str) -> Server:
    """Return what the platform's file says of the server, defaults where there is none.

    :raises PlatformFileError: the file can't be read, or says what no server can.
    """
    answer, file = read_platform(platform), platform_file(platform)
    if not answer and not file.exists():
        return Server(configuration=Configuration())
    try:
        return Server.model_validate(answer)
    except ValidationError as error:
        faults = "; ".join(
            f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in error.errors()
        )
        raise PlatformFileError(f"{file} is no answer of a server ({faults}). {MEND}") from error
