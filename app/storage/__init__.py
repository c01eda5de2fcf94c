"""Disk: settings, the keyring, and the history database."""
