import { deflateRawSync } from 'node:zlib';

/** A zip archive of one deflated file, as release archives are. */
export function zipOf(name: string, content: Buffer): Buffer {
  const packed = deflateRawSync(content);
  const local = header(30, 0x04034b50, name, packed.length, content.length, 8);
  local.writeUInt16LE(name.length, 26);
  const directory = header(46, 0x02014b50, name, packed.length, content.length, 10);
  directory.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(local.length + packed.length, 16);
  return Buffer.concat([local, packed, directory, end]);
}

function header(
  size: number,
  mark: number,
  name: string,
  packed: number,
  plain: number,
  method: number,
): Buffer {
  const bytes = Buffer.alloc(size);
  bytes.writeUInt32LE(mark, 0);
  bytes.writeUInt16LE(8, method);
  // Method, time, date and checksum come before the two sizes.
  bytes.writeUInt32LE(packed, method + 10);
  bytes.writeUInt32LE(plain, method + 14);
  return Buffer.concat([bytes, Buffer.from(name)]);
}
