// node duckdb-write.mjs FOLDER: writes one table in many ways and prints its values as DuckDB has them.
import { asTexts, connect } from './duckdb.mjs'

const folder = process.argv[2]
const connection = await connect()
await connection.run(`CREATE TABLE t AS SELECT
  i::INTEGER AS plain_int,
  CASE WHEN i % 7 = 0 THEN NULL ELSE (i * 37 % 11)::INTEGER END AS few_or_null,
  (i * 1000003 - 7000000000)::BIGINT AS big,
  (i % 200 - 100)::TINYINT AS tiny,
  (i % 60000 - 30000)::SMALLINT AS small,
  (i % 256)::UTINYINT AS unsigned_8,
  (i % 65536)::USMALLINT AS unsigned_16,
  (4294967295 - i)::UINTEGER AS unsigned_32,
  (9223372036854775807 - i)::UBIGINT AS unsigned_64,
  CASE WHEN i % 5 = 0 THEN NULL ELSE i / 3.0::FLOAT END::FLOAT AS narrow,
  CASE WHEN i % 100 = 3 THEN 'nan'::DOUBLE WHEN i % 100 = 4 THEN '-inf'::DOUBLE ELSE i / 7.0::DOUBLE END AS wide,
  i % 3 = 0 AS flag,
  CASE WHEN i % 2 = 0 THEN NULL ELSE (i // 1000) % 2 = 0 END AS flag_or_null,
  'job-' || (i % 13) AS few_texts,
  CASE WHEN i % 11 = 0 THEN NULL ELSE 'periodic-ci-test-' || i || '-ü🎉' END AS many_texts,
  repeat('long text ', (i % 40)::INTEGER) AS long_text,
  DATE '1969-12-01' + (i % 3000)::INTEGER AS day,
  make_timestamp_ms((i * 86399123 - 500000000000)::BIGINT)::TIMESTAMPTZ AS time_utc,
  make_timestamp((i * 86399123457 - 500000000000)::BIGINT) AS time_micros,
  make_timestamp_ns((i * 86399123457001 - 500000000000)::BIGINT) AS time_nanos,
  make_timestamp_ms((i * 1000)::BIGINT)::TIMESTAMP_MS AS time_millis,
  (i / 100.0)::DECIMAL(9, 2) AS decimal_32,
  (i / 1000.0)::DECIMAL(18, 3) AS decimal_64,
  (i * 1.5)::DECIMAL(30, 4) AS decimal_128,
  NULL::INTEGER AS nothing
FROM range(5000) r(i)`)
for (const codec of ['uncompressed', 'snappy', 'gzip', 'brotli', 'zstd', 'lz4_raw']) {
  for (const version of ['V1', 'V2']) {
    await connection.run(`COPY t TO '${folder}/${codec}-${version}.parquet' (FORMAT parquet, COMPRESSION ${codec}, PARQUET_VERSION ${version}, ROW_GROUP_SIZE 2048)`)
  }
}
await connection.run(`COPY t TO '${folder}/nodict-V2.parquet' (FORMAT parquet, PARQUET_VERSION V2, DICTIONARY_SIZE_LIMIT 1, ROW_GROUP_SIZE 4096)`)
await connection.run(`COPY (SELECT [1, 2] AS numbers, 1 AS one) TO '${folder}/nested-list.parquet' (FORMAT parquet)`)
await connection.run(`COPY (SELECT {'a': 1} AS fields, 1 AS one) TO '${folder}/nested-struct.parquet' (FORMAT parquet)`)
await connection.run(`COPY (SELECT 18446744073709551615::UBIGINT AS huge) TO '${folder}/huge.parquet' (FORMAT parquet)`)
await connection.run(`COPY (SELECT plain_int, few_or_null, big, narrow, wide, flag_or_null, few_texts, many_texts, time_utc FROM t) TO '${folder}/table.csv' (FORMAT csv, HEADER)`)
console.log(JSON.stringify({ columns: await asTexts(connection, 't') }))
