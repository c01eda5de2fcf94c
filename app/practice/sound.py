"""How long the sound of an audio call plays, found by decoding all of it.

Import it on first use, in the thread that decodes: it loads FFmpeg's libraries.
"""

from __future__ import annotations

import io

import av

_READERS = "mp3,ogg,wav,mov,mp4,m4a,3gp,3g2,mj2"
"""What FFmpeg calls its readers of mp3, ogg, wav and m4a. It tries no other: a playlist names files and
addresses, which its reader would open."""


class NotPlayable(Exception):
    """The bytes are not a sound that a call can play. The message goes on after "the file"."""


def duration_of(media: bytes) -> float:
    """Return how many seconds `media`, an mp3, ogg, wav or m4a file, plays. Raises NotPlayable.

    What a file that was cut off still holds counts, if it can be decoded.
    """
    try:
        with av.open(
            io.BytesIO(media),
            mode="r",
            container_options={"format_whitelist": _READERS},
            metadata_errors="replace",
        ) as container:
            if not container.streams.audio:
                raise NotPlayable("holds no sound")
            duration_s = sum(frame.samples / frame.sample_rate for frame in container.decode(audio=0))
    except av.FFmpegError as error:
        raise NotPlayable("cannot be decoded as mp3, ogg, wav or m4a") from error
    if not duration_s:
        raise NotPlayable("holds no sound")
    return duration_s
