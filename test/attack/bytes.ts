import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { loadTaxonomy } from '@skillstream/tagger';
import type { Body, Fragment } from './request.ts';

let labels: string[] | null = null;
const skillNames = (): string[] => (labels ??= loadTaxonomy().skills.map(({ label }) => label));

const plain = (fragment: Fragment): Buffer => {
  if (typeof fragment === 'string') return Buffer.from(fragment);
  if ('hex' in fragment) return Buffer.from(fragment.hex, 'hex');
  if ('skills' in fragment) return Buffer.from(skillNames().slice(0, fragment.skills).join(fragment.between));
  const one = Buffer.from(fragment.repeat);
  return Buffer.alloc(one.length * fragment.times, one);
};

const pack = {
  gzip: (bytes: Buffer) => gzipSync(bytes),
  deflate: (bytes: Buffer) => deflateSync(bytes),
  br: (bytes: Buffer) => brotliCompressSync(bytes),
};

// A bomb is the same each time; packing it anew would cost the attacker what unpacking costs the attacked.
const bombs = new Map<string, Buffer>();

const packedOf = ({ fragments, coding, members = 1 }: Body): Buffer => {
  const bytes = Buffer.concat(fragments.map(plain));
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
