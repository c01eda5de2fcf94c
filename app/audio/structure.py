"""What a file's own structure says of it, where FFmpeg guesses or does not tell."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from av.audio.stream import AudioStream
    from av.container import InputContainer

    from app.audio.source import Source

_STATED = {"aiff", "au", "flac", "ogg"}
"""Their headers state the length, or every page its place."""
_OPEN_END = 0x7FFF_F000
"""A WAV written into a pipe says so, or more."""
_OGG_PAGE = 65_307
"""The largest."""
_ASF_HEAD = 16_384
_ASF_PROPERTIES = bytes.fromhex("a1dcab8c47a9cf118ee400c00c205365")
"""The File Properties Object of the Advanced Systems Format."""
_ASF_ENCRYPTED = (
    bytes.fromhex("fbb3112223bdd211b4b700a0c955fc6e"),
    bytes.fromhex("14e68a292226174cb935dae07ee9289c"),
)
"""Its Content Encryption Object, and the extended one."""
_ENCRYPTED_TAGS = {"drms", "enca"}
_FIRST_FRAME = 4096
"""Where it is looked for: it may stand after some padding."""
_FRAME_COUNT = re.compile(
    rb"\xff[\xe0-\xff].{11,34}(?:(?:Xing|Info)...[\x01\x03\x05\x07\x09\x0b\x0d\x0f](?P<xing>....)"
    rb"|VBRI.{10}(?P<vbri>....))",
    re.DOTALL,
)
"""The first frame of an MP3, where it holds the number of all frames instead of sound."""


def declared_s(source: Source, container: InputContainer, stream: AudioStream) -> float | None:
    """Return how long the file says it lasts; None where that is not stated."""
    match container.format.name.partition(",")[0]:
        case "wav":
            return _wav_s(source, stream)
        case "mp3":
            return _mp3_s(source, stream)
        case "asf":
            return _asf_s(source)
        case "mov":
            return _stream_s(stream)
        case "matroska" | "flv":  # a stream has a length only where it was estimated
            return _container_s(container, from_start=True) if stream.duration is None else None
        case name if name in _STATED:
            return _container_s(container)
    return None


def is_cut(source: Source, container: InputContainer) -> bool:
    """Return whether the file ends within a part of it, though it does not state its whole length."""
    match container.format.name.partition(",")[0]:
        case "ogg":
            return _is_ogg_cut(source)
        case "mov":
            return _is_mov_cut(source)
    return False


def is_protected(source: Source, container: InputContainer, stream: AudioStream) -> bool:
    """Return whether the sound is encrypted. Otherwise it is like any other: decoded, it would be noise."""
    if container.format.name == "asf":
        head = source.read_at(0, _ASF_HEAD)
        return any(mark in head for mark in _ASF_ENCRYPTED)
    try:
        return stream.codec_tag in _ENCRYPTED_TAGS
    except UnicodeDecodeError:  # PyAV takes it for text, damaged as it is
        return False


def _container_s(container: InputContainer, *, from_start: bool = False) -> float | None:
    if container.duration is None:
        return None
    start = max(container.start_time or 0, 0) if from_start else 0
    return (container.duration - start) / 1_000_000


def _stream_s(stream: AudioStream) -> float | None:
    if stream.duration is None:
        return None
    return stream.duration * float(stream.time_base or 0)


def _wav_s(source: Source, stream: AudioStream) -> float | None:
    """FFmpeg goes by what is left of a WAV that breaks off."""
    if not stream.codec_context.name.startswith("pcm_") or source.read_at(0, 4) != b"RIFF":
        return None
    bytes_a_second = 0
    for name, at, size in _chunks(source, 12):
        if name == b"fmt ":
            bytes_a_second = int.from_bytes(source.read_at(at + 8, 4), "little")
        elif name == b"data":
            return size / bytes_a_second if bytes_a_second and 0 < size < _OPEN_END else None
    return None


def _chunks(source: Source, at: int) -> Iterator[tuple[bytes, int, int]]:
    while len(head := source.read_at(at, 8)) == 8:
        size = int.from_bytes(head[4:], "little")
        yield head[:4], at + 8, size
        at += 8 + size + size % 2


def _mp3_s(source: Source, stream: AudioStream) -> float | None:
    """Without these marks FFmpeg goes by the rate of the first frames, which says little of the others."""
    head = source.read_at(_after_id3(source), _FIRST_FRAME)
    found = _FRAME_COUNT.search(head)
    if found is None or not stream.rate:
        return None
    frames = int.from_bytes(found["xing"] or found["vbri"], "big")
    return frames * (1152 if stream.rate >= 32_000 else 576) / stream.rate


def _asf_s(source: Source) -> float | None:
    """FFmpeg estimates the length of an ASF that is not as large as it says."""
    head = source.read_at(0, _ASF_HEAD)
    at = head.find(_ASF_PROPERTIES)
    properties = head[at : at + 92]
    if at < 0 or len(properties) < 92 or properties[88] & 1:  # it was sent while it was recorded
        return None
    in_100_ns, preroll_ms = (int.from_bytes(properties[i : i + 8], "little") for i in (64, 80))
    return in_100_ns / 10_000_000 - preroll_ms / 1000


def _after_id3(source: Source) -> int:
    at = 0
    while (head := source.read_at(at, 10)).startswith(b"ID3") and len(head) == 10:
        size = 0
        for byte in head[6:]:
            size = size << 7 | byte & 0x7F
        at += 10 + size + (10 if head[5] & 0x10 else 0)
    return at


def _is_ogg_cut(source: Source) -> bool:
    tail = source.read_at(max(0, source.size - 2 * _OGG_PAGE), 2 * _OGG_PAGE)
    at = tail.rfind(b"OggS\0")
    if at < 0:
        return False  # much else follows the last page
    segments = tail[at + 27 : at + 27 + tail[at + 26]] if len(tail) > at + 26 else b""
    return not segments or at + 27 + len(segments) + sum(segments) > len(tail)


def _is_mov_cut(source: Source) -> bool:
    """Only one in fragments, which state no length together."""
    at = 0
    has_fragments = False
    while at < source.size:
        head = source.read_at(at, 16)
        size = int.from_bytes(head[8:] if head[:4] == b"\0\0\0\1" else head[:4], "big")
        if size < 8 or not head[4:8].isalnum():
            return False  # it lasts to the end, or something else follows
        has_fragments = has_fragments or head[4:8] == b"moof"
        at += size
    return has_fragments and at > source.size
