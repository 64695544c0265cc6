"""The engine: text to tree to model to facts to findings to words; arrows point down."""
