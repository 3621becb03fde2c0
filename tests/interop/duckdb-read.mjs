// node duckdb-read.mjs FILE: the columns of a Parquet or CSV file and what its footer says, as JSON.
import { asTexts, connect, rows } from './duckdb.mjs'

const file = process.argv[2].replaceAll("'", "''")
const connection = await connect()
// DuckDB takes "" for null unless told otherwise.
const source = file.endsWith('.csv') ? `read_csv('${file}', header = true, allow_quoted_nulls = false)` : `read_parquet('${file}')`
const result = { columns: await asTexts(connection, source) }
if (file.endsWith('.parquet')) {
  result.chunks = await rows(connection, `SELECT row_group_id::VARCHAR AS row_group, path_in_schema AS name, num_values::VARCHAR AS values, stats_null_count::VARCHAR AS nulls,
    stats_min_value AS min, stats_max_value AS max, min_is_exact::VARCHAR AS min_exact, max_is_exact::VARCHAR AS max_exact, encodings, compression, type FROM parquet_metadata('${file}') ORDER BY row_group_id, column_id`)
  result.keyValues = await rows(connection, `SELECT decode(key) AS key, decode(value) AS value FROM parquet_kv_metadata('${file}')`)
  result.schema = await rows(connection, `SELECT name, type, converted_type, logical_type, repetition_type FROM parquet_schema('${file}')`)
}
if (process.argv[3]) {
  result.answer = (await rows(connection, process.argv[3].replaceAll('$FILE', `'${file}'`)))
}
console.log(JSON.stringify(result))
