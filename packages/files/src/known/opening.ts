// A Map: a comment may contain &constructor;, which every object has.
const entities = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['nbsp', ' '],
]);

const decode = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return entities.get(name as string) ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex as string, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });

/**
 * The first line of a Hacker News comment as text. Only the markup that comments have is supported (p, a, i, font,
 * pre, entities); ingestion does all of HTML.
 */
export const firstTextLine = (html: string): string => {
  for (const paragraph of html.slice(0, 4000).split(/<p>|<pre>/i)) {
    const line = decode(paragraph.replace(/<[^>]*>/g, ''))
      .replace(/\s+/g, ' ')
      .trim();
    if (/\p{L}/u.test(line)) return line;
  }
  return '';
};

/** The segments of an opening: "Company | Role | City" or "Company - City - Role", empty ones left out. */
export const segmentsOf = (opening: string): string[] => {
  const separator = opening.includes('|') ? /\s*\|+\s*/ : /\s+(?:-{1,3}|–|—|\/{1,2}|•|·)\s+/;
  return opening
    .split(separator)
    .map((segment) => segment.trim())
    .filter((segment) => segment !== '');
};

/** Words that make a segment the title of a job. */
export const roleWords =
  /\b(engineers?|engineering|developers?|programmers?|scientists?|designers?|architects?|managers?|hackers?|analysts?|administrators?|admin|devops|sre|researchers?|cto|vp|director|head of|lead|consultants?|interns?|full[- ]?stack|front[- ]?end|back[- ]?end|ios|android|qa)\b/i;
