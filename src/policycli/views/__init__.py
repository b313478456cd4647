"""From records to view models: pure functions, one module a question that users ask."""
