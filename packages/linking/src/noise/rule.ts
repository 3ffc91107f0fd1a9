/** What is taken out of a title; the answer stands in its place, null leaves it as it was. */
export type NoiseRule = { pattern: RegExp; to: (found: RegExpExecArray) => string | null };

/** The edges of a word. */
export const EDGE = String.raw`(?<![\p{L}\p{N}])`;
export const END = String.raw`(?![\p{L}\p{N}])`;
/** The edges of a part of a title: a bracket, a comma, a dash between spaces, or an end. */
export const PART = String.raw`(?<=^ ?|[([)\],|/;:] ?| [-–—] )`;
export const PART_END = String.raw`(?= ?$| ?[()[\],|/;:]| [-–—] )`;

/** One that takes out all that it finds. */
export const noise = (pattern: string, to = ' '): NoiseRule => ({
  pattern: new RegExp(pattern, 'giu'),
  to: () => to,
});
