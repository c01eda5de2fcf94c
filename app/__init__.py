"""Toque: place calls by hand through HTTP call providers, and see truthfully what became of each."""

__version__ = "0.1.0"
