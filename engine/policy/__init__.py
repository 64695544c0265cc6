"""Policies: read, compile, match."""
