import type { Tag } from '@skillstream/contracts';

/** A stretch of a text, with the skill that it names or without one. */
export type Piece = { text: string; tag: Tag | null };

/** A text in pieces, in its order: skills, and what stands between them. Where two overlap, the first is shown. */
export const piecesOf = (text: string, tags: readonly Tag[]): Piece[] => {
  const pieces: Piece[] = [];
  let at = 0;
  for (const tag of [...tags].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (tag.start < at || tag.end > text.length) continue;
    if (tag.start > at) pieces.push({ text: text.slice(at, tag.start), tag: null });
    pieces.push({ text: text.slice(tag.start, tag.end), tag });
    at = tag.end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), tag: null });
  return pieces;
};
