"""Speed of coalcheck beside other checkers of YAML files, on charters made here."""
