"""The section Discipline of a file: each case step by step, its sanctions and its appeal."""
