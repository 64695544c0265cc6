"""The threshold language: one tree, from which everything else is computed."""
