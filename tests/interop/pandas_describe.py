"""python3 pandas_describe.py FILE.csv...: describe() of every column of CSV files, as pandas prints it and as numbers, as JSON."""
import json
import sys

import pandas

files = []
for path in sys.argv[1:]:
    frame = pandas.read_csv(path, float_precision="round_trip")
    columns = []
    for name in frame.columns:
        described = frame[[name]].describe()
        printed = [line.split()[-1] for line in described.to_string().split("\n")[1:]]
        columns.append({"name": name, "printed": printed, "values": [None if pandas.isna(v) else repr(float(v)) for v in described[name]]})
    files.append(columns)
print(json.dumps(files))
