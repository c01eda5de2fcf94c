"""Which gain brings a sound to the loudness of a voice, and the sound with that gain."""

from __future__ import annotations

from typing import TYPE_CHECKING

import av
from av.filter import Graph

from app.audio.frames import pcm_from, to_frame
from app.audio.sound import FULL_SCALE, RATE, SECOND, WIDTH, Meter, louder, slices

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from av.audio.frame import AudioFrame

    from app.audio.sound import Pcm

TARGET_DBFS = -16.0
"""The usual loudness of a voice."""
MAX_GAIN_DB = 30.0
"""More would raise little but noise."""
CEILING = 0.891
"""-1 dBFS. No peak is raised beyond it: what comes after, such as a telephone's codec, needs the room."""

_AUDIBLE_DB = 1.0
_NEAR_DB = 0.5
_TRIES = 3


def gain_for(pcm: Pcm, meter: Meter, check: Callable[[], None]) -> float:
    """Return the gain in dB that brings `pcm`, as `meter` found it, to TARGET_DBFS; 0 for one nobody hears.

    Where the limiter takes some of the loudness, the gain makes up for it. `check` is called now and then.
    """
    gain_db = min(TARGET_DBFS - meter.loudness_dbfs, MAX_GAIN_DB)
    if abs(gain_db) < _AUDIBLE_DB:
        return 0.0
    for _ in range(_TRIES):
        if gain_db >= MAX_GAIN_DB or not _is_limited(meter, gain_db):
            break
        limited = Meter()
        for piece in _limited(pcm, gain_db, SECOND):
            check()
            limited.add(piece)
        missing_db = TARGET_DBFS - limited.loudness_dbfs
        if missing_db < _NEAR_DB:
            break
        gain_db = min(gain_db + missing_db, MAX_GAIN_DB)
    return gain_db


def with_gain(pcm: Pcm, meter: Meter, gain_db: float, size: int) -> Iterator[Pcm]:
    """Give `pcm` with that gain, as long as it is and nowhere clipped, in pieces of `size` bytes."""
    if gain_db == 0.0:
        return slices(pcm, size)
    if _is_limited(meter, gain_db):
        return _limited(pcm, gain_db, size)
    return (louder(piece, gain_db) for piece in slices(pcm, size))


def _is_limited(meter: Meter, gain_db: float) -> bool:
    return gain_db > 0 and meter.peak * 10 ** (gain_db / 20) > CEILING * FULL_SCALE


def _limited(pcm: Pcm, gain_db: float, size: int) -> Iterator[Pcm]:
    graph = Graph()
    graph.link_nodes(
        graph.add_abuffer(sample_rate=RATE, format="s16", layout="mono"),
        graph.add("volume", volume=f"{gain_db}dB", precision="double"),
        # `level` would raise it again to full scale; `latency` takes the limiter's look-ahead back out.
        graph.add("alimiter", limit=str(CEILING), level="disabled", latency="1"),
        graph.add("aformat", sample_fmts="s16"),
        graph.add("abuffersink"),
    ).configure()
    graph.set_audio_frame_size(size // WIDTH)
    sample = 0
    for piece in slices(pcm, size):
        graph.push(to_frame(piece, sample))
        sample += len(piece) // WIDTH
        yield from map(pcm_from, _ready(graph))
    graph.push(None)
    yield from map(pcm_from, _ready(graph))


def _ready(graph: Graph) -> Iterator[AudioFrame]:
    while True:
        try:
            frame = graph.pull()
        except (av.BlockingIOError, av.EOFError):  # it wants more, or has no more
            return
        yield frame  # type: ignore[misc] # an audio graph gives audio
