"""Languages: every text is translated, none is unused, and the window speaks the one it is told to."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
import sysconfig
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import TYPE_CHECKING

import phonenumbers
import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import QAbstractButton, QComboBox, QRadioButton, QWidget
from window_harness import Desk, run_on_qt

from app import resources
from app.domain.detail import Detail
from app.domain.reason import Reason
from app.ui import wording
from app.ui.countries import countries, country_name
from app.ui.language import LANGUAGES, formats, speak, system_language

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator

    from PySide6.QtWidgets import QApplication

    from app.ui.settings_dialog import SettingsDialog
    from app.ui.theme import Theme

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "app").rglob("*.py"))
TRANSLATED = sorted(set(LANGUAGES) - {"en"})
NAMES = {
    *("Account", "Phone number", "Plus", "Delete digit", "Call type", "Ring", "Audio", "Agent"),
    *("Ring duration", "Ring duration in seconds", "Call", "Live calls", "History", "Settings"),
    *("Add account", "Practice mode", *(f"Digit {digit}" for digit in range(10))),
}
"""The accessible names of `docs/experience.md` that the window has so far."""

Message = tuple[str, str]
"""Context and English text."""


def ts(language: str) -> Path:
    return resources.path("translations", f"toque_{language}.ts")


def messages(file: Path) -> dict[Message, ET.Element]:
    """Return the `translation` element of every message in a .ts file."""
    return {
        (context.findtext("name") or "", message.findtext("source") or ""): message.find("translation")
        for context in ET.parse(file).getroot().iter("context")  # noqa: S314 - our own file
        for message in context.iter("message")
    }


def run_tool(name: str, *arguments: str | Path) -> None:
    tool = shutil.which(name, path=sysconfig.get_path("scripts"))
    assert tool is not None
    done = subprocess.run([tool, *arguments], cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603
    assert done.returncode == 0, done.stderr


with_tools = pytest.mark.skipif(sys.platform == "win32", reason="the same files are looked at elsewhere")


# --- the files ----------------------------------------------------------------------------------------


@with_tools
@pytest.mark.parametrize("language", TRANSLATED)
def test_every_text_is_translated_and_none_is_unused(language: str, tmp_path: Path) -> None:
    copy = tmp_path / "copy.ts"
    shutil.copy(ts(language), copy)
    run_tool("pyside6-lupdate", *SOURCES, "-silent", "-locations", "none", "-ts", copy)
    wrong = {
        message: translation.get("type")
        for message, translation in messages(copy).items()
        if translation.get("type") or not translation.text
    }
    assert not wrong, "run `make translations`, and translate what is unfinished"
    assert messages(copy).keys() == messages(ts(language)).keys()


def test_lupdate_finds_every_marked_text_in_the_context_it_is_looked_up_in() -> None:
    marked = {message for source in SOURCES for message in _marked(ast.parse(source.read_text("utf-8")))}
    assert marked == messages(ts("es")).keys()


def _marked(module: ast.Module) -> Iterator[Message]:
    """Find what Python marks: `self.tr(…)` in the class it stands in, and texts with a context."""
    classes = [node for node in ast.walk(module) if isinstance(node, ast.ClassDef)]
    for owner in classes:
        for call in _calls(owner):
            if ast.unparse(call.func) == "self.tr":
                (text,) = call.args
                yield owner.name, ast.literal_eval(text)
    for call in _calls(module):
        function = ast.unparse(call.func).rpartition(".")[2]
        assert function != "tr" or ast.unparse(call.func) == "self.tr", "lupdate would take another context"
        if function not in {"translate", "QT_TRANSLATE_NOOP"} or len(call.args) < 2:
            continue  # the second is a text's own: str.translate
        if isinstance(call.args[1], ast.Constant):
            yield ast.literal_eval(call.args[0]), call.args[1].value


def _calls(node: ast.AST) -> Iterator[ast.Call]:
    return (each for each in ast.walk(node) if isinstance(each, ast.Call) and len(each.args) > 0)


@pytest.mark.parametrize("language", TRANSLATED)
def test_translations_have_the_same_placeholders_and_edges(language: str) -> None:
    for (_, source), translation in messages(ts(language)).items():
        text = translation.text or ""
        assert sorted(re.findall(r"\{.*?\}", source)) == sorted(re.findall(r"\{.*?\}", text)), source
        assert (source[:1].isspace(), source[-1:].isspace()) == (text[:1].isspace(), text[-1:].isspace())


@with_tools
@pytest.mark.parametrize("language", TRANSLATED)
def test_what_the_program_loads_is_up_to_date(language: str, tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.qm"
    run_tool("pyside6-lrelease", "-silent", ts(language), "-qm", fresh)
    assert fresh.read_bytes() == ts(language).with_suffix(".qm").read_bytes(), "run `make translations`"


# --- which language -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ui_languages", "language"),
    [
        (["pt-Latn-BR", "pt-BR", "pt-Latn", "pt"], "pt_BR"),
        (["pt-PT", "pt"], "pt_BR"),
        (["es-ES", "es"], "es"),
        (["es-MX", "es"], "es"),
        (["es_419"], "es"),
        (["en-GB", "en", "pt-BR"], "en"),
        (["de-DE", "de", "es-ES"], "es"),
        (["de-DE", "de"], "en"),
        (["C"], "en"),
        ([], "en"),
    ],
)
def test_the_system_says_which_language(ui_languages: list[str], language: str) -> None:
    assert system_language(ui_languages) == language


@pytest.mark.parametrize(
    ("language", "system", "day", "clock"),
    [
        ("pt_BR", "pt_BR", "28/10/2026", "14:03"),
        ("pt_BR", "en_US", "28/10/2026", "14:03"),
        ("es", "es_ES", "28/10/26", "14:03"),
        ("es", "pt_BR", "28/10/26", "14:03"),
        ("en", "en_US", "10/28/26", "2:03 PM"),
        ("en", "pt_BR", "28/10/2026", "14:03"),
        ("en", "de_DE", "28/10/2026", "14:03"),
        ("en", "C", "28/10/2026", "14:03"),
    ],
)
def test_dates_and_times_are_the_systems_as_far_as_they_suit_the_language(
    language: str, system: str, day: str, clock: str
) -> None:
    locale = formats(language, QLocale(system))
    moment = QLocale.c().toDateTime("2026-10-28 14:03", "yyyy-MM-dd HH:mm")
    assert locale.toString(moment.date(), QLocale.FormatType.ShortFormat) == day
    assert locale.toString(moment.time(), QLocale.FormatType.ShortFormat).replace("\u202f", " ") == clock


@pytest.fixture
def speaking(qapp: QApplication) -> Iterator[Callable[[str | None], None]]:
    """Speak a language until the test is over."""
    yield lambda setting: speak(qapp, setting)
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()


def test_an_unknown_setting_follows_the_system(
    speaking: Callable[[str | None], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.ui.language.system_language", lambda: "es")
    speaking("tlh")
    assert wording.reason_words(Reason.CANCELLED, provider="") == "Cancelada antes de enviarse."


# --- the window ---------------------------------------------------------------------------------------


@pytest.fixture
def in_window(
    qapp: QApplication, theme: Theme, tmp_path: Path, speaking: Callable[[str | None], None]
) -> Callable[..., None]:
    """Run a script at a window, without an account, that speaks a language."""

    def run(language: str, script: Callable[[Desk], Awaitable[None]], *, practice: bool = False) -> None:
        speaking(language)

        async def session() -> None:
            desk = Desk(tmp_path, theme, None, practice=practice)
            try:
                await desk.open()
                await script(desk)
            finally:
                await desk.close()

        run_on_qt(qapp, session())

    return run


def accessible_names(root: QWidget) -> set[str]:
    return {each.accessibleName() for each in root.findChildren(QWidget)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_listed_accessible_names_are_english_in_every_language(
    in_window: Callable[..., None], language: str
) -> None:
    async def script(desk: Desk) -> None:
        assert accessible_names(desk.window) >= NAMES
        radios = desk.window.findChildren(QRadioButton)
        assert {radio.accessibleName() for radio in radios} == {"Ring", "Audio", "Agent"}

    in_window(language, script, practice=True)


def test_main_controls_show_portuguese(in_window: Callable[..., None]) -> None:
    async def script(desk: Desk) -> None:
        def shown(name: str, root: QWidget | None = None) -> str:
            button = desk.named(name, root)
            assert isinstance(button, QAbstractButton)
            return button.text()

        desk.window.fill_in_number("+55 11 99999-0001")
        assert shown("Call") == "Tocar +55 11 99999-0001 por 8 s"
        assert desk.named("Call").accessibleDescription() == "Tocar +55 11 99999-0001 por 8 s"
        assert shown("Practice mode") == "Experimentar no modo de prática"
        assert shown("Add account", desk.window.top_bar) == "Adicionar conta"
        assert desk.named("Settings").toolTip() == "Configurações"
        assert desk.reads("Brasil · celular · ")
        assert desk.reads("Tocar por")
        assert [radio.text() for radio in desk.window.findChildren(QRadioButton)] == [
            *("Toque", "Áudio", "Agente")
        ]

    in_window("pt_BR", script)


def test_qts_own_texts_are_translated_too(speaking: Callable[[str | None], None]) -> None:
    speaking("pt_BR")
    assert QCoreApplication.translate("QLineEdit", "&Copy") == "&Copiar"


def test_countries_are_named_and_sorted_in_the_language(speaking: Callable[[str | None], None]) -> None:
    assert {code for _, code in countries()} == phonenumbers.SUPPORTED_REGIONS
    assert all(name != code for name, code in countries())
    assert country_name("ZA") == "South Africa"
    assert country_name("001") == ""
    speaking("pt_BR")
    assert country_name("ZA") == "África do Sul"
    names = [name for name, _ in countries()]
    assert names.index("África do Sul") < names.index("Brasil")


def test_a_sentence_with_values_is_translated_with_all_that_is_in_it(
    speaking: Callable[[str | None], None],
) -> None:
    full = Detail("The disk with {folder} is full. Free some space and try again.", folder="/home/ana")
    damaged = Detail("The settings are damaged. {why}", why=full)
    too_long = Detail(
        "The token is too long for Windows's credential store ({length} of at most {longest} characters).",
        length=1281,
        longest=1280,
    )
    speaking("pt_BR")
    assert wording.detail_words(str(Exception(damaged))) == (
        "As configurações estão danificadas. O disco com /home/ana está cheio. Libere espaço e tente de novo."
    )
    assert "(1.281 de no máximo 1.280 caracteres)" in wording.detail_words(too_long)
    assert wording.reason_words(Reason.REQUEST_REFUSED, provider="RyzeAPI", detail="no {such} thing") == (
        "RyzeAPI recusou a solicitação: no {such} thing"
    )


def test_trouble_with_the_disk_is_told_in_the_language(in_window: Callable[..., None]) -> None:
    async def script(desk: Desk) -> None:
        full = Detail("The disk with {folder} is full. Free some space and try again.", folder="/x")
        desk.news.trouble_heard.emit(full)
        assert desk.reads("El disco con /x está lleno.")
        desk.window.history_model.unreadable.emit(full)
        assert desk.reads("El disco con /x está lleno.")

    in_window("es", script)


# --- the setting --------------------------------------------------------------------------------------


def test_language_is_chosen_in_the_settings_for_the_next_start(in_window: Callable[..., None]) -> None:
    def combo(desk: Desk, dialog: SettingsDialog) -> QComboBox:
        found = desk.named("Idioma", dialog)
        assert isinstance(found, QComboBox)
        return found

    async def script(desk: Desk) -> None:
        desk.window.settings.open()
        dialog = desk.window.settings.dialog()
        dialog.findChild(QWidget, "qt_tabwidget_tabbar").setCurrentIndex(1)  # type: ignore[union-attr]
        languages = combo(desk, dialog)
        offered = [languages.itemText(row) for row in range(languages.count())]
        assert offered[0].startswith("Como o sistema: ")
        assert offered[1:] == ["English", "Português (Brasil)", "Español"]
        assert languages.currentIndex() == 0
        assert any("próxima abertura" in label for label in _labels(dialog))
        languages.setCurrentIndex(3)
        languages.activated.emit(3)
        await desk.until(lambda: desk.settings.current.language == "es")
        languages.setCurrentIndex(0)
        languages.activated.emit(0)
        await desk.until(lambda: desk.settings.current.language is None)
        dialog.hide()

    in_window("pt_BR", script)


def _labels(root: QWidget) -> list[str]:
    from PySide6.QtWidgets import QLabel

    return [label.text() for label in root.findChildren(QLabel)]
