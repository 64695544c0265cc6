"""What a check of actions gives back: the verdict, what it rests on, and facts of it for policies."""
