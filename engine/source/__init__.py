"""Reading: text to a tree in which every place has a span."""
