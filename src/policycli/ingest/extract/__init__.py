"""From the blocks of a paper to draft records, with a note on whatever is uncertain."""
