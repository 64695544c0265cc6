"""Two versions of a charter held side by side: what can be carried under the one and not under the other."""
