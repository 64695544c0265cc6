"""Details of what happened, one module a kind of event; the keys of an action file of the same name.

A module that has choices says what each means under ``MEANINGS``: the words of the choice to a line for each.
"""
