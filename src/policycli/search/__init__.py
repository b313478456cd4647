"""Finding: what was typed, which records could be meant, and in what order."""
