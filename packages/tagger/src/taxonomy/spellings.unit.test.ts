import { expect, test } from '@jest/globals';
import { spellings } from './spellings.ts';

test.each([
  ['Kafka', ['Kafka']],
  ['Node JS', ['Node JS', 'Node-JS', 'NodeJS']],
  ['REST API(s)', ['REST API', 'REST-API', 'RESTAPI', 'REST APIs', 'REST-APIs', 'RESTAPIs']],
  ['level 3 5', ['level 3 5', 'level 3-5', 'level-3 5', 'level-3-5', 'level3 5', 'level3-5']],
])('%j is also written %j', (text, expected) => {
  expect(spellings(text)).toEqual(expected);
});
