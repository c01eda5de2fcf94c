"""What a file is, by its content."""

from __future__ import annotations

from typing import TYPE_CHECKING

from av.stream import Disposition

from app.domain.audio import AudioFormat

if TYPE_CHECKING:
    from av.audio.stream import AudioStream
    from av.container import InputContainer
    from av.stream import Stream

    from app.audio.source import Source

_KNOWN_STARTS = (b"ID3", b"fLaC", b"OggS", b"\x1aE\xdf\xa3", b"0&\xb2u", b"#!AMR", b"caff")
_KNOWN_FORMS = {b"WAVE", b"AVI ", b"AIFF", b"AIFC"}


def looks_like_sound(source: Source) -> bool:
    """Return whether a file that cannot be opened begins as one with sound does."""
    start = source.read_at(0, 12)
    return start.startswith(_KNOWN_STARTS) or start[8:] in _KNOWN_FORMS or start[4:8] == b"ftyp"


def kind_of(source: Source, container: InputContainer, stream: AudioStream) -> str:
    """Return what people call such a file."""
    codec = stream.codec_context.codec.canonical_name
    has_video = any(other.type == "video" for other in others(container, stream))
    match container.format.name.partition(",")[0]:
        case "ogg":
            return f"Ogg {codec.title()}"
        case "mov":
            return "MP4" if has_video or codec not in {"aac", "alac"} else "M4A"
        case "matroska":
            return "WebM" if b"webm" in source.read_at(0, 64) else "Matroska"
        case "asf":
            return "WMV" if has_video else "WMA"
        case name:
            return name.upper()


def format_of(container: InputContainer, stream: AudioStream) -> AudioFormat | None:
    """Return as which the file could be sent as it is, if at all."""
    if others(container, stream):
        return None
    match container.format.name.partition(",")[0], stream.codec_context.codec.canonical_name:
        case "mp3", "mp3":
            return AudioFormat.MP3
        case "ogg", "vorbis" | "opus":
            return AudioFormat.OGG
        case "wav", "pcm_s16le" | "pcm_u8":
            return AudioFormat.WAV
        case "mov", "aac":
            return AudioFormat.M4A
    return None


def others(container: InputContainer, stream: AudioStream) -> list[Stream]:
    """Return what else the file has to see or to hear."""
    return [
        other
        for other in container.streams
        if other.type in {"video", "audio"} and other.index != stream.index and not _is_picture(other)
    ]


def _is_picture(stream: Stream) -> bool:
    """Whether it is the cover that some sound files have."""
    return bool(stream.disposition & Disposition.attached_pic)
