"""Chinese text: characters, sounds and numbers, knowing nothing of policies."""
