"""Rendering: one file an output format, no I/O."""
