"""What Windows reads in the executables themselves: version, names, and what they are made for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import product

from app.desktop.own_command import WINDOWS_PROGRAM

if TYPE_CHECKING:
    from PyInstaller.utils.win32.versioninfo import VSVersionInfo

WINDOW = WINDOWS_PROGRAM
CONSOLE = f"{product.COMMAND}-cli.exe"
"""The same program for a terminal: Windows lets a program have a console or not, from its beginning."""

MANIFEST = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<assembly xmlns="urn:schemas-microsoft-com:asm.v1" manifestVersion="1.0">
  <trustInfo xmlns="urn:schemas-microsoft-com:asm.v3">
    <security>
      <requestedPrivileges>
        <requestedExecutionLevel level="asInvoker" uiAccess="false"/>
      </requestedPrivileges>
    </security>
  </trustInfo>
  <compatibility xmlns="urn:schemas-microsoft-com:compatibility.v1">
    <application>
      <supportedOS Id="{8e0f7a12-bfb3-4fe8-b9a5-48fd50a15a9a}"/>
    </application>
  </compatibility>
  <application xmlns="urn:schemas-microsoft-com:asm.v3">
    <windowsSettings>
      <dpiAware xmlns="http://schemas.microsoft.com/SMI/2005/WindowsSettings">true/pm</dpiAware>
      <dpiAwareness xmlns="http://schemas.microsoft.com/SMI/2016/WindowsSettings">PerMonitorV2</dpiAwareness>
      <longPathAware xmlns="http://schemas.microsoft.com/SMI/2016/WindowsSettings">true</longPathAware>
    </windowsSettings>
  </application>
  <dependency>
    <dependentAssembly>
      <assemblyIdentity type="win32" name="Microsoft.Windows.Common-Controls" version="6.0.0.0"
        processorArchitecture="*" publicKeyToken="6595b64144ccf1df" language="*"/>
    </dependentAssembly>
  </dependency>
</assembly>
"""
"""Sharp on every screen, paths of any length, no administrator asked for; Windows 10 and 11 (one id)."""

_ENGLISH_UNICODE = (0x0409, 1200)


def version_texts(file: str) -> dict[str, str]:
    """Return what the properties of the executable of that name say, as Windows calls them."""
    return {
        "CompanyName": product.PUBLISHER,
        "FileDescription": product.NAME,
        "FileVersion": product.VERSION,
        "InternalName": file.removesuffix(".exe"),
        "LegalCopyright": product.COPYRIGHT,
        "OriginalFilename": file,
        "ProductName": product.NAME,
        "ProductVersion": product.VERSION,
    }


def version_info(file: str) -> VSVersionInfo:
    """Return the version resource of that executable; only on Windows PyInstaller brings what it takes."""
    from PyInstaller.utils.win32.versioninfo import (
        FixedFileInfo,
        StringFileInfo,
        StringStruct,
        StringTable,
        VarFileInfo,
        VarStruct,
        VSVersionInfo,
    )

    language, codepage = _ENGLISH_UNICODE
    texts = [StringStruct(*text) for text in version_texts(file).items()]
    table = StringTable(f"{language:04x}{codepage:04x}", texts)
    return VSVersionInfo(
        ffi=FixedFileInfo(filevers=product.four_numbers(), prodvers=product.four_numbers()),
        kids=[StringFileInfo([table]), VarFileInfo([VarStruct("Translation", list(_ENGLISH_UNICODE))])],
    )
