"""A sound that is ready: its shape, playing it here, and what will be sent of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.domain.audio import LONG_S, AudioFormat, length_words
from app.ui.audio_preview import AudioPreview
from app.ui.elided_label import ElidedLabel
from app.ui.flow_layout import FlowLayout
from app.ui.icons import Icon, IconButton, Tint, icon
from app.ui.remark import Remark
from app.ui.theme import restyle, tabular
from app.ui.waveform import Waveform
from app.ui.wording import size_words

if TYPE_CHECKING:
    from app.domain.audio import PreparedAudio


class AudioPlayer(QWidget):
    """Shows and plays one prepared sound."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._audio: PreparedAudio | None = None
        self._preview = AudioPreview(self)
        self._play = IconButton(Icon.PLAY, "Play preview", Tint.ACCENT)
        self._play.setProperty("round", True)
        self._play.setIconSize(QSize(22, 22))
        self.waveform = Waveform()
        self._name = ElidedLabel(most=1)
        self._time = QLabel()
        self._time.setFont(tabular(self.font()))
        self._facts = ElidedLabel(lines=1)
        self._remark = Remark(Icon.ALERT, Tint.AMBER)
        self._original = QPushButton(self.tr("Original"))
        self._callee = QPushButton(self.tr("As the callee hears it"))
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        restyle(self._name, strong=True)
        for label in (self._time, self._facts):
            restyle(label, tone="muted")
        versions = FlowLayout()
        for button in (self._original, self._callee):
            button.setCheckable(True)
            button.setProperty("choice", True)
            versions.addWidget(button)
        self._callee.setChecked(True)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._play)
        top.addWidget(self.waveform, stretch=1)
        names = QHBoxLayout()
        names.setSpacing(8)
        names.addWidget(self._name, stretch=1)
        names.addWidget(self._time)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(top)
        column.addLayout(names)
        column.addWidget(self._facts)
        column.addLayout(versions)
        column.addWidget(self._remark)

    def _connect(self) -> None:
        self._play.clicked.connect(self._preview.toggle)
        self.waveform.toggle_requested.connect(self._preview.toggle)
        self.waveform.seek_requested.connect(self._preview.seek)
        self._original.clicked.connect(self._on_original)
        self._callee.clicked.connect(self._on_callee)
        self._preview.changed.connect(self._show_preview)

    def show_audio(self, audio: PreparedAudio | None) -> None:
        """Show another sound, or none; what plays is stopped."""
        if audio is self._audio:
            return
        self._audio = audio
        if audio is not None:
            self._name.setText(audio.name)
            self.waveform.set_peaks(audio.peaks)
            self._facts.setText(self._facts_words(audio))
        self._preview.load(audio)

    def _facts_words(self, audio: PreparedAudio) -> str:
        """Say what the file was, what is sent of it, and what was done."""
        size = size_words(audio.size)
        if audio.is_untouched:
            return self.tr("{size} {kind}, sent as it is").format(size=size, kind=audio.original_kind)
        facts = self.tr("{original} {kind} → {size} {format}").format(
            original=size_words(audio.original_size),
            kind=audio.original_kind,
            size=size,
            format=audio.format.capitalize() if audio.format is AudioFormat.OGG else audio.format.upper(),
        )
        done = [self.tr("levelled")] if audio.gain_db else []
        done += [self.tr("trimmed")] if audio.cut_s else []
        return " · ".join(filter(None, (facts, ", ".join(done))))

    def stop(self) -> None:
        """Be silent."""
        self._preview.stop()

    @property
    def is_playing(self) -> bool:
        """Whether the sound is heard."""
        return self._preview.is_playing

    def _on_original(self) -> None:
        self._hear(original=True)

    def _on_callee(self) -> None:
        self._hear(original=False)

    def _hear(self, *, original: bool) -> None:
        """Hear one of both. No button group: Tab would reach only one of them."""
        self._original.setChecked(original)
        self._callee.setChecked(not original)
        self._preview.choose(original=original)

    def _show_preview(self) -> None:
        preview = self._preview
        self.waveform.set_time(preview.position_ms, preview.duration_ms)
        total = length_words(preview.duration_ms / 1000)
        time = f"{length_words(preview.position_ms // 1000)} / {total}"
        if time != self._time.text():
            self._time.setText(time)
        self._show_play(is_playing=preview.is_playing)
        self._show_remark()

    def _show_play(self, *, is_playing: bool) -> None:
        words = self._preview.problem or (self.tr("Stop") if is_playing else self.tr("Play"))
        can_play = self._preview.can_play
        if (words, can_play) == (self._play.toolTip(), self._play.isEnabled()):
            return
        self._play.setIcon(icon(Icon.STOP if is_playing else Icon.PLAY, Tint.ACCENT))
        self._play.setToolTip(words)
        self._play.setAccessibleDescription(words)
        self._play.setEnabled(can_play)

    def remarks(self) -> str:
        """Say what should be known before the sound is sent."""
        remarks = [self._preview.problem]
        if self._audio is not None and self._audio.is_silent:
            remarks.append(self.tr("This file is silent: the callee will hear nothing."))
        if self._audio is not None and self._audio.duration_s > LONG_S:
            remarks.append(self.tr("It lasts more than five minutes: few people listen that long."))
        return "\n".join(filter(None, remarks))

    def _show_remark(self) -> None:
        self._remark.say(self.remarks())
