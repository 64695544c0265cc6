"""New files, made of answers to a few questions."""
