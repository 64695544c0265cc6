"""What several formats share: sentences, order, quoted lines."""
