"""The roll: who votes on what, by which words, in a given charter."""
