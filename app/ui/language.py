"""The window's language: which there are, which to use, and Qt made to speak it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator

from app import resources

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from PySide6.QtCore import QCoreApplication

LANGUAGES: Mapping[str, str] = {"en": "English", "pt_BR": "Português (Brasil)", "es": "Español"}
"""Each language by its code (`Settings.language`), named as those name it who speak it."""

_ENGLISH = "en"
_BY_PREFIX = {code.partition("_")[0]: code for code in LANGUAGES}
_FORMATS = {"en": "en_150", "pt_BR": "pt_BR", "es": "es_419"}
"""Whose dates, times and numbers go with a language that Qt does not know in the system's country. English
as in Europe: day before month, as nearly everywhere outside the USA."""


def system_language(ui_languages: Iterable[str] | None = None) -> str:
    """Return the first of the system's languages (`QLocale.uiLanguages`) that there is, else English."""
    wanted = QLocale.system().uiLanguages() if ui_languages is None else ui_languages
    prefixes = (name.replace("_", "-").partition("-")[0].lower() for name in wanted)
    return next((_BY_PREFIX[prefix] for prefix in prefixes if prefix in _BY_PREFIX), _ENGLISH)


def chosen_language(setting: str | None) -> str:
    """Return the language that is set (`Settings.language`), or else the system's."""
    return setting if setting is not None and setting in LANGUAGES else system_language()


def speak(app: QCoreApplication, setting: str | None) -> None:
    """Make everything that is built from now on speak the set language, or else the system's."""
    language = chosen_language(setting)
    QLocale.setDefault(formats(language))
    if language == _ENGLISH:
        return
    of_qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for folder, file in ((of_qt, "qtbase"), (str(resources.path("translations")), "toque")):
        translator = QTranslator(app)
        if translator.load(f"{file}_{language}", folder):
            app.installTranslator(translator)


def formats(language: str, system: QLocale | None = None) -> QLocale:
    """Return whose dates, times and numbers to use: the system's, or else the language's in its country."""
    system = system or QLocale.system()
    wanted = QLocale(language)
    if system.language() == wanted.language():
        return system
    here = QLocale(wanted.language(), system.territory())
    return here if here.territory() == system.territory() else QLocale(_FORMATS[language])
