// Shared by the DuckDB scripts: a connection, and rows as columns of texts so that nothing is lost on the way.
import { DuckDBInstance } from '@duckdb/node-api'

export async function connect() {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  await connection.run("SET TimeZone = 'UTC'")
  await connection.run('SET threads = 1')
  return connection
}

export async function rows(connection, sql) {
  const reader = await connection.runAndReadAll(sql)
  return reader.getRowObjectsJson()
}

export async function asTexts(connection, source) {
  const described = await rows(connection, `DESCRIBE SELECT * FROM ${source}`)
  const columns = described.map(column => {
    const name = '"' + column.column_name.replaceAll('"', '""') + '"'
    let value = `${name}::VARCHAR`
    if (column.column_type === 'DATE') value = `epoch_ms(${name}::TIMESTAMP)::VARCHAR`
    // epoch_ms cuts towards 1970; times before it are to be rounded down.
    else if (column.column_type === 'TIMESTAMP_NS') value = `floor(epoch_ns(${name}) / 1000000)::BIGINT::VARCHAR`
    else if (column.column_type.startsWith('TIMESTAMP')) value = `floor(epoch_us(${name}::TIMESTAMPTZ) / 1000)::BIGINT::VARCHAR`
    else if (column.column_type === 'FLOAT') value = `${name}::DOUBLE::VARCHAR`
    return { name: column.column_name, type: column.column_type, sql: `${value} AS ${name}` }
  })
  const reader = await connection.runAndReadAll(`SELECT ${columns.map(c => c.sql).join(', ')} FROM ${source}`)
  const values = reader.getColumns()
  return columns.map((c, i) => ({ name: c.name, type: c.type, values: values[i] ?? [] }))
}
