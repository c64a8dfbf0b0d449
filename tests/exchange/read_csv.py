"""Reads a CSV with Python's own reader and writes its cells as JSON."""
import csv
import json
import sys

csv.field_size_limit(sys.maxsize)
with open(sys.argv[1], newline="", encoding="utf-8-sig") as file:
    json.dump(list(csv.reader(file, strict=True)), sys.stdout)
