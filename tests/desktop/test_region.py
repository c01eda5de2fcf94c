"""The system's country, from the locale variables in the order in which they count."""

from __future__ import annotations

import pytest

from app.desktop.region import system_region

pytestmark = pytest.mark.skipif("sys.platform == 'win32'", reason="it is not told by variables")


@pytest.mark.parametrize(
    ("variables", "region"),
    [
        ({}, None),
        ({"LANG": ""}, None),
        ({"LANG": "C"}, None),
        ({"LANG": "C.UTF-8"}, None),
        ({"LANG": "POSIX"}, None),
        ({"LANG": "pt"}, None),
        ({"LANG": "es_419"}, None),
        ({"LANG": "pt_BR"}, "BR"),
        ({"LANG": "pt_BR.UTF-8"}, "BR"),
        ({"LANG": "de_DE@euro"}, "DE"),
        ({"LANG": "sr_RS.UTF-8@latin"}, "RS"),
        ({"LANG": "fil_PH"}, "PH"),
        ({"LANG": "zh_Hant_TW"}, "TW"),
        ({"LANG": "en-US"}, "US"),
        ({"LANG": "en_US", "LC_TELEPHONE": "pt_BR.UTF-8"}, "BR"),
        ({"LANG": "en_US", "LC_TELEPHONE": "pt_BR.UTF-8", "LC_ALL": "es_MX.UTF-8"}, "MX"),
        ({"LANG": "pt_BR.UTF-8", "LC_ALL": "C.UTF-8"}, None),
        ({"LANG": "pt_BR.UTF-8", "LC_ALL": "C"}, None),
        ({"LANG": "pt_BR.UTF-8", "LC_TELEPHONE": "C"}, None),
        ({"LANG": "pt_BR.UTF-8", "LC_TELEPHONE": "", "LC_ALL": ""}, "BR"),
    ],
)
def test_the_country_is_read_from_the_locale(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], region: str | None
) -> None:
    for name in ("LC_ALL", "LC_TELEPHONE", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert system_region() == region
