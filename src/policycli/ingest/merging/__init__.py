"""Taking drafts into a catalogue file without losing what people changed in it."""
