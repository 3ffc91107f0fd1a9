import { crc32, deflateRawSync } from 'node:zlib';

const record = (signature: number, fields: readonly (readonly [bytes: 2 | 4, value: number])[]): Buffer => {
  const bytes = Buffer.alloc(4 + fields.reduce((sum, [size]) => sum + size, 0));
  bytes.writeUInt32LE(signature);
  let at = 4;
  for (const [size, value] of fields)
    at = size === 2 ? bytes.writeUInt16LE(value, at) : bytes.writeUInt32LE(value, at);
  return bytes;
};

export type ZipFile = { name: string; content: Buffer; encrypted?: true; saysBytes?: number };

/** Writes a zip (PKWARE's APPNOTE, 4.3): for each file its header and content, then the directory of all. */
export const makeZip = (files: readonly ZipFile[]): Buffer => {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, content, encrypted, saysBytes } of files) {
    const packed = deflateRawSync(content);
    const bytes = saysBytes ?? content.length;
    const common = [
      ...[
        [2, 20],
        [2, encrypted ? 1 : 0],
        [2, 8],
        [4, 0],
        [4, crc32(content)],
      ],
      ...[
        [4, packed.length],
        [4, bytes],
        [2, name.length],
        [2, 0],
      ],
    ] as [2 | 4, number][];
    const header = Buffer.concat([record(0x04034b50, common), Buffer.from(name), packed]);
    central.push(
      record(0x02014b50, [[2, 20], ...common, [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]]),
      Buffer.from(name),
    );
    local.push(header);
    offset += header.length;
  }
  const directory = Buffer.concat(central);
  const count = [2, files.length] as const;
  const end = record(0x06054b50, [[2, 0], [2, 0], count, count, [4, directory.length], [4, offset], [2, 0]]);
  return Buffer.concat([...local, directory, end]);
};
