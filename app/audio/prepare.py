"""A sound file made ready for a call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.audio.decoding import decode
from app.audio.encoding import best_of, encode
from app.audio.levelling import gain_for, with_gain
from app.audio.progress import Progress
from app.audio.sound import (
    FULL_SCALE,
    SECOND,
    SILENT_DBFS,
    WIDTH,
    duration_s,
    peak,
    sounding,
)
from app.audio.source import Source
from app.domain.audio import LARGEST, AudioRefused, PreparedAudio
from app.domain.reason import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from app.audio.sound import Meter, Pcm
    from app.domain.audio import AudioFormat, AudioWishes

BUCKETS = 600
"""Parts of the shape that is drawn."""

_KEPT = SECOND // 5
"""Of the silence at an end, 200 ms."""
_LEAST_CUT = SECOND // 10
"""Less is not worth a new encoding, and a sound that was prepared before is left as it is."""
_SILENCE_DBFS = -45.0
_SILENCE_DB = -35.0
"""What is that much below the loudness, and below _SILENCE_DBFS, is silence."""

_DECODED = 0.35
"""Of the whole work, for long files."""

_TOO_LARGE = QT_TRANSLATE_NOOP(
    "Detail", "{name} would be {size} MB when sent, and {largest} MB is the most. Choose a shorter one."
)


def prepare(
    path: str,
    wishes: AudioWishes,
    formats: frozenset[AudioFormat],
    *,
    progress: Callable[[float], None] = lambda _: None,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> PreparedAudio:
    """Return the sound of that file, ready to be sent in one of `formats`, of which there is at least one.

    It blocks, for seconds where the sound is long: call it in a thread of its own, where `progress` is
    called as well, with 0 to 1 in rising order; `is_cancelled` is looked at all the time and stays true.
    Raises AudioRefused for what cannot be played as it should be, and Cancelled.
    """
    steps = Progress(progress, is_cancelled)
    steps.check()
    with Source(path, is_cancelled) as source:
        try:
            prepared = _prepared(path, source, wishes, formats, steps)
        except AudioRefused:
            steps.check()  # neither a file that ended because of that,
            source.check()  # nor one that is still being written, is broken
            raise
        source.check()
    steps.part(0.0, 1.0)(1.0)
    return prepared


def _prepared(
    path: str, source: Source, wishes: AudioWishes, formats: frozenset[AudioFormat], steps: Progress
) -> PreparedAudio:
    decoded = decode(source, steps.part(0.0, _DECODED))
    loudness = decoded.meter.loudness_dbfs
    is_silent = loudness <= SILENT_DBFS
    pcm = memoryview(decoded.pcm)
    if wishes.trim and not is_silent:
        pcm = _trimmed(pcm, loudness)
    gain_db = gain_for(pcm, decoded.meter, steps.check) if wishes.level and not is_silent else 0.0
    shape = bytearray()
    format_ = best_of(formats)
    data = encode(_drawn(decoded.meter, pcm, gain_db, shape, steps.part(_DECODED, 0.99)), format_)
    is_untouched = (
        gain_db == 0.0
        and len(pcm) == len(decoded.pcm)
        and decoded.format in formats
        and source.size <= len(data)
    )
    if decoded.format is not None and is_untouched:
        format_, data = decoded.format, source.read_all()
    if len(data) > LARGEST:
        raise source.refused(_TOO_LARGE, size=len(data) // 1_000_000 + 1, largest=LARGEST // 1_000_000)
    return PreparedAudio(
        path=path,
        data=data,
        format=format_,
        duration_s=duration_s(pcm),
        original_kind=decoded.kind,
        original_size=source.size,
        original_duration_s=duration_s(decoded.pcm),
        original_sha256=source.sha256(steps.check),
        gain_db=gain_db,
        cut_s=duration_s(decoded.pcm) - duration_s(pcm),
        is_untouched=is_untouched,
        is_silent=is_silent,
        peaks=bytes(shape),
    )


def _trimmed(pcm: memoryview, loudness: float) -> memoryview:
    """Return it with no more than 200 ms of silence at either end."""
    first, last = sounding(pcm, min(_SILENCE_DBFS, loudness + _SILENCE_DB))
    start, end = max(first - _KEPT, 0), min(last + _KEPT, len(pcm))
    return pcm[start if start >= _LEAST_CUT else 0 : end if len(pcm) - end >= _LEAST_CUT else len(pcm)]


def _drawn(
    meter: Meter, pcm: memoryview, gain_db: float, shape: bytearray, progress: Callable[[float], None]
) -> Iterator[Pcm]:
    """Give `pcm` with that gain in pieces; put the highest level of each, 0 to 255, into `shape`."""
    samples = len(pcm) // WIDTH
    size = WIDTH * -(-samples // BUCKETS)
    for piece in with_gain(pcm, meter, gain_db, size):
        shape.append(min(peak(piece) * 256 // FULL_SCALE, 255))
        progress(len(shape) / BUCKETS)
        yield piece
