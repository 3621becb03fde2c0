"""python3 pandas_csv.py FILE.csv TEXT_COLUMNS TIME_COLUMNS: the columns of a CSV file as pandas reads them, as JSON."""
import json
import sys

import pandas

texts = sys.argv[2].split(",")
times = sys.argv[3].split(",")
frame = pandas.read_csv(sys.argv[1], float_precision="round_trip", dtype={c: "object" for c in texts}, parse_dates=times, keep_default_na=False, na_values={c: [""] for c in pandas.read_csv(sys.argv[1], nrows=0).columns if c not in texts})
columns = []
for name in frame.columns:
    values = []
    for value in frame[name]:
        if name in texts:
            values.append(value)
        elif pandas.isna(value):
            values.append(None)
        elif name in times:
            values.append(str(value.value // 10**6))
        else:
            values.append(repr(float(value)) if isinstance(value, float) else str(value))
    columns.append({"name": name, "type": str(frame[name].dtype), "values": values})
print(json.dumps({"columns": columns}))
