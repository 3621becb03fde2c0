// node npyjs-read.mjs FILE...: shape, type and values of NPY files, as JSON.
import { readFileSync } from 'node:fs'
import { load } from 'npyjs'

const arrays = []
for (const path of process.argv.slice(2)) {
  const bytes = readFileSync(path)
  const array = await load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))
  arrays.push({ shape: array.shape, dtype: array.dtype, values: Array.from(array.data, String) })
}
console.log(JSON.stringify(arrays))
