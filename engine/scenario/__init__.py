"""What a coalition expects of its own charter, written down as cases, and whether the charter does it."""
