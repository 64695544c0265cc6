"""The charter's shape: which keys exist and what kind of value each holds."""
