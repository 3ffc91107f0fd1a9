import type { Fragment } from './request.ts';

/** A text that is told in pieces. */
export type Text = { text: Fragment[] };
/** What JSON.stringify would not write: `1e400`, the same key twice, half a string. */
export type Raw = { raw: Fragment[] };
/** A value as JSON has it, in which long things are told, not held. */
export type Json = null | boolean | number | string | Text | Raw | Json[] | { [key: string]: Json };

/** The same text again and again. */
export const many = (repeat: string, times: number): Fragment => ({ repeat, times });
export const text = (...fragments: Fragment[]): Text => ({ text: fragments });
export const raw = (...fragments: Fragment[]): Raw => ({ raw: fragments });

const isTold = <K extends 'text' | 'raw'>(value: object, key: K): value is Record<K, Fragment[]> =>
  key in value && Array.isArray((value as Record<K, unknown>)[key]) && Object.keys(value).length === 1;

const escaped = (plain: string): string => JSON.stringify(plain).slice(1, -1);

const inString = (fragment: Fragment): Fragment => {
  if (typeof fragment === 'string') return escaped(fragment);
  return 'repeat' in fragment ? { ...fragment, repeat: escaped(fragment.repeat) } : fragment;
};

const listOf = (items: Fragment[][]): Fragment[] =>
  items.flatMap((item, i) => (i > 0 ? [',', ...item] : item));

/** A value as the pieces of its JSON. */
export const piecesOf = (value: Json): Fragment[] => {
  if (typeof value !== 'object' || value === null) return [JSON.stringify(value)];
  if (Array.isArray(value)) return ['[', ...listOf(value.map(piecesOf)), ']'];
  if (isTold(value, 'text')) return ['"', ...value.text.map(inString), '"'];
  if (isTold(value, 'raw')) return value.raw;
  const fields = Object.entries(value).map(([key, inner]) => [`${JSON.stringify(key)}:`, ...piecesOf(inner)]);
  return ['{', ...listOf(fields), '}'];
};
