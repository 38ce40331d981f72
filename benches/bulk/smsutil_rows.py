"""Segments of the first rows of a campaign, by smsutil: what a script in Python does."""

import csv
import itertools
import sys

import smsutil

path, rows = sys.argv[1], int(sys.argv[2])
with open(path, encoding="utf-8", newline="") as file:
    texts = (row["text"] for row in csv.DictReader(file))
    print(sum(len(smsutil.split(text).parts) for text in itertools.islice(texts, rows)))
