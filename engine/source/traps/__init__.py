"""Traps: what is good YAML and yet not what its author meant."""
