// Every character of Unicode's basic plane. Between the two runs are halves of characters of other planes.
const characters = [
  [0, 0xd800],
  [0xe000, 0x10000],
].flatMap(([from, end]) => Array.from({ length: end! - from! }, (_, i) => String.fromCharCode(from! + i)));
const plane = characters.join('');

const rangesOf = (property: string): string =>
  [...plane.matchAll(new RegExp(String.raw`\p{${property}}+`, 'gu'))]
    .map(([run]) => (run.length > 1 ? `${run[0]}-${run.at(-1)}` : run))
    .join('');

const ranges = { L: rangesOf('L'), Lu: rangesOf('Lu'), Ll: rangesOf('Ll') };

const PART = /\\(p\{(?<property>L|Lu|Ll)\}|[^])|(?<bracket>[[\]])/gu;

/**
 * The same pattern with `\p{L}`, `\p{Lu}` and `\p{Ll}` as letters of the basic plane alone: those of every language
 * that a name in a posting is written in. V8 makes code of each one that stands in a pattern, five times as much where
 * it goes beyond that plane, and the patterns of names have some hundred of them.
 * @param pattern for a RegExp with the flag `u`
 */
export const inBasicPlane = (pattern: string): string => {
  let inClass = false;
  return pattern.replace(PART, (whole, ...rest) => {
    const { property, bracket } = rest.at(-1) as { property?: keyof typeof ranges; bracket?: string };
    if (bracket !== undefined) {
      // Within a class "[" is a character.
      inClass = bracket === '[' || (inClass && bracket !== ']');
      return whole;
    }
    if (property === undefined) return whole;
    return inClass ? ranges[property] : `[${ranges[property]}]`;
  });
};
