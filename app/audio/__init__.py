"""A sound file made ready for a call: decoded, levelled, trimmed and encoded, without any other program."""
