"""`python -m bench.duties`."""

import sys

from bench.duties.run import main

if __name__ == "__main__":
    sys.exit(main())
