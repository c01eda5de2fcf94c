"""Hearing a sound before it is sent, as the callee hears it or the original; or a recording."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field

from PySide6.QtCore import QBuffer, QElapsedTimer, QIODevice, QObject, Qt, QTimer, QUrl, Signal

from app.domain.audio import PreparedAudio
from app.ui.theme import prefers_reduced_motion

_log = logging.getLogger(__name__)

_TICK_MS = 25
_CALM_TICK_MS = 250
_SILENT_FOR_MS = 3000
"""A player that says no position for so long, where it does every 50 ms, has lost the sound server."""
_LONGEST_GUESS_MS = 200
_DUMMY = b"auto_null"
"""What PulseAudio and PipeWire play on when there is no output."""


@dataclass(frozen=True, slots=True)
class RecordedSound:
    """A sound in memory that is all there is of it; `format` is the ending of such files."""

    data: bytes = field(repr=False)
    format: str
    duration_s: float = 0.0
    """0 where it is known only once it plays."""


class AudioPreview(QObject):
    """Plays a prepared sound from memory, or its original from the file, on the system's sound output.

    The file is open only while the original is heard. Positions and durations are of what is heard.
    """

    changed = Signal()
    """Any of the properties may have changed; while it plays often enough for a smooth playhead."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._audio: PreparedAudio | RecordedSound | None = None
        self._deck: _Deck | None = None
        self._hears_original = False
        self._is_playing = False
        self._position_ms = 0
        self._failure = ""
        self._reported_ms = 0
        self._since_report = QElapsedTimer()
        self._ticks_since_report = 0
        self._ticking = QTimer(self)
        self._ticking.setTimerType(Qt.TimerType.PreciseTimer)
        self._ticking.timeout.connect(self._tick)

    @property
    def is_playing(self) -> bool:
        """Whether it plays, or is about to."""
        return self._is_playing

    @property
    def hears_original(self) -> bool:
        """Whether the original is chosen, else what the callee hears."""
        return self._hears_original

    @property
    def position_ms(self) -> int:
        """Where it plays, or will begin to."""
        return self._position_ms

    @property
    def duration_ms(self) -> int:
        """The length of what is chosen; 0 without a sound."""
        if self._audio is None:
            return 0
        if self._is_playing and self._deck is not None and self._deck.player.duration() > 0:
            return self._deck.player.duration()  # the original may have been overwritten
        if self._hears_original and isinstance(self._audio, PreparedAudio):
            return round(self._audio.original_duration_s * 1000)
        return round(self._audio.duration_s * 1000)

    @property
    def can_play(self) -> bool:
        """Whether there is a sound, and an output to play it on."""
        return self._audio is not None and self._deck is not None and self._deck.has_output

    @property
    def problem(self) -> str:
        """What keeps the sound from being heard, as a sentence; else empty."""
        if self._audio is None or self.can_play:
            return self._failure
        if self._deck is not None and self._deck.is_lost:
            return self.tr(
                "The sound output does not answer any more. Start Toque again to hear sounds. "
                "The call can be placed all the same."
            )
        return self.tr("There is no sound output here. The call can be placed all the same.")

    def load(self, audio: PreparedAudio | RecordedSound | None) -> None:
        """Take another sound, or none. What plays is stopped."""
        self._be_silent()
        self._audio = audio
        self._position_ms = 0
        self._failure = ""
        if audio is not None and self._deck is None:
            self._deck = self._set_up()
        self.changed.emit()

    def choose(self, *, original: bool) -> None:
        """Hear the original, or what the callee hears, from the same part on; keeps playing if it does."""
        if original == self._hears_original:
            return
        was_playing = self._is_playing
        part = self._position_ms / max(self.duration_ms, 1)
        self._be_silent()
        self._hears_original = original
        self._position_ms = round(part * self.duration_ms)
        self._failure = ""
        if was_playing:
            self.play()
        self.changed.emit()

    def toggle(self) -> None:
        """Play, or stop."""
        if self._is_playing:
            self.stop()
        else:
            self.play()

    def play(self) -> None:
        """Play from the position on. Where it cannot, nothing happens: `problem` says why."""
        if self._audio is None or self._deck is None or self._is_playing or not self.can_play:
            return
        if self._position_ms >= self.duration_ms:
            self._position_ms = 0
        self._is_playing = True
        self._failure = ""
        if self._hears_original and isinstance(self._audio, PreparedAudio):
            self._deck.insert_file(self._audio.path)
        else:
            self._deck.insert(self._audio.data, self._audio.format)
        self.changed.emit()

    def stop(self) -> None:
        """Be silent, let go of the file and go back to the beginning."""
        self._be_silent()
        self._position_ms = 0
        self.changed.emit()

    def seek(self, position_ms: int) -> None:
        """Go on from there; if it does not play, begin there."""
        self._position_ms = min(max(position_ms, 0), self.duration_ms)
        if self._deck is not None and self._ticking.isActive():
            self._since_report.invalidate()
            self._deck.player.setPosition(self._position_ms)
        self.changed.emit()

    def _set_up(self) -> _Deck | None:
        try:
            deck = _Deck(self)
        except ImportError:  # on Linux it is linked to PulseAudio's library
            _log.warning("Sounds cannot be played here", exc_info=True)
            return None
        # Queued: nothing is to be taken from a player while it is telling something.
        queued = Qt.ConnectionType.QueuedConnection
        deck.devices.audioOutputsChanged.connect(self._follow_system, queued)
        deck.player.mediaStatusChanged.connect(self._on_status, queued)
        deck.player.errorOccurred.connect(self._on_error, queued)
        deck.player.positionChanged.connect(self._on_position)
        return deck

    def _be_silent(self) -> None:
        self._is_playing = False
        self._ticking.stop()
        if self._deck is not None:
            self._deck.eject()

    def _on_status(self) -> None:
        if not self._is_playing or self._deck is None:
            return
        if self._deck.is_loaded and not self._ticking.isActive():
            self._begin(self._deck)
        elif self._deck.is_at_end:
            self.stop()

    def _begin(self, deck: _Deck) -> None:
        self._since_report.invalidate()
        self._ticks_since_report = 0
        self._ticking.start(_CALM_TICK_MS if prefers_reduced_motion() else _TICK_MS)
        deck.player.setPosition(self._position_ms)
        deck.player.play()
        self.changed.emit()

    def _on_error(self) -> None:
        if not self._is_playing or self._deck is None or not self._deck.has_failed:
            return
        is_unreadable = self._deck.is_unreadable
        _log.info("The sound cannot be played: %s", self._deck.player.errorString())
        self._be_silent()
        if not self._hears_original:
            self._failure = self.tr("The sound cannot be played here. The call can be placed all the same.")
        elif is_unreadable:
            self._failure = self.tr(
                "The original is no longer there or cannot be read. What the callee hears is kept: "
                "it can be played and sent."
            )
        else:
            self._failure = self._original_unplayable()
        self.changed.emit()

    def _original_unplayable(self) -> str:
        return self.tr("The original cannot be played here. The call can be placed all the same.")

    def _on_position(self, position_ms: int) -> None:
        self._reported_ms = position_ms
        self._since_report.start()
        self._ticks_since_report = 0

    def _tick(self) -> None:
        self._ticks_since_report += 1  # rather than a clock, which goes on while the computer sleeps
        if self._ticks_since_report * self._ticking.interval() > _SILENT_FOR_MS:
            self._give_up()
        elif self._since_report.isValid():
            position = self._reported_ms + min(self._since_report.elapsed(), _LONGEST_GUESS_MS)
            position = max(self._position_ms, min(position, self.duration_ms))
            if position != self._position_ms:
                self._position_ms = position
                self.changed.emit()

    def _give_up(self) -> None:
        if self._hears_original:  # its drive may be slow: that says nothing of the output
            self._be_silent()
            self._failure = self._original_unplayable()
            self.changed.emit()
            return
        if self._deck is not None:
            self._deck.is_lost = True
        _log.warning("The sound output does not answer")
        self.stop()

    def _follow_system(self) -> None:
        if self._deck is not None:
            self._deck.follow_system()
        if self._is_playing and not self.can_play:
            self.stop()
        self.changed.emit()


