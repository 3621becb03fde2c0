// node hyparquet-write.mjs FOLDER: writes one table with each encoding the writer knows and prints the values.
import { parquetWriteFile } from 'hyparquet-writer'

const folder = process.argv[2]
const count = 3000
const range = [...Array(count).keys()]
const text = value => value === null ? null : value instanceof Date ? String(value.getTime()) : Object.is(value, -0) ? '-0' : String(value)

const columns = [
  { name: 'plain_int', type: 'INT32', data: range.map(i => i * 7 - 1000), encoding: 'PLAIN' },
  { name: 'delta_int', type: 'INT32', data: range.map(i => (i * i) % 100003 - 50000), encoding: 'DELTA_BINARY_PACKED' },
  { name: 'delta_long', type: 'INT64', data: range.map(i => BigInt(i) * 1234567890123n - 9000000000000n), encoding: 'DELTA_BINARY_PACKED' },
  { name: 'extreme_long', type: 'INT64', data: range.map(i => i % 2 ? 9223372036854775807n : -9223372036854775808n), encoding: 'DELTA_BINARY_PACKED' },
  { name: 'int_or_null', type: 'INT32', data: range.map(i => i % 4 ? i : null) },
  { name: 'split_float', type: 'FLOAT', data: range.map(i => Math.fround(i / 3)), encoding: 'BYTE_STREAM_SPLIT' },
  { name: 'split_double', type: 'DOUBLE', data: range.map(i => i / 3 - 100), encoding: 'BYTE_STREAM_SPLIT' },
  { name: 'double_or_null', type: 'DOUBLE', data: range.map(i => i % 3 ? i / 7 : null) },
  { name: 'flag', type: 'BOOLEAN', data: range.map(i => i % 5 < 2) },
  { name: 'flag_or_null', type: 'BOOLEAN', data: range.map(i => i % 3 ? i % 100 < 50 : null) },
  { name: 'rle_flag', type: 'BOOLEAN', data: range.map(i => Math.floor(i / 200) % 2 === 0), encoding: 'RLE' },
  { name: 'few_texts', type: 'STRING', data: range.map(i => `job-${i % 9}`) },
  { name: 'text_or_null', type: 'STRING', data: range.map(i => i % 6 ? `test ü🎉 ${i}` : null) },
  { name: 'lengths_text', type: 'STRING', data: range.map(i => 'x'.repeat(i % 37)), encoding: 'DELTA_LENGTH_BYTE_ARRAY' },
  { name: 'delta_text', type: 'STRING', data: range.map(i => `periodic-ci-openshift-${String(i).padStart(6, '0')}`), encoding: 'DELTA_BYTE_ARRAY' },
  { name: 'time', type: 'TIMESTAMP', data: range.map(i => new Date(i * 86399123 - 5000000000)) },
]
for (const codec of ['SNAPPY', 'UNCOMPRESSED']) {
  await parquetWriteFile({ filename: `${folder}/hyparquet-${codec}.parquet`, columnData: columns, codec, rowGroupSize: 1100, pageSize: 4000 })
}
console.log(JSON.stringify({ columns: columns.map(c => ({ name: c.name, type: c.type, values: c.data.map(text) })) }))
