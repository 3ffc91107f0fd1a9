const blanks = '\t\n\r\u00a0\u2009\u202f';
const hyphens = '\u2010\u2011\u2012\u2013';
const apostrophe = '\u2019';

/**
 * The folded form of every UTF-16 code unit: lower case, and white space, hyphens and apostrophes in their ASCII form.
 * A unit whose lower case is longer (U+0130) is unchanged, so that indexes into a folded text are valid in the
 * original.
 */
export const foldedUnits: Uint16Array = Uint16Array.from({ length: 0x10000 }, (_, unit) => {
  const lower = String.fromCharCode(unit).toLowerCase();
  return lower.length === 1 ? lower.charCodeAt(0) : unit;
});
for (const blank of blanks) foldedUnits[blank.charCodeAt(0)] = ' '.charCodeAt(0);
for (const hyphen of hyphens) foldedUnits[hyphen.charCodeAt(0)] = '-'.charCodeAt(0);
foldedUnits[apostrophe.charCodeAt(0)] = "'".charCodeAt(0);

const plain = /^[ -~]*$/;

/** Folds a text unit by unit; the result has the length of the text. Meant for short texts. */
export function fold(text: string): string {
  // Fast path: most names are ASCII, and tens of thousands are folded at the start.
  if (plain.test(text)) return text.toLowerCase();
  let folded = '';
  for (let i = 0; i < text.length; i++) folded += String.fromCharCode(foldedUnits[text.charCodeAt(i)]!);
  return folded;
}

/** Whether the text at `start` has the letters of the spelling in the same case; spaces and hyphens may differ. */
export function sameCase(text: string, start: number, spelling: string): boolean {
  for (let i = 0; i < spelling.length; i++) {
    const written = text[start + i]!;
    if (written !== spelling[i] && written.toLowerCase() !== written.toUpperCase()) return false;
    if (written !== spelling[i] && spelling[i]!.toLowerCase() !== spelling[i]!.toUpperCase()) return false;
  }
  return true;
}
