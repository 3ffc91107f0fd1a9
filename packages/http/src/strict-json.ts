import { isUtf8 } from 'node:buffer';
import type { ValidationIssue } from '@skillstream/contracts';
import { cutPath, jsonFault } from '@skillstream/errors';
import { shapeIssue, type JsonShape } from './json-shape.ts';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const isSpace = (code: number) => code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;

/** The index of the quote that ends the string which begins at `start`. */
const endOfString = (text: string, start: number): number => {
  for (let end = text.indexOf('"', start + 1); ; end = text.indexOf('"', end + 1)) {
    let escapes = 0;
    while (text.charCodeAt(end - 1 - escapes) === BACKSLASH) escapes += 1;
    if (escapes % 2 === 0) return end;
  }
};

/**
 * The path of the first duplicate key; JSON.parse silently uses the last one.
 * @param text JSON that JSON.parse has accepted, so nothing else needs to be checked
 * @returns null if no key is duplicate
 */
export const duplicateKey = (text: string): string | null => {
  // In deeply nested input most levels have no key.
  const open: { keys: Set<string> | null; last: string }[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x7b || code === 0x5b) open.push({ keys: null, last: '' });
    else if (code === 0x7d || code === 0x5d) open.pop();
    if (code !== QUOTE) continue;
    const end = endOfString(text, at);
    let next = end + 1;
    while (isSpace(text.charCodeAt(next))) next += 1;
    const level = open.at(-1);
    if (level && text[next] === ':') {
      const raw = text.slice(at + 1, end);
      level.last = raw.includes('\\') ? (JSON.parse(`"${raw}"`) as string) : raw;
      level.keys ??= new Set();
      if (level.keys.has(level.last))
        return open
          .map(({ last }) => last)
          .filter(Boolean)
          .join('.');
      level.keys.add(level.last);
    }
    at = end;
  }
  return null;
};

export type ParsedJson = { value: unknown } | { faults: ValidationIssue[] };

/** Parses JSON (RFC 8259), and rejects what two parsers would interpret differently. */
export const parseStrictJson = (text: string): ParsedJson => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { faults: [{ path: '', message: jsonFault(text) }] };
  }
  const repeated = duplicateKey(text);
  return repeated === null
    ? { value }
    : { faults: [cutPath({ path: repeated, message: 'stands twice in one object' })] };
};

/**
 * Parses the bytes of JSON in UTF-8 (RFC 8259, 8.1), after checking its shape.
 * @param shape the limits of what is parsed
 */
export const parseJson = (bytes: Buffer, shape: JsonShape): ParsedJson => {
  if (!isUtf8(bytes)) return { faults: [{ path: '', message: 'is not valid UTF-8' }] };
  const message = shapeIssue(bytes, shape);
  if (message !== null) return { faults: [{ path: '', message }] };
  return parseStrictJson(bytes.toString('utf8'));
};
