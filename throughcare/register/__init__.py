"""What was done and read, by whom, when and why: append-only, hashed, under signed checkpoints.

Each change and each reading leaves an entry, written in the transaction of the change: if
the entry cannot be written, the change does not happen. An entry holds the digest of the content,
never the content, and no foreign key: history does not follow living data.

Writers do not wait for one another. A sealer gives each committed entry its place in the one order
and signs the root of a Merkle tree (RFC 6962) over it. `verify` shows afterwards that nothing was
changed, taken away, put in or moved, also not by somebody who rules the database.

    actions    record an entry, or many in bulk; seal what has come
    queries    who opened a file; the last change of a row
    verify     recompute everything and name the first bad entry
    state      how far a verification came, for the next one
    proofs     compare living rows with what the register says of them
    heads      the signed head as a small file that is kept elsewhere
    page       the same as a sheet to print
    export     all entries as JSON lines
    command    the three commands in plain functions
"""
