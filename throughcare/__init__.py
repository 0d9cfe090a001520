"""Throughcare: one file for every prisoner, from reception to aftercare.

cli/     the command line
intake/  foreign tables in: mapping, typed rows, damaged rows
report/  findings out: text, JSON, CSV, one self-contained HTML page
"""
