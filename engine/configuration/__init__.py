"""Settings: from a file beside the charter and from the environment, for whatever was not typed."""
