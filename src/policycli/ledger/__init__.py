"""The ledger (台账): a catalogue as tables that people read, change and give back.

``sheets`` says which columns there are and fills them, ``notation`` how a value stands in a cell,
``reading`` makes policies of tables again. Nothing here knows of files.
"""
