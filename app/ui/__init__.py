"""The only Qt widgets. They show and ask; they do not decide, fetch or store."""
