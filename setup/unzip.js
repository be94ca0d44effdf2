// @ts-check
const { inflateRawSync } = require('node:zlib');

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const STORED = 0;
const DEFLATED = 8;

/**
 * One file out of a zip archive.
 * @param {Buffer} archive
 * @param {string} name
 * @returns {Buffer}
 */
function unzip(archive, name) {
  for (const entry of entriesOf(archive)) {
    if (entry.name !== name) continue;
    const data = archive.subarray(entry.start, entry.start + entry.size);
    if (entry.method === STORED) return data;
    if (entry.method === DEFLATED) return inflateRawSync(data);
    throw new Error(`${name} is packed by method ${entry.method}, which is not known here`);
  }
  throw new Error(`the archive holds no ${name}`);
}

/**
 * @param {Buffer} archive
 * @returns {Generator<{ name: string, method: number, size: number, start: number }>}
 */
function* entriesOf(archive) {
  const end = archive.lastIndexOf(signature(END_OF_DIRECTORY));
  if (end < 0) throw new Error('this is no zip archive');
  const count = archive.readUInt16LE(end + 10);
  let at = archive.readUInt32LE(end + 16);
  for (let i = 0; i < count; i++) {
    if (archive.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new Error('the archive is damaged');
    const nameLength = archive.readUInt16LE(at + 28);
    const header = archive.readUInt32LE(at + 42);
    yield {
      name: archive.toString('utf8', at + 46, at + 46 + nameLength),
      method: archive.readUInt16LE(at + 10),
      size: archive.readUInt32LE(at + 20),
      // Name and extra field of the local header may be longer than those of the directory.
      start: header + 30 + archive.readUInt16LE(header + 26) + archive.readUInt16LE(header + 28),
    };
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
}

/** @param {number} value */
function signature(value) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

module.exports = { unzip };
