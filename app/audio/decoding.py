"""The sound in a file, whatever its format, as a voice call carries it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast

import av
from av.audio.resampler import AudioResampler

from app.audio import structure
from app.audio.frames import pcm_from
from app.audio.recognition import format_of, kind_of, looks_like_sound, others
from app.audio.sound import RATE, SECOND, TENTH, Meter, duration_s
from app.domain.audio import LONGEST_S, length_words
from app.domain.reason import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from av.audio.frame import AudioFrame
    from av.audio.stream import AudioStream
    from av.container import InputContainer
    from av.packet import Packet
    from av.stream import Stream

    from app.audio.source import Source
    from app.domain.audio import AudioFormat

_CONTAINERS = (
    "aac,ac3,aiff,amr,amrnb,amrwb,ape,asf,au,avi,caf,dsf,dts,eac3,flac,flv,loas,matroska,mov,mp3,mpc,"
    "mpc8,mpeg,mpegts,ogg,rm,tak,truehd,tta,voc,w64,wav,wtv,wv"
)
"""What may hold sound. The rest of FFmpeg is not reached: pictures, texts, lists that name other files."""

_ANY_TAGS: dict[str, Any] = (
    {"metadata_errors": "replace"} if int(av.__version__.partition(".")[0]) < 19 else {}
)
"""From its version 19 on, which needs Python 3.12, PyAV reads tags in whatever encoding by itself."""

_TOLERANCE_S = 0.25
_TOLERANCE_SAMPLES = 4096
"""Nobody misses so little. Encoders round up by some frames, and players skip a broken first or last one."""
_RATES = range(1_000, 1_000_001)
"""What no sound has, damage says; FFmpeg would take seconds to prepare for it."""

_NOT_SOUND = QT_TRANSLATE_NOOP(
    "Detail", "{name} is not a sound file. Choose one, such as an MP3, M4A or WAV."
)
_NO_SOUND = QT_TRANSLATE_NOOP("Detail", "{name} has pictures but no sound. Choose a file with sound.")
_PROTECTED = QT_TRANSLATE_NOOP(
    "Detail", "{name} is protected against copying and cannot be played in a call. Choose one that is not."
)
_NOT_DECODED = QT_TRANSLATE_NOOP(
    "Detail", "The sound in {name} cannot be decoded. Save it as MP3 or WAV, and choose that."
)
_NOTHING_LEFT = QT_TRANSLATE_NOOP(
    "Detail", "{name} is damaged: nothing of it can be played. Choose a copy that is whole."
)
_BREAKS_OFF = QT_TRANSLATE_NOOP(
    "Detail", "{name} breaks off at {played} of {length}. Choose a copy that is whole."
)
_CUT = QT_TRANSLATE_NOOP(
    "Detail", "{name} breaks off at {played}, in the middle of a part. Choose a copy that is whole."
)
_DAMAGED = QT_TRANSLATE_NOOP(
    "Detail", "{name} is damaged: only {played} of {length} can be played. Choose a copy that is whole."
)
_LASTS_TOO_LONG = QT_TRANSLATE_NOOP(
    "Detail", "{name} lasts {length}. No more than {longest} can be played in a call: shorten it."
)
_TOO_LONG = QT_TRANSLATE_NOOP(
    "Detail", "{name} lasts more than {longest}, the longest for a call: shorten it."
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """The sound of a file: mono samples of 16 bits, `sound.RATE` a second."""

    pcm: bytearray = field(repr=False)
    meter: Meter
    kind: str
    """What the file is, in words such as "MP3"."""
    format: AudioFormat | None
    """As which it could be sent as it is, if at all."""


def decode(source: Source, progress: Callable[[float], None]) -> Decoded:
    """Return the sound of the file. Raises AudioRefused, and whatever `progress` raises.

    FFmpeg is given the open file and no way to another, whatever this one names. Where a file holds
    several sounds, it is the one that players take.
    """
    try:
        container = av.open(
            source,
            "r",
            container_options={"format_whitelist": _CONTAINERS, "protocol_whitelist": "none"},
            **_ANY_TAGS,
        )
    except (av.FFmpegError, OSError) as error:
        raise source.refused(_NOTHING_LEFT if looks_like_sound(source) else _NOT_SOUND) from error
    with container:
        stream = _stream_of(source, container)
        declared_s = structure.declared_s(source, container, stream)
        if declared_s is not None and declared_s > LONGEST_S + 1:
            raise source.refused(
                _LASTS_TOO_LONG, length=length_words(declared_s), longest=length_words(LONGEST_S)
            )
        listener = _Listener(source, stream)
        listener.take(container, progress)
        progress(1.0)
        _check_whole(source, container, listener, declared_s)
        return Decoded(
            listener.pcm, listener.meter, kind_of(source, container, stream), format_of(container, stream)
        )


class _Listener:
    """Takes in the sound of one stream, whatever comes in between."""

    def __init__(self, source: Source, stream: AudioStream) -> None:
        self.pcm = bytearray()
        self.meter = Meter()
        self.stream = stream
        self.lost_s = 0.0
        """Of packets that could not be decoded."""
        self._measured = 0
        self._ends: dict[int, int] = {}
        self._source = source
        self._resampler: AudioResampler | None = None
        self._sound: tuple[str, str, int] | None = None

    @property
    def ends_s(self) -> float:
        """Where the last packet ends, of whatever stream."""
        streams = self.stream.container.streams
        return max((end * float(streams[at].time_base or 0) for at, end in self._ends.items()), default=0.0)

    def take(self, container: InputContainer, progress: Callable[[float], None]) -> None:
        """Decode to the end, or to the end of what can be read. Raises AudioRefused for too long a sound."""
        for packet in _packets(container, self.stream):
            progress((packet.pos or 0) / self._source.size)
            index = packet.stream_index
            end = (packet.pts or 0) + (packet.duration or 0)
            self._ends[index] = max(end, self._ends.get(index, 0))
            if index == self.stream.index:
                self._decode(packet)
                self._measure(len(self.pcm) - TENTH)
            if len(self.pcm) > (LONGEST_S + 1) * SECOND:
                raise self._source.refused(_TOO_LONG, longest=length_words(LONGEST_S))
        self._flush()
        self._measure(len(self.pcm) - 1)

    def _measure(self, last: int) -> None:
        """Measure the tenths that begin by `last`: at once, as decoding lets other threads run in between."""
        while self._measured <= last:
            self.meter.add(self.pcm[self._measured : self._measured + TENTH])
            self._measured += TENTH

    def _decode(self, packet: Packet[Stream]) -> None:
        try:
            for frame in self.stream.decode(packet):
                self._add(frame)
        except (
            av.FFmpegError,
            ValueError,
        ):  # as players do, go on with the next; the latter of a codec unknown
            self.lost_s += (packet.duration or 0) * float(packet.time_base)

    def _add(self, frame: AudioFrame) -> None:
        if frame.sample_rate not in _RATES:
            return
        sound = (frame.format.name, frame.layout.name, frame.sample_rate)
        if self._resampler is None or sound != self._sound:
            self._flush()
            self._resampler = AudioResampler(format="s16", layout="mono", rate=RATE)
            self._sound = sound
        try:
            frames = self._resampler.resample(frame)
        except (av.FFmpegError, ValueError):
            self._resampler = None  # flushed, one that could not be set up would end the program
            raise
        self._keep(frames)

    def _flush(self) -> None:
        if self._resampler is not None:
            self._keep(self._resampler.resample(None))
            self._resampler = None

    def _keep(self, frames: list[AudioFrame]) -> None:
        for frame in frames:
            self.pcm += pcm_from(frame)


def _packets(container: InputContainer, stream: AudioStream) -> Iterator[Packet[Stream]]:
    """Give all packets up to one that cannot be read; those of other streams only tell how far it is."""
    try:
        yield from container.demux(list(container.streams) if others(container, stream) else [stream])
    except (av.FFmpegError, IndexError):  # the latter for a stream that was not there when it was opened
        return


def _stream_of(source: Source, container: InputContainer) -> AudioStream:
    stream = cast("AudioStream | None", container.streams.best("audio"))
    if stream is None:
        raise source.refused(_NO_SOUND if container.streams.video else _NOT_SOUND)
    if stream.codec_context is None:
        raise source.refused(_NOT_DECODED)
    if structure.is_protected(source, container, stream):
        raise source.refused(_PROTECTED)
    return stream


def _check_whole(
    source: Source, container: InputContainer, heard: _Listener, declared_s: float | None
) -> None:
    """Raise AudioRefused where a part is missing that somebody would miss."""
    played_s = duration_s(heard.pcm)
    if not heard.pcm:
        raise source.refused(_NOT_DECODED if heard.ends_s else _NOTHING_LEFT)
    if others(container, heard.stream):  # they may last longer than the sound
        played_s = max(played_s, heard.ends_s)
    missing_s = max(heard.lost_s, (declared_s or 0.0) - played_s)
    tolerance_s = max(_TOLERANCE_S, _TOLERANCE_SAMPLES / (heard.stream.rate or RATE))
    if missing_s > tolerance_s:
        length_s = declared_s or played_s + missing_s
        raise source.refused(
            _BREAKS_OFF if length_s - heard.ends_s > tolerance_s else _DAMAGED,
            played=length_words(int(min(length_s - missing_s, length_s - 1))),
            length=length_words(length_s),
        )
    if structure.is_cut(source, container):
        raise source.refused(_CUT, played=length_words(int(played_s)))
