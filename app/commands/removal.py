"""`toque --remove-data`: everything that Toque keeps of this user, for an uninstaller that was told so."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

from app.commands.exit_code import BadInput
from app.desktop.autostart import autostart
from app.desktop.meeting_place import MeetingPlace
from app.desktop.phone_links import phone_links
from app.providers import PROVIDERS
from app.services.desktop import NotArranged
from app.services.secret_store import SecretsSilent, SecretsUnavailable
from app.storage.aside import kept_aside
from app.storage.keyring_secrets import KeyringSecrets
from app.storage.profile import Profile
from app.storage.profile_removal import is_in_use, is_profile, remove_profile
from app.storage.settings_file import SettingsFile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_RUNNING = "Toque is running. Close it, then try again: nothing was removed."
_SILENT = "The system's keyring did not answer. Unlock it and try again."
_FILES_KEPT = "The files were not removed."
_NO_PROFILE = "No Toque has kept anything in {folder}: nothing was removed."
_DAMAGED = (
    "The settings were damaged once, so other accounts may have had tokens. The system's keyring shows them: "
    "their names begin with “Toque ”."
)


async def remove_data(directory: Path | None) -> list[str]:
    """Remove accounts with their tokens, history, and the rest of the profile in `directory`, and practice's.

    Without a `directory` also what the desktop was told: start at login and phone links. Returns what was
    done, in sentences. Raises BadInput where a Toque runs, `directory` is somebody else's, or the tokens
    cannot be removed; the files, which say which tokens there are, are then all there.
    """
    profiles = [Profile.of(directory, practice=practice) for practice in (True, False)]
    if directory is not None:
        _require_profile(directory, profiles)
    with ExitStack() as kept:
        try:
            for profile in profiles:
                _hold(profile, kept)
            done = await _forget_secrets(profiles[-1].settings_file)
            done += _tell_desktop() if directory is None else ()
            for profile in profiles:
                remove_profile(profile)
        except OSError as error:
            raise BadInput(f"{error.filename or 'A file'} could not be removed: {error.strerror}.") from error
    done.append("Removed settings, history, contacts, do-not-call list, queue and log.")
    return done


def _require_profile(directory: Path, profiles: list[Profile]) -> None:
    """Raise BadInput where the folder is there and no Toque's: whose settings.json would that be?"""
    if profiles[-1].settings_file.parent.is_dir() and not any(map(is_profile, profiles)):
        raise BadInput(_NO_PROFILE.format(folder=directory))


def _hold(profile: Profile, kept: ExitStack) -> None:
    """Let no Toque of that profile start before `kept` is closed. Raises BadInput where one runs."""
    hold = MeetingPlace.of(profile.settings_file).hold()
    if hold is None:
        raise BadInput(_RUNNING)
    kept.callback(hold.let_go)
    if is_in_use(profile):
        raise BadInput(_RUNNING)


async def _forget_secrets(settings_file: Path) -> list[str]:
    settings = SettingsFile(settings_file)
    settings.close()
    if settings.problem:
        raise BadInput(settings.problem)
    accounts = (*settings.current.accounts, *settings.current.seen_accounts)
    # Also those of a provider that this version does not know: asking for one that is not kept is harmless.
    keys = {field.key for kind in PROVIDERS for field in kind.account_fields if field.secret}
    secrets = KeyringSecrets()
    try:
        for account in accounts:
            for key in sorted(keys):
                await secrets.delete(account.id, key)
    except SecretsUnavailable as error:
        raise BadInput(f"{error} {_FILES_KEPT}") from error
    except SecretsSilent as error:
        raise BadInput(f"{_SILENT} {_FILES_KEPT}") from error
    finally:
        secrets.close()
    number = "1 account" if len(accounts) == 1 else f"{len(accounts)} accounts"
    done = [f"Removed the tokens of {number} from the keyring."]
    is_damaged = settings_file.parent.is_dir() and kept_aside(settings_file)
    return [*done, _DAMAGED] if is_damaged else done


def _tell_desktop() -> Iterator[str]:
    """Let the desktop start Toque no more."""
    changes: dict[str, Callable[[], None]] = {
        "start at login": lambda: autostart().turn(False),
        "phone links": phone_links().forget,
    }
    for name, change in changes.items():
        try:
            change()
            yield f"Removed {name}."
        except NotArranged as error:
            yield f"Not removed: {name}. {error}"
