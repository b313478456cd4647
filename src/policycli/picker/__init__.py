"""Pick a record: type, see hits at every key, look at each, and take one."""
