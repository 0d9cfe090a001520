"""`python -m bench.register`."""

import sys

from bench.register.run import main

if __name__ == "__main__":
    sys.exit(main())
