"""The parts that work without a window."""

from __future__ import annotations

import asyncio
import math
import struct
import sys
import zoneinfo
from typing import TYPE_CHECKING

from app import resources
from app.domain.audio import AudioFormat, AudioWishes
from app.smoke_test.report import Broken

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NUMBER = "+5511999990001"
ZONE = "America/Sao_Paulo"
TONE_S = 1.0
_TOLERANCE_S = 0.15
"""Encoders add some silence at the ends."""

_CARD = ("BEGIN:VCARD", "VERSION:3.0", "FN:Ana Souza", f"TEL;TYPE=CELL:{NUMBER}", "END:VCARD")
# RFC 8032, 7.1, test 2
_KEY = "PUAXw+hDiVqStwqnTRt+vJyYLM8uxJaMwM1V8Sr0Zgw="
_SIGNED = b"\x72"
_SIGNATURE = b"kqAJqfDUyrhyDoILX2QlQKKye1QWUD+Ps3YiI+vbadoIWsHkPhWZbkWPNhPQ8R2MOHsurrQwKu6wDSkWErsMAA=="


def sound(format_: AudioFormat, folder: Path) -> str:
    """Encode a tone, then make the file ready as one that an operator chose, which decodes it."""
    from app.audio.encoding import encode
    from app.audio.prepare import prepare

    file = folder / f"tone.{format_}"
    file.write_bytes(encode(tone(), format_))
    prepared = prepare(str(file), AudioWishes(), frozenset({format_}))
    for what, seconds in (("decoded", prepared.original_duration_s), ("encoded", prepared.duration_s)):
        if abs(seconds - TONE_S) > _TOLERANCE_S:
            raise Broken(f"{TONE_S:g} s became {seconds:.2f} s when {what}")
    if prepared.is_silent or prepared.format is not format_:
        raise Broken(f"the tone became {prepared.original_kind}, silent: {prepared.is_silent}")
    return f"{prepared.original_kind}, {prepared.original_size} bytes, {prepared.original_duration_s:.2f} s"


def tone() -> Iterator[bytes]:
    """Give a second of 440 Hz, as the audio package has sound, in tenths."""
    from app.audio.sound import RATE

    count = int(RATE * TONE_S)
    samples = [round(8000 * math.sin(2 * math.pi * 440 * at / RATE)) for at in range(count)]
    for at in range(0, count, count // 10):
        part = samples[at : at + count // 10]
        yield struct.pack(f"<{len(part)}h", *part)


def tls() -> str:
    """Make the context that providers are reached with; it has to trust somebody."""
    from app.providers.http import tls_context

    count = len(asyncio.run(tls_context("")).get_ca_certs())
    if not count:
        raise Broken("no certificate authority is trusted")
    return f"{count} certificate authorities"


def keyring() -> str:
    """Load what this system's keyring needs. On Linux there may be none running, which is only told."""
    from app.storage.keyring_secrets import name_in_use

    name = name_in_use()
    if name is None and sys.platform != "linux":
        raise Broken("none was found")
    return name or "its parts are there, but none runs here"


def signature() -> str:
    """Check a signature that is known to be good, and one that is not."""
    from app.providers.release_signature import is_signed

    if not is_signed(_SIGNED, _SIGNATURE, _KEY):
        raise Broken("a good signature was refused")
    if is_signed(_SIGNED + b"!", _SIGNATURE, _KEY):
        raise Broken("a bad signature was taken")
    return "Ed25519"


def number() -> str:
    """Understand a number, and where its owner may be."""
    from app.domain.phone_number import PhoneNumber
    from app.domain.quiet_hours import zones_of

    read = PhoneNumber.parse(NUMBER)
    zones = zones_of(read)
    if ZONE not in {zone.key for zone in zones.known}:
        raise Broken(f"{read.formatted} is in none of the zones {zones}")
    return f"{read.formatted}, {read.country}, {len(zones.known)} time zones"


def time_zones() -> str:
    """Load a zone from the package that brings them: not every system has its own."""
    before = zoneinfo.TZPATH
    zoneinfo.reset_tzpath(to=())
    try:
        zone = zoneinfo.ZoneInfo.no_cache(ZONE)
        return f"{zone.key} of {len(zoneinfo.available_timezones())}"
    finally:
        zoneinfo.reset_tzpath(to=before)


def vcard() -> str:
    """Read a card."""
    from app.storage.vcard import read_cards

    (card,) = read_cards(_CARD)
    if card.is_broken or card.numbers != ((NUMBER, "mobile"),):
        raise Broken(f"it was read as {card}")
    return card.name


def files() -> str:
    """Find the texts that come with a frozen program: licences, and help in every language."""
    wanted = ["licenses.txt", *(f"help/help_{language}.md" for language in ("en", "pt_BR", "es"))]
    missing = [name for name in wanted if not _is_filled(resources.path(name))]
    if missing:
        raise Broken(f"missing: {', '.join(missing)}")
    return ", ".join(wanted)


def _is_filled(file: Path) -> bool:
    return file.is_file() and file.stat().st_size > 0


def system_parts() -> str:
    """Load what is only loaded where it is wanted: keys of the whole system, notifications."""
    if sys.platform == "linux":
        import jeepney.io.asyncio

        from app.desktop import dbus_notifications, x11_hotkey

        loaded = [x11_hotkey, dbus_notifications, jeepney.io.asyncio]
    else:
        import pynput.keyboard

        from app.desktop import pynput_hotkey

        loaded = [pynput_hotkey, pynput.keyboard]
    return ", ".join(module.__name__ for module in loaded)
