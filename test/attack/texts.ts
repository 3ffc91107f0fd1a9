import { many } from './json.ts';
import type { Fragment } from './request.ts';

/**
 * Texts that cost what their length does not say: for a tagger, an HTML reader, a normalizer, a reader of pay or of
 * places. Each is as long as a posting's description may be, by its name.
 */
export const worstTexts: Record<string, Fragment[]> = {
  'a skill 31,000 times': [many('Java, ', 31_000)],
  'an open bracket before a skill': [many('(Go', 66_000)],
  'an ambiguous skill 60,000 times': [many('Go ', 60_000)],
  'a skill of one letter': [many('R ', 99_000)],
  'a skill in the negative': [many('no Go, not Rust, ', 11_000)],
  'beginnings of long names': [many('Amazon Web Amazon Web ', 8_000)],
  'symbols as in C++ and C#': [many('C++/C#/.NET', 18_000)],
  'names run into one another': [many('JavaJavaScript', 14_000)],
  'every skill there is': [{ skills: 10_000, between: ', ' }],
  'every skill, a line each': [{ skills: 10_000, between: '\n' }],
  'combining marks': ['a', many('\u0301', 60_000)],
  'combining marks in the wrong order': [many('\u0301\u0323', 60_000)],
  'a text of letters with ten marks each': [many(`e${'\u0301\u0323'.repeat(5)}`, 18_000)],
  'letters that grow when they are normalized': [many('ﷺ', 190_000)],
  'letters that grow in lower case': [many('İ', 190_000)],
  'Hangul in parts': [many('\u1100\u1161\u11a8', 60_000)],
  'letters beyond the basic plane': [many('𝒳', 99_000)],
  'bidirectional controls': [many('\u202e\u202d', 90_000)],
  'zero-width joiners': [many('\u200d', 190_000)],
  'line ends': ['x', many('\n', 190_000)],
  'spaces, then a letter': ['x', many(' ', 190_000), 'x'],
  'NUL characters': ['x', many('\0', 30_000)],
  'half surrogate pairs': ['x', many('\ud800', 30_000)],
  'HTML nested 33,000 deep': [many('<p>', 33_000), 'x', many('</p>', 24_000)],
  'HTML that is never closed': [many('<b>', 60_000), 'x'],
  'lists in lists': [many('<ul><li>', 24_000), 'x'],
  'tables in tables': [many('<table><tr><td>', 12_000), 'x'],
  'formatting in the wrong order': [many('<b><i></b></i>', 13_000), 'x'],
  'closings without openings': [many('<p></div>', 20_000), 'x'],
  'tags that do not end': [many('<a', 90_000)],
  'attributes without end': ['<p ', many('a="', 60_000), '>x'],
  'one tag with 60,000 attributes': ['<p ', many('a=1 ', 45_000), '>x</p>'],
  'comments that do not end': ['x', many('<!--', 45_000)],
  'CDATA and declarations': ['x', many('<![CDATA[<!x <?x ', 10_000)],
  'a script that does not end': ['x<script>', many('</scrip', 25_000)],
  'character references': [many('&amp;', 35_000), many('&#x110000;', 1_000)],
  ampersands: [many('&', 190_000)],
  'amounts of money': [many('$1,', 60_000)],
  'ranges of pay': [many('€100k-', 30_000)],
  digits: [many('9', 190_000)],
  places: [many('New York, ', 19_000)],
  'ways to work': [many('remote hybrid ', 13_000)],
  'words of rank': [many('senior junior ', 13_000)],
  addresses: [many('http://a.b/', 17_000)],
  'an address of one part after the other': [many('a.', 95_000)],
  commas: [many(',', 190_000)],
  brackets: [many('(', 95_000), many(')', 95_000)],
  hyphens: [many('a-', 95_000)],
  'one word': [many('x', 190_000)],
  'quotes and backslashes': [many('\\"', 95_000)],
};

/** Names of the texts, each also what its source calls the posting that is made of it. */
export const nameOfText = (name: string): string => name.replaceAll(/[^a-z0-9]+/gi, '-').slice(0, 60);
