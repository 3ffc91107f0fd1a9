import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { loadTaxonomy } from '@skillstream/tagger';
import type { Body, Piece } from './request.ts';

let labels: string[] | null = null;
const skillNames = (): string[] => (labels ??= loadTaxonomy().skills.map(({ label }) => label));

const plain = (piece: Piece): Buffer => {
  if (typeof piece === 'string') return Buffer.from(piece);
  if ('hex' in piece) return Buffer.from(piece.hex, 'hex');
  if ('skills' in piece) return Buffer.from(skillNames().slice(0, piece.skills).join(piece.between));
  const one = Buffer.from(piece.repeat);
  return Buffer.alloc(one.length * piece.times, one);
};

const pack = {
  gzip: (bytes: Buffer) => gzipSync(bytes),
  deflate: (bytes: Buffer) => deflateSync(bytes),
  br: (bytes: Buffer) => brotliCompressSync(bytes),
};

// A bomb is the same each time; packing it anew would cost the attacker what unpacking costs the attacked.
const bombs = new Map<string, Buffer>();

const packedOf = ({ pieces, coding, members = 1 }: Body): Buffer => {
  const bytes = Buffer.concat(pieces.map(plain));
  const packed = coding ? pack[coding](bytes) : bytes;
  return members > 1 ? Buffer.concat(Array.from({ length: members }, () => packed)) : packed;
};

/** The bytes of a body. */
export const bytesOf = (body: Body): Buffer => {
  if (body.members === undefined) return packedOf(body);
  const key = JSON.stringify(body);
  const found = bombs.get(key) ?? packedOf(body);
  bombs.set(key, found);
  return found;
};
