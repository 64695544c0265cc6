"""Pages about what is checked, for reading beside a charter."""
