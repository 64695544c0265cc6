"""Details of what happened, one module a kind of event; the keys of an action file of the same name."""
