"""What policies say side by side: figures, comparison, matrix, timeline, documents.

Pure functions from records to records; nothing here opens, reads or prints.
"""
