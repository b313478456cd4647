"""The records of a catalogue, and what each of their keys is."""
