import { expect, test } from '@jest/globals';
import { compare, indexKeysOf, signatureOf } from '@skillstream/linking';
import { packSignature, unpackSignature } from './stored-signature.ts';

const posting = (title: string, city: string | null = 'Berlin', words = 'one') => ({
  ...{ title, organization: 'Acme', datePosted: '2026-01-10' },
  description: Array.from({ length: 60 }, (_, at) => `backend engineer ${words}${at}`).join(' '),
  location: { country: 'DE', region: null, city },
});
const postings = [
  posting('Senior Backend Engineer'),
  posting('Senior Backend Engineer - Hamburg', 'Hamburg'),
  posting('Senior Backend Engineer, Berlin', null),
  posting('Backend Engineers and Designers', 'Berlin', 'two'),
  posting('Staff Payments Engineer'),
  posting('Shop Manager - Altona', 'Hamburg'),
];

test('stored signatures compare as those that they were made of, and have the same keys', () => {
  for (const one of postings.map(signatureOf)) {
    const stored = unpackSignature(packSignature(one));
    expect(indexKeysOf(stored)).toEqual(indexKeysOf(one));
    for (const other of postings.map(signatureOf))
      expect(compare(stored, unpackSignature(packSignature(other)))).toEqual(compare(one, other));
  }
});

test('a stored signature holds no word of title, text or place', () => {
  const stored = JSON.stringify(postings.map((one) => packSignature(signatureOf(one)))).toLowerCase();
  for (const word of ['backend', 'payments', 'shop', 'altona', 'berlin', 'hamburg', 'designer'])
    expect(stored).not.toContain(word);
});