class _Deck:
    """Qt's player and what it plays on. Made when first needed: it loads FFmpeg and asks the sound server.

    Raises ImportError where Qt's library lacks one that the system has to bring.
    """

    def __init__(self, parent: QObject) -> None:
        from PySide6.QtMultimedia import QAudioOutput, QMediaDevices, QMediaPlayer

        self.player = QMediaPlayer(parent)  # before what it uses, to be destroyed before it
        self.devices = QMediaDevices(parent)
        self._output = QAudioOutput(parent)
        self._memory = QBuffer(parent)
        self._status, self._error = QMediaPlayer.MediaStatus, QMediaPlayer.Error
        self._spare_threads_the_lock()
        self.player.setAudioOutput(self._output)
        self.is_lost = False
        """The sound server went. Qt 6.11 does not come back to it: another attempt can end the program."""

    def _spare_threads_the_lock(self) -> None:
        """Keep the player's threads from ever needing Python's lock.

        They connect to the output and disconnect from it, and the first time each PySide looks, under the
        lock, whether Python overrides `connectNotify` and `disconnectNotify`. This thread holds the lock
        when it waits for them in `stop`: both would wait for ever. So it is looked up here.
        """
        self._output.volumeChanged.connect(self._output.setVolume)
        self._output.volumeChanged.disconnect(self._output.setVolume)

    @property
    def has_output(self) -> bool:
        device = self._output.device()
        is_real = not device.isNull() and device.id().data() != _DUMMY
        return is_real and not self.is_lost and self.player.isAvailable()

    # What the player is now: what it told may be of the source before.

    @property
    def is_loaded(self) -> bool:
        return self.player.mediaStatus() is self._status.LoadedMedia

    @property
    def is_at_end(self) -> bool:
        return self.player.mediaStatus() is self._status.EndOfMedia

    @property
    def has_failed(self) -> bool:
        return self.player.error() is not self._error.NoError

    @property
    def is_unreadable(self) -> bool:
        return self.player.error() is self._error.ResourceError

    def insert_file(self, path: str) -> None:
        self.player.setSource(QUrl.fromLocalFile(path))

    def insert(self, data: bytes, ending: str) -> None:
        self._memory.setData(data)
        self._memory.open(QIODevice.OpenModeFlag.ReadOnly)
        self.player.setSourceDevice(self._memory, QUrl(f"sound.{ending}"))

    def eject(self) -> None:
        """Stop and let go of the source: Windows lets nobody move or delete an open file."""
        self.player.stop()
        self.player.setSource(QUrl())
        self._memory.close()
        self._memory.setData(b"")

    def follow_system(self) -> None:
        self._output.setDevice(self.devices.defaultAudioOutput())
