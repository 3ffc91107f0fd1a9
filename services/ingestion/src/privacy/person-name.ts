// Words that begin a request rather than a name.
export const ASK = String.raw`(?!(?:Contact|Message|Call|Ask|Meet|Email|Mail|Hi|Hello|Please|Apply|Write|Send|Ping|I)\b)`;
/** A name of one word: a given or a family name, also with a capital within ("DeShawn"). */
export const WORD = String.raw`(?:Mc|Mac|O['’]|D['’])?\p{Lu}(?:\p{Ll}{1,3}\p{Lu}\p{Ll}{1,20}|[\p{Ll}'’]{1,20})(?:-\p{Lu}\p{Ll}{1,20})?`;
/** An academic degree: "Dr.", "Prof. Dr.", "Prof.Dr.", "Dr.-Ing.", "Dr. rer. nat.", "Dipl.-Inf.", "M.Sc.". */
const DEGREE = String.raw`(?:(?:(?:Univ\.-)?(?:Profa?|Professor(?:in)?|Dra?|PD)\.?|(?:Mag|Dipl|Ing|Priv)\.|[BM]\.(?:Sc|A|Eng)\.)(?:-\p{Lu}\p{Ll}{1,5}\.?){0,2}(?: (?:med|rer|nat|phil|jur|iur|pol|oec|techn|habil|h\. ?c)\.){0,3}(?: |(?<=\.)(?=\p{Lu})))`;
/** "S. ", "J.R. ", "K.-H. ". */
const INITIALS = String.raw`(?:\p{Lu}\.[ -]?){1,3}`;
/** What follows a given name: up to three names more, with an initial before them and particles before each. */
const FAMILY = String.raw`(?: \p{Lu}\.)?(?:(?: (?:de|da|do|dos|das|van|von|vom|zu|zum|der|den|di|del|la|le|los|las|ten|ter|te|bin|al|el)){0,2} (?!${DEGREE})(?:\p{Lu}['’])?${WORD}){1,3}`;
/** Particles without a given name before them: "der" alone is an article there ("Frau der Woche"). */
const LEADING = '(?:(?:de|da|van|von|di|del|la|le) (?:(?:der|den|la) )?)?';
/** A family name that initials, particles, or both may stand before ("S. Müller", "von der Leyen"), and no degree. */
export const FAMILY_NAME = String.raw`(?!${DEGREE})(?:${INITIALS})?${LEADING}(?!${DEGREE})${WORD}(?:${FAMILY})?`;
/** How somebody is addressed. */
export const SALUTATION = String.raw`(?:(?:Mr|Mrs|Ms|Herrn?|Frau|Mme|HERRN?|FRAU)\.? )`;
/** A given and a family name; behind a degree one of them is enough. */
export const NAME = String.raw`${ASK}(?:${SALUTATION}?${DEGREE}{1,4}${FAMILY_NAME}|${WORD}(?:-\p{Lu}\.)?${FAMILY})`;
/** A name of one word in capitals. */
const CAPITALS = String.raw`(?:\p{Lu}['’])?\p{Lu}{2,20}(?:-\p{Lu}{2,20})?`;
const CAPITAL_DEGREES = String.raw`(?:(?:PROF|DR|Prof|Dr)\.? ){0,2}`;
const CAPITAL_PARTICLE =
  '(?: (?:DE|DA|VAN|VON|DER|DEN|DI|DEL|LA|LE|de|da|van|von|der|den|di|del|la|le)){0,2}';
/**
 * The same in capitals, or with the family name in capitals, as in French: "JANE DOE", "Jane DOE". More words than
 * three are a heading.
 */
export const CAPITAL_NAME = String.raw`${ASK}${CAPITAL_DEGREES}(?:${CAPITALS}|${WORD})(?: \p{Lu}\.)?${CAPITAL_PARTICLE}(?: ${CAPITALS}){1,2}(?! \p{Lu}{2})`;

/** A family name in capitals: "MÜLLER", "DR. S. MÜLLER". */
export const CAPITAL_FAMILY_NAME = String.raw`${CAPITAL_DEGREES}(?:${INITIALS})?(?!(?:PROF|DR)(?!\p{L}))${CAPITALS}`;

/**
 * Any of the words in small letters, with a capital at the beginning of one, or in capitals. The flag `i` would
 * ignore the case of names as well, and the modifier for a part of a pattern was seen to have no effect once, in a
 * process that had compiled many patterns (Node 24.21).
 */
export const wordsOf = (...words: string[]): string => {
  const spelled = words.flatMap((word) => [
    word,
    word.replace(/^\p{Ll}/u, (first) => first.toUpperCase()),
    word.replace(/(?<!\p{L})\p{Ll}/gu, (first) => first.toUpperCase()),
    word.toUpperCase(),
  ]);
  return `(?:${[...new Set(spelled)].join('|')})`;
};
