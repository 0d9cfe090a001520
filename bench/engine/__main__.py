"""`python -m bench.engine`: what `make bench` calls."""

from bench.engine.run import main

if __name__ == "__main__":
    main()
