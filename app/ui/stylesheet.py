"""The style sheet, written once and filled in with the colours of a theme.

Dynamic properties choose a variant (set them with `app.ui.theme.restyle`):

- `QPushButton[primary="true"]`   the one button that acts
- `QPushButton[flat="true"]`      (Qt's own `setFlat`) a button without a frame
- `QFrame[card="true"]`           a rounded surface with a hairline
- `QFrame[panel="true"]`          a square surface: the dialler, the top bar
- `QFrame[strip="true"]`        a surface across the window with a hairline below it
- `QFrame[line="true"]`           a hairline; give it a fixed height or width of 1
- `QLabel[tone="muted"]`          also `accent`, `red`, `amber`, `green`
- `QLabel[strong="true"]`         half bold
- `QLabel[band="true"]`           the practice band
- `QFrame[notice="info"]`         also `warning`, `error`
- `QLineEdit[search="true"]`      begins with its icon
- `QLineEdit[number="true"]`      the number field; `wrong="true"` underlines it in red
- `QPushButton[key="true"]`       a key of the dial pad
- `QPushButton[choice="true"]`    one of several, the checked one stands out
- `QToolButton[slim="true"]`      less wide, where the window is narrow
- `QToolButton[round="true"]`     the button that plays
- `QTableView[narrow="true"]`    has less room between its columns
- `QListView[overlay="true"]`    a list that lies over the window
- `QMenu[titled="true"]`          its disabled entry is its title
- `QFrame[drop="empty"]`          where a sound is dropped; also `ready`; `hovered="true"` while one is above
"""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING

from app import resources

if TYPE_CHECKING:
    from app.ui.colors import Colors


def stylesheet(colors: Colors) -> str:
    """Return the whole style sheet in `colors`."""
    icons = Path(resources.path("icons")).as_posix()
    return Template(_SHEET).substitute(asdict(colors), icons=icons)


