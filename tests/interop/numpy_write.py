"""python3 numpy_write.py FOLDER: arrays of every type and order, as files and as JSON."""
import json
import sys

import numpy

folder = sys.argv[1]
n = numpy.arange(24).reshape(2, 3, 4)
arrays = {
    "bool": n % 3 == 0,
    "i1": (n - 12).astype("i1"), "i2": (n * 1000 - 12000).astype("<i2"), "i4": (n * 10**8 - 10**9).astype("<i4"), "i8": (n.astype("i8") * 10**17 - 10**18),
    "u1": (n * 10).astype("u1"), "u2": (n * 2700).astype("<u2"), "u4": (n.astype("i8") * 178956970).astype("<u4"), "u8": n.astype("u8") * numpy.uint64(8 * 10**17),
    "f2": (n / 8).astype("<f2"), "f4": (n / 3).astype("<f4"), "f8": n / 7,
    "big_i4": (n - 5).astype(">i4"), "big_f8": (n / 9).astype(">f8"),
    "fortran_i8": numpy.asfortranarray(n - 3), "fortran_f4": numpy.asfortranarray((n / 3).astype("f4")),
    "text": numpy.array(["", "a", "größer", "🎉 emoji"]), "bytes": numpy.array([b"ab", b"", b"cde"]),
    "time_ms": numpy.array([0, -1, 1627477818000, "NaT"], dtype="datetime64[ms]"),
    "time_s": numpy.array([0, -1, 1627477818], dtype="datetime64[s]"), "time_ns": numpy.array([0, -1, 1627477818000999999], dtype="datetime64[ns]"),
    "time_d": numpy.array([0, -1, 18836], dtype="datetime64[D]"),
    "scalar": numpy.float64(2.5), "empty": numpy.zeros((0, 3)),
}
numpy.savez(f"{folder}/arrays.npz", **arrays)
numpy.savez_compressed(f"{folder}/packed.npz", **arrays)
numpy.savez(f"{folder}/objects.npz", o=numpy.array([{"a": 1}], dtype=object))
numpy.savez_compressed(f"{folder}/matrix.npz", X=numpy.asfortranarray(numpy.arange(12.0).reshape(4, 3)), C=numpy.arange(8).reshape(4, 2), y=numpy.array([0, 1, 0, 1]))
for version in [(1, 0), (2, 0), (3, 0)]:
    with open(f"{folder}/version{version[0]}.npy", "wb") as file:
        numpy.lib.format.write_array(file, arrays["f8"], version=version)


def texts(array):
    flat = array.ravel()
    if array.dtype.kind == "M":
        return ["NaT" if numpy.isnat(v) else str(int(numpy.datetime64(v, "ns").astype("int64")) // 10**6 if array.dtype.str.endswith("[ns]") else int(v.astype("datetime64[ms]").astype("int64"))) for v in flat]
    if array.dtype.kind == "f":
        return [repr(float(v)) for v in flat]
    return [v.decode() if isinstance(v, bytes) else str(v) for v in flat]


print(json.dumps([{"name": k, "shape": list(numpy.shape(v)), "values": texts(numpy.asarray(v))} for k, v in arrays.items()]))
