"""The commands that run without the window: one module each. None of them imports Qt."""
