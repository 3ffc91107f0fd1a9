import { Parser } from 'htmlparser2';
import { appError, placeIn } from '@skillstream/errors';
import type { Job } from './board.ts';

const MOST_NESTED = 64;
const MOST_ELEMENTS = 500_000;

type Element = { name: string; children: Job; text: string; nested: boolean };

// Without a prototype: an element may have any name.
const elementOf = (name: string): Element => ({
  name,
  children: Object.create(null),
  text: '',
  nested: false,
});

const add = (parent: Element, { name, children, text, nested }: Element): void => {
  const value = nested ? children : text.trim();
  const present = parent.children[name];
  parent.nested = true;
  if (present === undefined) parent.children[name] = value;
  else if (Array.isArray(present)) present.push(value);
  else parent.children[name] = [present, value];
};

/**
 * An XML document as an object: an element with elements in it is an object, any other its text; elements of one name
 * are a list. Attributes are left out. Entities that a document declares itself are never replaced.
 * @throws SkillstreamError `invalid-input` where it declares a document type, is nested too deep, or breaks off
 */
export const objectOfXml = (xml: string): Job => {
  const open: Element[] = [elementOf('')];
  let elements = 0;
  let refused: string | null = null;
  const parser = new Parser(
    {
      onprocessinginstruction: (name) => {
        if (/^!doctype/i.test(name)) refused ??= 'declares a document type, which is not read';
      },
      onopentag: (name) => {
        elements += 1;
        if (open.length > MOST_NESTED) refused ??= `is nested deeper than ${MOST_NESTED} elements`;
        if (elements > MOST_ELEMENTS) refused ??= `has over ${MOST_ELEMENTS} elements`;
        if (refused === null) open.push(elementOf(name));
      },
      ontext: (text) => {
        open.at(-1)!.text += text;
      },
      onclosetag: () => {
        if (refused === null && open.length > 1) add(open.at(-2)!, open.pop()!);
      },
    },
    { xmlMode: true },
  );
  parser.write(xml);
  if (open.length > 1) refused ??= `breaks off at ${placeIn(xml, xml.length)}, within an element`;
  parser.end();
  if (refused !== null) throw appError('invalid-input', `the XML ${refused}`);
  return open[0]!.children;
};
