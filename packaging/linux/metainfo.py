"""What software centres show of Toque: AppStream metadata."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

from product import COMMAND, DESCRIPTION, DESKTOP_FILE, IDENTIFIER, LICENCE, LINKS, NAME, PUBLISHER, SUMMARY

if TYPE_CHECKING:
    from linux.changelog import Release

FILE_NAME = f"{IDENTIFIER}.metainfo.xml"
SUMMARIES = {
    "": SUMMARY,
    "pt_BR": "Faça chamadas manualmente",
    "es": "Haga llamadas a mano",
}
DESCRIPTIONS = {
    "": DESCRIPTION,
    "pt_BR": "Faça chamadas manualmente por provedores de chamadas HTTP e veja, sem meias verdades, "
    "o que foi feito de cada uma.",
    "es": "Haga llamadas a mano a través de proveedores de llamadas HTTP y vea, sin medias verdades, "
    "qué fue de cada una.",
}
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def metainfo(releases: list[Release]) -> str:
    """Return the metadata; `releases` newest first."""
    component = ET.Element("component", type="desktop-application")
    for tag, text in (
        ("id", IDENTIFIER),
        ("name", NAME),
        ("developer_name", PUBLISHER),
        ("metadata_license", "CC0-1.0"),
        ("project_license", LICENCE),
    ):
        ET.SubElement(component, tag).text = text
    for language, text in SUMMARIES.items():
        _translated(component, "summary", language).text = text
    description = ET.SubElement(component, "description")
    for language, text in DESCRIPTIONS.items():
        _translated(description, "p", language).text = text
    ET.SubElement(component, "launchable", type="desktop-id").text = DESKTOP_FILE
    ET.SubElement(component, "icon", type="stock").text = COMMAND
    for tag, child, texts in (
        ("categories", "category", ("Network", "Telephony")),
        ("keywords", "keyword", ("call", "phone", "dialler", "WhatsApp")),
    ):
        of = ET.SubElement(component, tag)
        for text in texts:
            ET.SubElement(of, child).text = text
    provides = ET.SubElement(component, "provides")
    ET.SubElement(provides, "binary").text = COMMAND
    for scheme in LINKS:
        ET.SubElement(provides, "mediatype").text = f"x-scheme-handler/{scheme}"
    ET.SubElement(component, "content_rating", type="oars-1.1")
    _add_releases(component, releases)
    ET.indent(component)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(component, encoding="unicode") + "\n"


def _translated(parent: ET.Element, tag: str, language: str) -> ET.Element:
    return ET.SubElement(parent, tag, {_LANGUAGE: language} if language else {})


def _add_releases(component: ET.Element, releases: list[Release]) -> None:
    of = ET.SubElement(component, "releases")
    for release in releases:
        ET.SubElement(
            of,
            "release",
            version=release.version,
            date=release.date.date().isoformat(),
            type="stable" if release.is_published else "development",
        )
