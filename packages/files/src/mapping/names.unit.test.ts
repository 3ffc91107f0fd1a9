import { expect, test } from '@jest/globals';
import { plainName } from './column-name.ts';
import { fieldOf } from './field-of.ts';
import { fields } from './field.ts';
import { namesOf } from './names.ts';

test('no name means two fields, and none stands twice for one', () => {
  const seen = new Map<string, string>();
  const twice: string[] = [];
  for (const field of fields)
    for (const name of namesOf[field].split(', ')) {
      const plain = plainName(name);
      if (seen.has(plain)) twice.push(`${name}: ${field}, ${seen.get(plain)}`);
      seen.set(plain, field);
    }
  expect(twice).toEqual([]);
});

test.each([
  ['job_title', 'title'],
  ['jobTitle', 'title'],
  ['JOB TITLE', 'title'],
  ['\ufeffJob-Title ', 'title'],
  ['posted_at', 'datePosted'],
  ['datePosted', 'datePosted'],
  ['min_amount', 'salaryMin'],
  ['content_text', 'description'],
  ['descriptionPlain', 'description'],
  ['location.city', 'city'],
  ['company.name', 'organization'],
  ['is_remote', 'remote'],
  ['job_url', 'url'],
  ['Gehalt (EUR)', 'salary'],
  ['Veröffentlicht am', 'datePosted'],
  ['Where', 'location'],
  ['Ref', 'sourceId'],
  ['Ref No.', 'sourceId'],
  ['locations.city', 'city'],
  ['Beschäftigungsart', 'employmentType'],
  ['Intitulé du poste', 'title'],
  ['Descripción', 'description'],
  ['Localização', 'location'],
  ['Województwo', 'region'],
  ['Data publikacji', 'datePosted'],
  ['Eingestellt am', 'datePosted'],
  ['Req #', 'sourceId'],
  ['Apply Link', 'url'],
  ['headline', 'title'],
  ['content.html', 'description'],
  ['offices.city', 'city'],
  ['location.countryCode', 'country'],
  ['compensation.currencyCode', 'salaryCurrency'],
  ['constructor', undefined],
  ['', undefined],
])('the column %j is %s', (column, field) => {
  expect(fieldOf(column)?.field).toBe(field);
});
