"""The private PostgreSQL cluster that the service starts itself (architecture, decision 6).

It lives under the data folder, listens on a Unix socket only, and runs as an unprivileged user,
from the PostgreSQL that is installed on the machine. Two roles use it: `throughcare_owner` owns the
tables and changes their shape; `throughcare_app` is the service, which owns nothing.

    binaries   where PostgreSQL's programs are, and of which version
    folder     what lies where under the data folder
    server     make, start, stop, ask whether it runs
    disk       room on the disk
    given      a server of somebody else's, named by a URL
    doctor     what is wrong, and the line that mends it
    roles      the two roles, the databases, the extensions
    errors     what can go wrong, in words
"""
