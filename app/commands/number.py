"""`toque number`: how a number, link or pasted text is understood, without calling."""

from __future__ import annotations

import json
import sys

from app.commands.exit_code import BadInput, ExitCode
from app.domain.phone_link import read_link
from app.domain.phone_number import InvalidPhoneNumber, PhoneNumber


def explain(text: str, *, region: str | None, as_json: bool) -> ExitCode:
    """Print the reading of `text`. Raises BadInput with the reason if it cannot be called."""
    number = read_number(text, region)
    reading = {
        "e164": number.e164,
        "digits": number.digits,
        "country": number.country,
        "kind": number.kind.value,
        "formatted": number.formatted,
    }
    if as_json:
        sys.stdout.write(json.dumps(reading) + "\n")
    else:
        sys.stdout.writelines(f"{key:<10}{value}\n" for key, value in reading.items())
    return ExitCode.DONE


def read_number(text: str, region: str | None) -> PhoneNumber:
    """Return the number that `text` is understood as, and warn of what cannot be dialled. Raises BadInput."""
    try:
        link = read_link(text)
        number = PhoneNumber.parse(text, region)
    except InvalidPhoneNumber as error:
        raise BadInput(str(error)) from error
    if link is not None and link.extension:
        sys.stderr.write(f"Extension {link.extension} cannot be dialled by these providers; ask for it.\n")
    return number


def checked_region(code: str) -> str:
    """Return `code` as an ISO 3166 code that numbers can be read by. Raises BadInput."""
    from phonenumbers import SUPPORTED_REGIONS

    if code.upper() not in SUPPORTED_REGIONS:
        raise BadInput(f"“{code}” is not a country code such as BR or US.")
    return code.upper()
