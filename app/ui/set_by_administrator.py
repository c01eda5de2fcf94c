"""Where it comes from that something in the settings cannot be changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.ui.icons import Icon, Tint
from app.ui.question_words import breakable
from app.ui.remark import Remark

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.services.policy import Policy

translate = QCoreApplication.translate


def set_by_administrator(policy: Policy, parent: QWidget, *, is_set: bool = True) -> Remark:
    """Return the remark that names the file; it is not seen where nothing is set."""
    remark = Remark(Icon.INFO, Tint.ACCENT, parent)
    if is_set and policy.path:
        remark.say(
            breakable(translate("GuardsPage", "Set by your administrator in {path}").format(path=policy.path))
        )
    return remark
