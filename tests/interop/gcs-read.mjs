// Reads a bucket with Google's own client for Node and prints what it found: gcs-read.mjs ADDRESS BUCKET PREFIX
import { createHash } from "node:crypto";
import { Storage } from "@google-cloud/storage";

const [address, bucketName, prefix] = process.argv.slice(2);
const storage = new Storage({ apiEndpoint: address, projectId: "none", retryOptions: { autoRetry: true, maxRetries: 8, retryDelayMultiplier: 1.1, maxRetryDelay: 1 } });
const bucket = storage.bucket(bucketName);

async function pages(query) {
  const names = [];
  const prefixes = [];
  let next = { ...query, autoPaginate: false };
  let count = 0;
  while (next) {
    const [files, following, answer] = await bucket.getFiles(next);
    names.push(...files);
    prefixes.push(...(answer.prefixes ?? []));
    next = following;
    count++;
  }
  return { names, prefixes, count };
}

const all = await pages({ prefix, maxResults: 3 });
const folders = await pages({ prefix, delimiter: "/", maxResults: 2 });
const files = [];
for (const file of all.names) {
  const [exists] = await file.exists();
  if (!exists) {
    files.push({ name: file.name, exists, size: Number(file.metadata.size) });
    continue;
  }
  const [bytes] = await file.download({ validation: "crc32c" });
  const [again] = await file.download({ validation: "md5" });
  const part = file.metadata.contentEncoding ? null : (await file.download({ start: 3, end: 11, validation: false }))[0].toString("base64");
  files.push({ name: file.name, exists, size: Number(file.metadata.size), sha256: createHash("sha256").update(bytes).digest("hex"), same: bytes.equals(again), part });
}
let missing = 0;
try {
  await bucket.file(prefix + "no-such-object").download();
} catch (error) {
  missing = error.code;
}
console.log(JSON.stringify({ files, pages: all.count, prefixes: folders.prefixes, missing }));
