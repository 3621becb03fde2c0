"""python3 numpy_read.py FILE.npz: every array of the file, as JSON."""
import json
import sys

import numpy

arrays = []
with numpy.load(sys.argv[1], allow_pickle=False) as file:
    for name in file.files:
        array = file[name]
        flat = array.ravel()
        if array.dtype.kind == "M":
            values = ["NaT" if numpy.isnat(v) else str(v.astype("datetime64[ms]").astype("int64")) for v in flat]
        else:
            values = [repr(float(v)) if array.dtype.kind == "f" else str(v) for v in flat]
        arrays.append({"name": name, "dtype": array.dtype.str, "shape": list(array.shape), "values": values})
print(json.dumps(arrays))
