// Puts a brotli and a gzip copy beside every text file of the build, so that the server compresses nothing.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const dist = fileURLToPath(new URL('../dist', import.meta.url));
const isText = /\.(css|html|js|json|svg|txt)$/;
/** Smaller files do not gain from compression, in bytes. */
const worthIt = 1024;

for (const entry of await readdir(dist, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !isText.test(entry.name)) continue;
  const file = path.join(entry.parentPath, entry.name);
  const plain = await readFile(file);
  if (plain.length < worthIt) continue;
  const brotli = { params: { [constants.BROTLI_PARAM_SIZE_HINT]: plain.length } };
  await writeFile(`${file}.br`, brotliCompressSync(plain, brotli));
  await writeFile(`${file}.gz`, gzipSync(plain, { level: 9 }));
}
