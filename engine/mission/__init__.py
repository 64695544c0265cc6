"""Whether an act lies within what the members agreed to do together: in, ask or out."""
