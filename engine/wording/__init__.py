"""Small pieces of plain English that every room may use."""
