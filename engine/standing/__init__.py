"""Where a coalition stands on a day: what is due, what is used up, what is open."""
