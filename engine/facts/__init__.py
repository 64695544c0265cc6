"""Charter to flat facts, one subject each."""
