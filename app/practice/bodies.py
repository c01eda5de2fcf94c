"""What the providers' JSON bodies have in common: reading them whole, and as an object."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import msgspec

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request

JSON_NAMES = {str: "a string", int: "an integer", bool: "true or false", list: "a list", dict: "an object"}
_T = TypeVar("_T")


class BadBody(Exception):
    """A body, or a field of it, that is not as it must be. The message says what is wrong."""


async def read_body(request: Request) -> tuple[str, bytearray]:
    """Return a request's Content-Type and its body."""
    body = bytearray()  # request.body() would keep a copy until the reply, and the pieces beside it
    async for piece in request.stream():
        body += piece
    return request.headers.get("content-type", ""), body


def is_json(content_type: str) -> bool:
    """Whether that Content-Type says JSON."""
    return content_type.partition(";")[0].strip().lower() == "application/json"


def fields_of(body: bytes | bytearray) -> dict[str, object]:
    """Return the fields of a JSON object. Raises BadBody."""
    try:
        fields = msgspec.json.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise BadBody(str(error)) from error
    if not isinstance(fields, dict):
        raise BadBody("it must be a JSON object")
    return fields


def optional(fields: Mapping[str, object], key: str, kind: type[_T], default: _T) -> _T:
    """Return the field, of exactly that type: true is no integer. Raises BadBody."""
    value = fields.get(key, default)
    if type(value) is not kind:
        raise BadBody(f"{key} must be {JSON_NAMES[kind]}")
    return value
