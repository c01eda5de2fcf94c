"""The recording of a call that is over: fetched when it is first wanted, then heard or saved."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.domain.audio import length_words
from app.domain.provider import ProviderError, Recording
from app.services.secret_store import SecretsSilent, SecretsUnavailable
from app.ui.accessibility import announce
from app.ui.audio_preview import AudioPreview, RecordedSound
from app.ui.icons import BEFORE_TEXT, Icon, IconButton, Tint, icon
from app.ui.remark import Remark
from app.ui.seconds_box import PatientSlider
from app.ui.theme import restyle, tabular
from app.ui.wording import detail_words, reason_words

if TYPE_CHECKING:
    from app.domain.call import Call
    from app.services.call_service import CallService
    from app.services.tasks import Tasks


@dataclass(frozen=True, slots=True)
class _Saved:
    """How saving ended; `problem` is the system's own word, empty where it is saved."""

    path: str
    problem: str = ""


class RecordingBox(QWidget):
    """Plays and saves the recording of one call at a time."""

    _fetched = Signal(str, object)
    _saved = Signal(object)

    def __init__(self, calls: CallService, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._calls = calls
        self._tasks = tasks
        self._call: Call | None = None
        self._recording: Recording | None = None
        self._fetching: asyncio.Task[None] | None = None
        self._wants_to_play = False
        self._wants_to_save = False
        self._dialog: QFileDialog | None = None
        self._preview = AudioPreview(self)
        self._play = IconButton(Icon.PLAY, self.tr("Play recording"), Tint.ACCENT)
        self._play.setProperty("round", True)
        self._position = PatientSlider(Qt.Orientation.Horizontal)
        self._position.setAccessibleName(self.tr("Position in the recording"))
        self._time = QLabel()
        self._time.setFont(tabular(self.font()))
        restyle(self._time, tone="muted")
        self._save = QPushButton(icon(Icon.SAVE), self.tr("Save…"))
        self._save.setIconSize(BEFORE_TEXT)
        self._save.setAccessibleName(self.tr("Save recording"))
        self._save.setAutoDefault(False)
        self._remark = Remark(Icon.INFO, Tint.MUTED)
        self._problem = Remark(Icon.ALERT, Tint.RED)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._play)
        row.addWidget(self._position, stretch=1)
        row.addWidget(self._time)
        row.addWidget(self._save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._remark)
        column.addWidget(self._problem)

    def _connect(self) -> None:
        self._play.clicked.connect(self._on_play)
        self._save.clicked.connect(self._on_save)
        self._position.valueChanged.connect(self._preview.seek)
        self._preview.changed.connect(self._show_preview)
        self._fetched.connect(self._on_fetched)
        self._saved.connect(self._on_saved)

    def show_call(self, call: Call) -> None:
        """Offer the recording of that call, if there is one; what plays is stopped."""
        if self._call is not None and call.id == self._call.id:
            self._call = call
        else:
            self._give_up()
            self._call, self._recording = call, None
            self._preview.load(None)
            self._remark.say("")
            self._problem.say("")
        self.setVisible(call.report is not None and call.report.has_recording)
        self._show_preview()

    def stop(self) -> None:
        """Be silent, and want nothing more of what is still being fetched."""
        self._wants_to_play = self._wants_to_save = False
        self._preview.stop()

    def _give_up(self) -> None:
        self._wants_to_play = self._wants_to_save = False
        if self._fetching is not None:
            self._fetching.cancel()
            self._fetching = None

    # --- fetched --------------------------------------------------------------------------------------

    def _fetch(self) -> None:
        if self._call is None or self._fetching is not None:
            return
        self._problem.say("")
        self._say(self.tr("Fetching the recording from {provider}…").format(provider=self._call.provider))
        work = self._calls.recording(self._call)
        self._fetching = self._tasks.start(work, "recording", partial(self._fetched.emit, self._call.id))

    def _on_fetched(self, call_id: str, result: object) -> None:
        if self._call is None or call_id != self._call.id:
            return
        self._fetching = None
        self._remark.say("")
        if not isinstance(result, Recording):
            self._wants_to_play = self._wants_to_save = False
            self._complain(self._failure_words(result))
            return
        self._recording = result
        duration_s = (self._call.report.duration_s if self._call.report else None) or 0.0
        self._preview.load(RecordedSound(result.data, result.ending, duration_s))
        if self._wants_to_play:
            self._preview.play()
            self._wants_to_play = False
        if self._wants_to_save:
            self._wants_to_save = False
            self._open_dialog(result)

    def _failure_words(self, error: object) -> str:
        provider = self._call.provider if self._call else ""
        match error:
            case ProviderError():
                return reason_words(error.reason, provider=provider, detail=error.detail)
            case SecretsUnavailable():
                return detail_words(str(error))
            case SecretsSilent():
                return self.tr("The system's keyring did not answer. Unlock it and try again.")
            case _:
                return self.tr("Toque made a mistake. The log says more.")

    # --- heard ----------------------------------------------------------------------------------------

    def _on_play(self) -> None:
        if self._recording is not None:
            self._preview.toggle()
        else:
            self._wants_to_play = True
            self._fetch()

    def _show_preview(self) -> None:
        preview = self._preview
        duration_ms = preview.duration_ms or self._told_ms()
        with QSignalBlocker(self._position):
            self._position.setRange(0, duration_ms)
            self._position.setValue(preview.position_ms)
        self._position.setEnabled(self._recording is not None and preview.can_play)
        self._time.setText(
            f"{length_words(preview.position_ms // 1000)} / {length_words(duration_ms / 1000)}"
        )
        words = self.tr("Stop") if preview.is_playing else self.tr("Play recording")
        if words != self._play.toolTip():
            self._play.setIcon(icon(Icon.STOP if preview.is_playing else Icon.PLAY, Tint.ACCENT))
            self._play.setToolTip(words)
            self._play.setAccessibleDescription(words)
        if self._recording is not None and preview.problem:
            self._problem.say(
                self.tr("The recording cannot be heard here. Save it, and open it with another program.")
            )

    def _told_ms(self) -> int:
        report = self._call.report if self._call else None
        return round((report.duration_s or 0.0) * 1000) if report else 0

    # --- saved ----------------------------------------------------------------------------------------

    def _on_save(self) -> None:
        """Fetch first: only then is it known what kind of file it will be."""
        if self._recording is not None:
            self._open_dialog(self._recording)
        else:
            self._wants_to_save = True
            self._fetch()

    def _open_dialog(self, recording: Recording) -> None:
        if self._dialog is None:
            self._dialog = QFileDialog(self, self.tr("Save recording"))
            self._dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            self._dialog.setFileMode(QFileDialog.FileMode.AnyFile)
            self._dialog.setDirectory(
                QStandardPaths.writableLocation(QStandardPaths.StandardLocation.MusicLocation)
            )
            self._dialog.fileSelected.connect(self._on_path)
        self._dialog.selectFile(self._suggested_name(recording))
        self._dialog.open()

    def _suggested_name(self, recording: Recording) -> str:
        """Return a name for the file: when, and to whom."""
        if self._call is None:
            return ""
        when = self._call.created_at.astimezone().strftime("%Y-%m-%d %H.%M")
        return f"{when} {self._call.request.number.e164}.{recording.ending}"

    def _on_path(self, path: str) -> None:
        if self._recording is not None:
            work = _written(path, self._recording)
            self._tasks.start(work, "saving of a recording", self._saved.emit)

    def _on_saved(self, result: object) -> None:
        if not isinstance(result, _Saved):
            self._complain(self.tr("Toque made a mistake. The log says more."))
        elif result.problem:
            self._complain(
                self.tr(
                    "The recording could not be saved as {path}: {problem}. Choose another folder."
                ).format(path=result.path, problem=result.problem)
            )
        else:
            self._problem.say("")
            self._say(self.tr("Saved as {path}").format(path=result.path))

    def _say(self, words: str) -> None:
        self._remark.say(words)
        announce(self, words)

    def _complain(self, words: str) -> None:
        self._remark.say("")
        self._problem.say(words)
        announce(self, words, urgent=True)


async def _written(path: str, recording: Recording) -> _Saved:
    try:
        await asyncio.to_thread(Path(path).write_bytes, recording.data)
    except OSError as error:
        return _Saved(path, error.strerror or str(error))
    return _Saved(path)
