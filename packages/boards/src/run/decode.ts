import { appError, jsonFault } from '@skillstream/errors';
import { objectOfXml } from '../xml.ts';

/** As of XML's elements: a parser would first allocate all of them, each many times the bytes that it has. */
const MOST_VALUES = 500_000;
const [QUOTE, BACKSLASH, COMMA, BRACKET, BRACE] = [0x22, 0x5c, 0x2c, 0x5b, 0x7b];

/** Whether a JSON text has more values than are parsed; outside of its strings each begins with one of these. */
const hasTooMany = (text: string): boolean => {
  let values = 0;
  let inString = false;
  for (let at = 0; at < text.length && values <= MOST_VALUES; at += 1) {
    const code = text.charCodeAt(at);
    if (inString && code === BACKSLASH) at += 1;
    else if (code === QUOTE) inString = !inString;
    else if (!inString && (code === COMMA || code === BRACKET || code === BRACE)) values += 1;
  }
  return values > MOST_VALUES;
};

/**
 * An answer by its format; HTML stays a text. @throws SkillstreamError
 * `invalid-input` where it is none; `too-large`
 */
export const decode = (text: string, format: 'json' | 'xml' | 'html'): unknown => {
  if (format === 'html') return text;
  if (format === 'xml') return objectOfXml(text);
  if (hasTooMany(text)) throw appError('too-large', `the answer has over ${MOST_VALUES} values`);
  try {
    return JSON.parse(text);
  } catch {
    throw appError('invalid-input', `the answer ${jsonFault(text)}`);
  }
};
