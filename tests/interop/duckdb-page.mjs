// node duckdb-page.mjs FOLDER FILE.sql: runs statements in a folder and prints the rows of the last one as JSON.
import { readFileSync } from 'node:fs'
import { connect } from './duckdb.mjs'

process.chdir(process.argv[2])
const connection = await connect()
const statements = await connection.extractStatements(readFileSync(process.argv[3], 'utf8'))
let reader
for (let i = 0; i < statements.count; i++) {
  const prepared = await statements.prepare(i)
  reader = await prepared.runAndReadAll()
}
console.log(JSON.stringify(reader.getRowObjectsJson()))
