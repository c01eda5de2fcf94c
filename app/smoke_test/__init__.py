"""Whether this copy of Toque is whole: every part that could have been left behind does its work once."""
