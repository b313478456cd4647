"""The consistency review: a draft, clause by clause, against everything known."""
