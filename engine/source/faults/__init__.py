"""Faults: places where a file stops being YAML, and what would make it YAML again."""
