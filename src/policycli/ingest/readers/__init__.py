"""Reading documents: each format to blocks, within limits, in a process of its own."""
