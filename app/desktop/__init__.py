"""The operating system around the window: the log file and what is copied for a support request."""
