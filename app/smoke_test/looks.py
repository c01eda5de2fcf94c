"""What is seen: languages, icons, names of countries. Needs Qt, and no window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from app import resources
from app.smoke_test.report import Broken
from app.ui.countries import country_name
from app.ui.icons import Icon, icon
from app.ui.language import LANGUAGES

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap

_SIDE = 32
_BRAZIL = {"en": "Brazil", "pt_BR": "Brasil", "es": "Brasil"}
_GERMANY = {"en": "Germany", "pt_BR": "Alemanha", "es": "Alemania"}


def translations() -> str:
    """Load every language but English, which needs none: Toque's texts and Qt's own."""
    of_qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    own = str(resources.path("translations"))
    wanted = [
        (f"{file}_{language}", folder)
        for language in LANGUAGES
        if language != "en"
        for file, folder in (("toque", own), ("qtbase", of_qt))
    ]
    missing = [name for name, folder in wanted if not _is_translation(name, folder)]
    if missing:
        raise Broken(f"missing: {', '.join(missing)}")
    return ", ".join(name for name, _ in wanted)


def _is_translation(name: str, folder: str) -> bool:
    translator = QTranslator()
    is_it = translator.load(name, folder) and translator.filePath().endswith(f"{name}.qm")  # not a parent's
    return is_it and not translator.isEmpty()


def icons() -> str:
    """Paint every icon, and the program's own."""
    empty = [str(name) for name in Icon if not _is_painted(name)]
    own = QImage(_SIDE, _SIDE, QImage.Format.Format_ARGB32)
    own.fill(0)
    painter = QPainter(own)
    QSvgRenderer(str(resources.path("toque.svg"))).render(painter)
    painter.end()
    if _is_blank(own):
        empty.append("toque")
    if empty:
        raise Broken(f"nothing is painted for {', '.join(empty)}")
    return f"{len(Icon) + 1} painted"


def _is_painted(name: Icon) -> bool:
    if not resources.path("icons", f"{name}.svg").is_file():
        return False
    pixmap: QPixmap = icon(name).pixmap(_SIDE, _SIDE)
    return not _is_blank(pixmap.toImage())


def _is_blank(image: QImage) -> bool:
    return image.isNull() or all(
        image.pixelColor(x, y).alpha() == 0 for x in range(image.width()) for y in range(image.height())
    )


def countries() -> str:
    """Name countries in every language."""
    before = QLocale()
    try:
        for language in LANGUAGES:
            QLocale.setDefault(QLocale(language))
            names = country_name("BR"), country_name("DE")
            if names != (_BRAZIL[language], _GERMANY[language]):
                raise Broken(f"in {language} Brazil and Germany are {names}")
    finally:
        QLocale.setDefault(before)
    return ", ".join(LANGUAGES)
