import { appError, jsonFault } from '@skillstream/errors';
import { objectOfXml } from '../xml.ts';

/** An answer by its format; HTML stays a text. @throws SkillstreamError `invalid-input` where it is none */
export const decode = (text: string, format: 'json' | 'xml' | 'html'): unknown => {
  if (format === 'html') return text;
  if (format === 'xml') return objectOfXml(text);
  try {
    return JSON.parse(text);
  } catch {
    throw appError('invalid-input', `the answer ${jsonFault(text)}`);
  }
};
