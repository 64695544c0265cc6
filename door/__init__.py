"""The commands: parse arguments, call the engine, render, exit; and what they have in common."""