_SHEET = """
/* --- panels ------------------------------------------------------------------------------------ */
QFrame[panel="true"] { background: $surface; border: none; }
QFrame[panel="true"][hovered="true"] { background: $accent_soft; }
QFrame[card="true"] { background: $surface; border: 1px solid $hairline; border-radius: 8px; }
QFrame[strip="true"] { background: $surface; border: none; border-bottom: 1px solid $hairline; }
QFrame[line="true"] { background: $hairline; border: none; }
QFrame[drop] { background: transparent; border: 1px solid $hairline; border-radius: 8px; }
QFrame[drop="empty"] { border: 1px dashed $outline; }
QFrame[drop][hovered="true"] { border: 2px dashed $accent; background: $accent_soft; }
QFrame[notice] { border: none; border-radius: 8px; }
QFrame[notice="info"] { background: $accent_soft; }
QFrame[notice="warning"] { background: $amber_soft; }
QFrame[notice="error"] { background: $red_soft; }
QSplitter::handle { background: $hairline; }
QSplitter::handle:hover { background: $accent; }
QToolTip { background: $surface; color: $text; border: 1px solid $outline; padding: 4px; }

/* --- texts ------------------------------------------------------------------------------------- */
QLabel[strong="true"] { font-weight: 600; }
QLabel[tone="muted"] { color: $muted; }
QLabel[tone="accent"] { color: $accent; }
QLabel[tone="red"] { color: $red; }
QLabel[tone="amber"] { color: $amber; }
QLabel[tone="green"] { color: $green; }
QFrame[band="true"] { background: $band; border: none; }
QFrame[band="true"] QLabel { color: $on_band; font-weight: 600; }
QFrame[band="true"] QLabel[plain="true"] { font-weight: 400; }
QFrame[band="true"] QPushButton { color: $on_band; min-height: 24px; }

/* --- buttons: 36 high; the ring of the focus takes its pixel from the padding --------------------- */
QPushButton, QToolButton {
    background: $raised; color: $text; border: 1px solid $hairline; border-radius: 8px;
    min-height: 34px; padding: 0 12px;
}
QPushButton:hover, QToolButton:hover { background: $hover; }
QPushButton:pressed, QToolButton:pressed { background: $pressed; }
QPushButton:disabled, QToolButton:disabled { color: $disabled; background: $surface; }
QPushButton, QToolButton, QTabBar, QCheckBox, QRadioButton { outline: none; }
QPushButton:focus, QToolButton:focus { border: 2px solid $accent; padding: 0 11px; }

QToolButton { background: transparent; border-color: transparent; padding: 0; min-width: 34px; }
QToolButton:disabled { background: transparent; }
QToolButton:focus { border-color: $accent; padding: 0; }
QToolButton[popupMode="1"], QToolButton[popupMode="2"] { padding: 0 12px; }
QToolButton[slim="true"] { min-width: 28px; }
QToolButton[small="true"] { min-width: 20px; min-height: 20px; border-radius: 4px; }
QToolButton::menu-indicator { image: none; }

QPushButton:flat { background: transparent; border-color: transparent; color: $accent; }
QPushButton:flat:hover { background: $hover; }
QPushButton:flat:pressed { background: $pressed; }
QPushButton:flat:focus { border-color: $accent; }
QPushButton:flat:disabled { color: $disabled; }

QPushButton[primary="true"] {
    background: $accent; color: $on_accent; border: 1px solid $accent;
    min-height: 42px; min-width: 72px; padding: 0 4px; font-weight: 600;
}
QPushButton[primary="true"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[primary="true"]:pressed { background: $accent_pressed; border-color: $accent_pressed; }
QPushButton[primary="true"]:focus {
    border: 2px solid $accent; padding: 0;
    outline: 2px solid $on_accent; outline-offset: -2px; outline-radius: 4px;
}
QDialog QPushButton[primary="true"] { min-height: 34px; padding: 0 12px; }
QDialog QPushButton[primary="true"]:focus { padding: 0 11px; }
QPushButton[primary="true"]:disabled { background: $sunken; color: $muted; border-color: $hairline; }

QPushButton[choice="true"] { background: transparent; }
QPushButton[choice="true"]:hover { background: $hover; }
QPushButton[choice="true"]:checked { border-color: $accent; color: $accent; }
QPushButton[choice="true"]:checked:focus { border: 2px solid $accent; background: $accent_soft; }
QToolButton[round="true"] {
    background: $accent_soft; border: 2px solid transparent; border-radius: 20px;
    min-width: 36px; min-height: 36px;
}
QToolButton[round="true"]:hover { background: $hover; }
QToolButton[round="true"]:disabled { background: $sunken; }
QToolButton[round="true"]:focus { border-color: $accent; }
QToolButton:checked { background: $accent_soft; }
QPushButton[key="true"] { min-width: 50px; min-height: 42px; padding: 0; }

/* --- inputs -------------------------------------------------------------------------------------- */
QLineEdit, QSpinBox, QComboBox, QPlainTextEdit, QTextEdit {
    background: $surface; color: $text; border: 1px solid $hairline; border-radius: 8px;
    min-height: 34px; padding: 0 10px;
    selection-background-color: $accent; selection-color: $on_accent; placeholder-text-color: $muted;
}
QPlainTextEdit, QTextEdit { padding: 6px; }
QLineEdit[search="true"] { padding: 0; }
QLineEdit:hover, QSpinBox:hover, QComboBox:hover, QPlainTextEdit:hover, QTextEdit:hover {
    border-color: $outline;
}
QLineEdit:focus, QSpinBox:focus, QComboBox:focus { border: 2px solid $accent; padding: 0 9px; }
QLineEdit[search="true"]:focus { padding: 0; }
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid $accent; padding: 5px; }
QLineEdit:disabled, QSpinBox:disabled, QComboBox:disabled { color: $disabled; }
QLineEdit QToolButton { min-width: 0; min-height: 0; border: none; padding: 0; }
QLineEdit QToolButton:focus { min-width: 0; min-height: 0; padding: 0; }
QSpinBox QLineEdit, QComboBox QLineEdit, QSpinBox QLineEdit:focus, QComboBox QLineEdit:focus {
    background: transparent; border: none; border-radius: 0; min-height: 0; padding: 0;
}
/* No step buttons. Qt gives the text no room at all with NoButtons, and ignores the padding of a spin box:
   set the text margins of its lineEdit(). */
QSpinBox { min-height: 34px; max-height: 34px; padding: 0; }
QSpinBox:focus { padding: 0; }
QSpinBox::up-button, QSpinBox::down-button {
    subcontrol-origin: border; subcontrol-position: top right; width: 1px; border: none;
}
QComboBox:!editable { padding-left: 12px; }  /* as far as the text of a line edit */
QComboBox:!editable:focus { padding-left: 11px; }
QComboBox::drop-down { border: none; width: 28px; }
QComboBox::down-arrow { image: url("$icons/chevron-down.svg"); width: 16px; height: 16px; }
QDateEdit, QTimeEdit {
    background: $surface; color: $text; border: 1px solid $hairline; border-radius: 8px;
    min-height: 34px; max-height: 34px; padding: 0 10px;
    selection-background-color: $accent; selection-color: $on_accent;
}
QDateEdit:hover, QTimeEdit:hover { border-color: $outline; }
QDateEdit:focus, QTimeEdit:focus { border: 2px solid $accent; padding: 0 9px; }
QTimeEdit:disabled { color: $disabled; }
QTimeEdit::up-button, QTimeEdit::down-button {
    subcontrol-origin: border; subcontrol-position: top right; width: 1px; border: none;
}
QDateEdit::drop-down { border: none; width: 28px; }
QDateEdit::down-arrow { image: url("$icons/chevron-down.svg"); width: 16px; height: 16px; }
QCalendarWidget QToolButton { padding: 0 8px; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: $surface; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $hairline; padding: 4px; }

QLineEdit[number="true"] {
    background: transparent; border: none; border-bottom: 1px solid $outline; border-radius: 0;
    padding: 0 0 1px 0; min-height: 48px;
}
QLineEdit[number="true"]:focus { border-bottom: 2px solid $accent; padding: 0; }
QLineEdit[number="true"][wrong="true"] { border-bottom: 1px solid $red; }
QLineEdit[number="true"][wrong="true"]:focus { border-bottom: 2px solid $red; }

/* --- slider -------------------------------------------------------------------------------------- */
QSlider { border: 2px solid transparent; border-radius: 8px; }
QSlider:focus { border-color: $accent; }
QSlider:horizontal { min-height: 24px; }
QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: $hairline; }
QSlider::sub-page:horizontal { height: 4px; border-radius: 2px; background: $accent; }
QSlider::handle:horizontal {
    width: 16px; height: 16px; margin: -6px 0; border-radius: 8px; background: $accent;
}
QSlider::handle:horizontal:hover { background: $accent_hover; }
QSlider::sub-page:horizontal:disabled, QSlider::handle:horizontal:disabled { background: $disabled; }

/* --- segmented control --------------------------------------------------------------------------- */
QGroupBox[segmented="true"] {
    background: $sunken; border: 1px solid $hairline; border-radius: 8px; margin: 0; padding: 0;
}

/* --- lists and tables ---------------------------------------------------------------------------- */
QAbstractItemView {
    background: $surface; color: $text; border: 2px solid transparent; border-radius: 8px; outline: none;
    selection-background-color: $accent_soft; selection-color: $text;
}
QAbstractItemView:focus { border-color: $accent; }
QListWidget[bare="true"] { background: transparent; }
QListWidget[rows="true"] { background: $surface; border: 1px solid $hairline; }
QListWidget[rows="true"]::item { min-height: 32px; padding: 0 8px; }
QListView[overlay="true"] { border: 1px solid $outline; border-radius: 4px; }
QTableView { gridline-color: transparent; }
QTableView::item { border: none; border-bottom: 1px solid $hairline; padding: 0 8px; }
QTableView[narrow="true"]::item { padding: 0 4px; }
QTableView::item:hover { background: $hover; }
QTableView::item:selected { background: $accent_soft; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section {
    background: transparent; color: $muted; border: none; border-bottom: 1px solid $hairline;
    padding: 8px 8px 8px 11px;
}
QTableView[narrow="true"] QHeaderView::section { padding: 8px 4px 8px 7px; }
QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget[plain="true"] { background: transparent; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; border: none; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; border: none; }
QScrollBar::handle { background: $outline; border-radius: 3px; margin: 3px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; background: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: none; }

/* --- the rest ------------------------------------------------------------------------------------ */
QProgressBar { background: $hairline; border: none; border-radius: 2px; min-height: 4px; max-height: 4px; }
QProgressBar::chunk { background: $accent; border-radius: 2px; }
QMenu { background: $surface; color: $text; border: 1px solid $hairline; padding: 4px; }
QMenu::item { padding: 8px 24px 8px 12px; border-radius: 4px; }
QMenu::item:selected { background: $accent_soft; }
QMenu::item:disabled { color: $disabled; }
QMenu[titled="true"]::item:disabled { color: $muted; }
QMenu::separator { height: 1px; background: $hairline; margin: 4px 8px; }
QTabWidget::pane { border: none; border-top: 1px solid $hairline; }
QTabBar { qproperty-drawBase: 0; }
QTabBar::tab {
    background: transparent; color: $muted; border: 2px solid transparent; border-radius: 0;
    min-height: 32px; padding: 0 16px;
}
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $text; border-bottom-color: $accent; }
QTabBar::tear { width: 0; border: none; }
QTabBar::scroller { width: 56px; }
QTabBar QToolButton {
    background: $surface; border: 1px solid $hairline; border-radius: 0; min-width: 24px; min-height: 30px;
}
QTabBar::tab:focus { border: 2px solid $accent; border-radius: 8px; }
QCheckBox, QRadioButton { spacing: 8px; border: 2px solid transparent; border-radius: 8px; padding: 2px; }
QCheckBox:focus, QRadioButton:focus { border-color: $accent; }
QCheckBox::indicator {
    width: 16px; height: 16px; border: 1px solid $outline; border-radius: 4px; background: $surface;
}
QCheckBox::indicator:checked { border-color: $accent; image: url("$icons/check.svg"); }
QCheckBox::indicator:disabled { border-color: $hairline; }
QRadioButton::indicator {
    width: 16px; height: 16px; border: 1px solid $outline; border-radius: 9px; background: $surface;
}
QRadioButton::indicator:checked { width: 8px; height: 8px; border: 5px solid $accent; }
QRadioButton::indicator:disabled { border-color: $hairline; }
"""
