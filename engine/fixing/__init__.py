"""Mending a charter file where it is certain what is meant, or with suggestions that are marked as such."""
