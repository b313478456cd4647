"""Documents → draft records → a catalogue file, in three rooms that follow each other.

``readers`` bring a document into blocks, ``extract`` finds what a paper says and makes drafts of
it, ``merging`` takes drafts into a catalogue that is there already. Nothing of this is loaded by
a command that only reads.
"""
