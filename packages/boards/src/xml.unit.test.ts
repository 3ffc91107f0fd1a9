import { describe, expect, test } from '@jest/globals';
import { objectOfXml } from './xml.ts';

test('elements become objects, those of one name a list, and the rest is text', () => {
  const xml = `<?xml version="1.0"?><jobs><job id="1"><name>Go &amp; Kafka</name><text><![CDATA[<p>x</p>]]></text></job>
    <job><name/><tag>a</tag><tag>b</tag></job></jobs>`;
  expect(objectOfXml(xml)).toEqual({
    jobs: {
      job: [
        { name: 'Go & Kafka', text: '<p>x</p>' },
        { name: '', tag: ['a', 'b'] },
      ],
    },
  });
});

test('an element may have the name of what every object has', () => {
  const { jobs } = objectOfXml('<jobs><__proto__>x</__proto__><constructor>y</constructor></jobs>') as never;
  expect(Object.entries(jobs)).toEqual([
    ['__proto__', 'x'],
    ['constructor', 'y'],
  ]);
});

describe('is refused', () => {
  test.each([
    ['that breaks off', '<jobs><job><name>Go', 'breaks off at character 20, within an element'],
    ['that breaks off between jobs', '<jobs><job></job>', 'breaks off at character 18, within an element'],
    [
      'that declares entities',
      '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><jobs>&b;</jobs>',
      'declares a document type',
    ],
    ['that is nested too deep', '<a>'.repeat(100) + '</a>'.repeat(100), 'nested deeper than 64'],
    ['of too many elements', `<jobs>${'<a/>'.repeat(500_001)}</jobs>`, 'over 500000 elements'],
  ])('XML %s', (_, xml, message) => {
    expect(() => objectOfXml(xml)).toThrow(message);
  });
});
