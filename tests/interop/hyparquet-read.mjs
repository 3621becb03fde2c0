// node hyparquet-read.mjs FILE: the columns of a Parquet file and what its footer says, as JSON.
import { gunzipSync } from 'node:zlib'
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet'

function text(value) {
  if (value === null || value === undefined) return null
  if (value instanceof Date) return String(value.getTime())
  return Object.is(value, -0) ? '-0' : String(value)
}

const file = await asyncBufferFromFile(process.argv[2])
const metadata = await parquetMetadataAsync(file)
const objects = await parquetReadObjects({ file, compressors: { GZIP: bytes => new Uint8Array(gunzipSync(bytes)) } })
const names = metadata.schema.slice(1).map(e => e.name)
console.log(JSON.stringify({
  columns: names.map(name => ({ name, type: '', values: objects.map(o => text(o[name])) })),
  rowGroups: metadata.row_groups.map(g => String(g.num_rows)),
  keyValues: metadata.key_value_metadata ?? [],
  createdBy: metadata.created_by,
  chunks: metadata.row_groups.flatMap((g, i) => g.columns.map(c => ({
    row_group: String(i),
    name: c.meta_data.path_in_schema[0],
    codec: c.meta_data.codec,
    encodings: c.meta_data.encodings,
    min: text(c.meta_data.statistics?.min_value),
    max: text(c.meta_data.statistics?.max_value),
    nulls: text(c.meta_data.statistics?.null_count),
  }))),
}))
