"""What an audio call plays: a place to drop a file on, the file that is ready, or a link."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QStandardPaths, Qt, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.domain.audio import PreparedAudio
from app.domain.provider import AudioOrigin
from app.ui.accessibility import announce
from app.ui.audio_link import LinkField
from app.ui.audio_menus import OptionsMenu, RecentMenu
from app.ui.audio_player import AudioPlayer
from app.ui.audio_waiting import Invitation, PreparingView
from app.ui.icons import Icon, IconButton, Tint
from app.ui.remark import Remark
from app.ui.theme import restyle
from app.ui.wording import detail_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.audio import AudioRecord, AudioSource
    from app.services.audio_choice import AudioChoice
    from app.services.tasks import Tasks

_TYPED_MS = 600
"""Without a key pressed for so long, the link is typed."""
_ENDINGS = "*.mp3 *.ogg *.oga *.opus *.wav *.m4a *.aac *.flac *.webm *.amr *.wma *.aiff *.mka *.mp4 *.3gp"


class AudioZone(QWidget):
    """Shows the choice of a sound, and asks for another."""

    changed = Signal()
    """Something else is shown: another sound or none, a problem, a remark."""
    submitted = Signal()
    """Enter was pressed in the link."""

    def __init__(self, audio: AudioChoice, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._audio = audio
        self._dialog: QFileDialog | None = None
        self._said = ""
        self._shown: tuple[object, ...] = ()
        self._frame = QFrame()
        self._invitation = Invitation()
        self._preparing = PreparingView()
        self._player = AudioPlayer()
        self._link = LinkField()
        self._problem = Remark(Icon.ALERT, Tint.RED)
        self._note = Remark(Icon.INFO, Tint.MUTED)
        self._advice = Remark(Icon.INFO, Tint.MUTED)
        self._choose = QPushButton(self.tr("Choose audio file"))
        self._choose.setAccessibleName("Choose audio file")
        self._recent_button = IconButton(Icon.RECENT, self.tr("Recent audio"))
        self._link_button = IconButton(Icon.LINK, self.tr("Use a link"))
        self._link_button.setCheckable(True)
        self._options_button = IconButton(Icon.OPTIONS, self.tr("Audio options"))
        self._recent = RecentMenu(audio, tasks, self)
        self._options = OptionsMenu(audio, self)
        self._typed = QTimer(self)
        self._typed.setSingleShot(True)
        self._typed.setInterval(_TYPED_MS)
        self._lay_out()
        self._connect()
        self.refresh()

    def _lay_out(self) -> None:
        self._frame.setProperty("drop", "empty")
        inside = QVBoxLayout(self._frame)
        inside.setContentsMargins(12, 8, 12, 8)
        inside.setSpacing(8)
        for part in (self._invitation, self._preparing, self._player, self._link, self._problem, self._note):
            inside.addWidget(part)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addStretch(0)  # has room only where there are no files to choose
        row.addWidget(self._choose, stretch=1)
        for button in (self._recent_button, self._link_button, self._options_button):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._frame)
        column.addLayout(row)
        column.addWidget(self._advice)

    def _connect(self) -> None:
        self._choose.clicked.connect(self._on_choose)
        self._recent_button.clicked.connect(self._on_recent)
        self._recent.file_chosen.connect(self._on_file)
        self._options_button.clicked.connect(self._on_options)
        self._link_button.clicked.connect(self._on_link_button)
        self._link.edited.connect(self._on_link)
        self._link.submitted.connect(self.submitted)
        self._typed.timeout.connect(self._audio.check_link)
        self._preparing.cancelled.connect(self._audio.file.cancel)

    @property
    def source(self) -> AudioSource | None:
        """What the next call plays."""
        return self._audio.source

    @property
    def last_stop(self) -> QWidget:
        """The last control that Tab stops at."""
        return self._options_button

    # --- shown ----------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show the choice as it is now."""
        audio = self._audio
        uses_link = audio.origin is AudioOrigin.LINK
        preparing = None if uses_link else audio.file.preparing
        file = None if uses_link or preparing else audio.file.chosen
        self._invitation.setVisible(not uses_link and preparing is None and file is None)
        self._preparing.show_progress(preparing)
        self._player.show_audio(file)
        self._player.setVisible(file is not None)
        self._link.setVisible(uses_link)
        self._link.show_link(audio.link.text, audio.link.answer)
        self._problem.say(self._problem_words())
        self._note.say("" if uses_link else detail_words(audio.file.note))
        self._choose.setVisible(AudioOrigin.FILE in audio.origins)
        self._recent_button.setVisible(AudioOrigin.FILE in audio.origins)
        self._link_button.setVisible(len(audio.origins) > 1)
        self._link_button.setChecked(uses_link)
        restyle(self._frame, drop="ready" if file or uses_link else "empty")
        shown = (audio.source, audio.origin, preparing is None, audio.problem, audio.link.answer)
        if shown != self._shown:
            self._shown = shown
            self._announce()
            self.changed.emit()

    def show_advice(self, sentence: str) -> None:
        """Say what should be known before a sound is played through this account."""
        self._advice.say(sentence)

    def set_hovered(self, hovered: bool) -> None:
        """Show that what is dragged can be dropped."""
        restyle(self._frame, hovered=hovered)

    def stop(self) -> None:
        """Stop playing."""
        self._player.stop()

    def give_up(self) -> bool:
        """Take back what is being typed, made ready or played; return whether there was anything."""
        if self._link.hasFocus() and self._audio.link.text:
            self._audio.type_link("")
        elif self._audio.file.preparing is not None:
            self._audio.file.cancel()
        elif self._player.is_playing:
            self._player.stop()
        else:
            return False
        return True

    def show_problem(self) -> None:
        """Say what is missing, and go where it can be given."""
        audio = self._audio
        if audio.origin is AudioOrigin.LINK:
            self._link.setFocus(Qt.FocusReason.OtherFocusReason)
        elif audio.file.preparing is None:  # else Enter will call in a moment
            self._choose.setFocus(Qt.FocusReason.OtherFocusReason)
        self._problem.say(self._missing())
        announce(self, self._missing(), urgent=True)

    def _problem_words(self) -> str:
        """Say what is wrong, and that the file chosen before is still the one that would be played."""
        audio, words = self._audio, detail_words(self._audio.problem)
        stays = audio.source if audio.file.problem else None
        if not isinstance(stays, PreparedAudio):
            return words
        return f"{words} " + self.tr("{name} stays chosen.").format(name=stays.name)

    def _missing(self) -> str:
        audio = self._audio
        if audio.problem:
            return detail_words(audio.problem)
        if audio.origin is AudioOrigin.LINK:
            return self.tr("Enter the link to the sound first.")
        if audio.file.preparing is not None:
            return self.tr("{name} is still being made ready.").format(name=audio.file.preparing.name)
        return self.tr("Choose the sound to play first.")

    def _announce(self) -> None:
        """Say what changed last: a problem, or that a file is ready, with all that is remarked on it."""
        source = self._audio.source
        said = detail_words(self._audio.problem)
        if not said and isinstance(source, PreparedAudio):
            ready = self.tr("{name} is ready").format(name=source.name)
            said = ". ".join(
                filter(None, (ready, self._player.remarks(), detail_words(self._audio.file.note)))
            )
        if said and said != self._said:
            announce(self, said, urgent=bool(self._audio.problem))
        self._said = said

    # --- done by the operator -------------------------------------------------------------------------

    def _on_choose(self) -> None:
        if self._dialog is None:
            self._dialog = QFileDialog(self, self.tr("Choose audio file"))
            self._dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
            self._dialog.setNameFilters(
                [self.tr("Sound") + f" ({_ENDINGS} {_ENDINGS.upper()})", self.tr("All files") + " (*)"]
            )
            self._dialog.setDirectory(self._folder())
            self._dialog.fileSelected.connect(self._on_file)
        self._dialog.open()

    def _folder(self) -> str:
        """Return where to begin looking for a file."""
        return next(iter(self._audio.recent_folders), "") or QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.MusicLocation
        )

    def _on_file(self, path: str) -> None:
        self.take_files([path])

    def take_files(self, paths: Sequence[str]) -> None:
        """Take the first of these files."""
        self._audio.choose_files(paths)

    def take_link(self, url: str) -> None:
        """Take a link that was dropped."""
        self._audio.use_link(url)
        self._audio.check_link()

    def choose_again(self, record: AudioRecord) -> None:
        """Take what an earlier call played."""
        self._audio.choose_again(record)

    def _on_recent(self) -> None:
        self._recent.open_at(self._below(self._recent_button))

    def _on_options(self) -> None:
        self._options.popup(self._below(self._options_button))

    @staticmethod
    def _below(button: QWidget) -> QPoint:
        return button.mapToGlobal(QPoint(0, button.height()))

    def _on_link_button(self, uses_link: bool) -> None:
        if uses_link:
            self._audio.use_link()
            self._link.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._audio.use_file()

    def _on_link(self, text: str) -> None:
        self._audio.type_link(text)
        self._typed.start()
