"""An organisation's own view of possible partners: read, compared with what it needs, never added up."""
