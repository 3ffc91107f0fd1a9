import type { Piece } from './request.ts';

/** A text that is told in pieces. */
export type Text = { text: Piece[] };
/** What JSON.stringify would not write: `1e400`, the same key twice, half a string. */
export type Raw = { raw: Piece[] };
/** A value as JSON has it, in which long things are told, not held. */
export type Json = null | boolean | number | string | Text | Raw | Json[] | { [key: string]: Json };

/** The same text again and again. */
export const many = (repeat: string, times: number): Piece => ({ repeat, times });
export const text = (...pieces: Piece[]): Text => ({ text: pieces });
export const raw = (...pieces: Piece[]): Raw => ({ raw: pieces });

const isTold = <K extends 'text' | 'raw'>(value: object, key: K): value is Record<K, Piece[]> =>
  key in value && Array.isArray((value as Record<K, unknown>)[key]) && Object.keys(value).length === 1;

const escaped = (plain: string): string => JSON.stringify(plain).slice(1, -1);

const inString = (piece: Piece): Piece => {
  if (typeof piece === 'string') return escaped(piece);
  return 'repeat' in piece ? { ...piece, repeat: escaped(piece.repeat) } : piece;
};

const listOf = (items: Piece[][]): Piece[] => items.flatMap((item, i) => (i > 0 ? [',', ...item] : item));

/** A value as the pieces of its JSON. */
export const piecesOf = (value: Json): Piece[] => {
  if (typeof value !== 'object' || value === null) return [JSON.stringify(value)];
  if (Array.isArray(value)) return ['[', ...listOf(value.map(piecesOf)), ']'];
  if (isTold(value, 'text')) return ['"', ...value.text.map(inString), '"'];
  if (isTold(value, 'raw')) return value.raw;
  const fields = Object.entries(value).map(([key, inner]) => [`${JSON.stringify(key)}:`, ...piecesOf(inner)]);
  return ['{', ...listOf(fields), '}'];
};
