/**
 * Characters that nobody sees, and that a terminal or a browser obeys: control characters (C0, C1), characters of no
 * width or that change the direction of writing, and line separators. Unicode's general categories Cc, Cf, Zl and Zp.
 */
export const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

const escaped = (character: string) => `\\u{${character.codePointAt(0)!.toString(16)}}`;

/** Text of strangers as it may stand within a sentence: characters that nobody sees are escaped. */
export const withoutUnseen = (text: string): string => text.replace(UNSEEN, escaped);
