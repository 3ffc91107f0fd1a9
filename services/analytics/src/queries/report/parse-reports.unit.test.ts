import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { SkillstreamError } from '@skillstream/errors';
import { smallReport } from '../../../test/small-report.ts';
import { loadReports } from './load-reports.ts';
import { parseReports } from './parse-reports.ts';

const problemsOf = (files: Record<string, string>): unknown => {
  try {
    parseReports(files);
    return [];
  } catch (error) {
    if (error instanceof SkillstreamError && error.code === 'misconfigured') return error.context.problems;
    throw error;
  }
};
const problemsWith = (written: string, instead: string) =>
  problemsOf({ 'small.yaml': smallReport.replace(written, instead) });

test('names become groups, and a posting must have one name of each', () => {
  const [report] = parseReports({ 'small.yaml': smallReport });
  expect(report).toMatchObject({ id: 'small', population: { role: 'backend' }, regions: { Here: ['DE'] } });
  expect(report!.claims.map(({ id, share, among }) => [id, share?.length, among?.length])).toEqual([
    ['skill', 1, undefined],
    ['both', 2, undefined],
    ['remote', 1, 1],
    ['pay', undefined, undefined],
  ]);
});

test('the country code NO stays a country, and is not read as a boolean', () => {
  const [report] = parseReports({ 'small.yaml': smallReport.replace('[DE, US]', '[NO, SE]') });
  expect(report!.regions['Everywhere']).toEqual(['NO', 'SE']);
});

test.each<[string, string, string, string]>([
  [
    'an unknown field',
    'share: { skills: [go, rust] }',
    'share: { skills: [go], skill: [rust] }',
    'claims.0.share.skill: unknown field',
  ],
  [
    'an invalid id',
    'skills: [go, rust]',
    'skills: [Go, rust]',
    'claims.0.share.skills.0: must be lower-case words joined by hyphens',
  ],
  ['an unknown role', 'role: backend', 'role: backends', 'population.role: Invalid option'],
  ['no names', '{ skills: [go, rust] }', '{}', 'claims.0.share: takes either names'],
  ['names and groups', '{ allOf:', '{ skills: [go], allOf:', 'claims.1.share: takes either names'],
  [
    'one group alone',
    '[{ skills: [go] }, { categories: [data], skills: [sql] }]',
    '[{ skills: [go] }]',
    'claims.1.share.allOf: Too small',
  ],
  ['an empty group', '{ skills: [go] }, {', '{ skills: [] }, {', 'claims.1.share.allOf.0: names no skill'],
  [
    'neither share nor pay',
    'share: { workplaces: [onsite] }',
    '',
    'claims.2.share: takes either share or pay',
  ],
  [
    'share and pay',
    'pay: { skills: [go] }',
    'pay: { skills: [go] }\n    share: { skills: [go] }',
    'claims.3.share: takes either share or pay',
  ],
  [
    'parts of a pay',
    'expect: { moreThan: 1 }',
    'expect: { moreThan: 1 }\n    parts: { skills: [go] }',
    'claims.3.parts: belong to a share',
  ],
  ['nothing expected', 'expect: { atLeast: 0.5 }', 'expect: {}', 'claims.0.expect: takes one of'],
  ['two expectations', '{ atLeast: 0.5 }', '{ atLeast: 0.5, atMost: 1 }', 'claims.0.expect: takes one of'],
  [
    'a range upside down',
    'low: 0.9, high: 1',
    'low: 1, high: 0.9',
    'claims.2.expect.between: low must be less than high',
  ],
  ['a share in percent', '{ atLeast: 0.5 }', '{ atLeast: 50 }', 'claims.0.expect: a share is 1 at the most'],
  ['a reading that nobody wrote', 'because: Half is half.', '', 'claims.0.because: is missing'],
  ['an id used twice', 'id: both', 'id: skill', 'claims.1.id: "skill" is used twice'],
  ['a faulty country', 'Here: [DE]', 'Here: [Germany]', 'regions.Here.0: an ISO 3166-1 alpha-2 code'],
  ['no regions for pay', /regions:[^]*?(?=claims)/.exec(smallReport)![0], '', 'claims.3.pay: needs regions'],
  ['another id than the file', 'id: small', 'id: large', 'id: the file of "large" is large.yaml'],
])('%s is reported with its path', (_, written, instead, problem) => {
  expect(problemsWith(written, instead)).toEqual([expect.stringContaining(`small.yaml ${problem}`)]);
});

test('all issues of all files are listed at once, YAML syntax errors with their line', () => {
  const broken = smallReport.replace('id: small', 'id: small\nid: again\ntitle: again');
  const small = smallReport.replace('0.33', '2').replace('id: skill', 'id: Skill');
  expect(problemsOf({ 'broken.yaml': broken, 'empty.yaml': '', 'small.yaml': small })).toEqual([
    'broken.yaml Map keys must be unique at line 3, column 1',
    'broken.yaml Map keys must be unique at line 5, column 1',
    'empty.yaml file: Invalid input: expected object, received null',
    'small.yaml claims.0.id: must be lower-case words joined by hyphens',
    'small.yaml claims.1.expect: a share is 1 at the most',
  ]);
});

test('only the YAML files of a folder are loaded, sorted by id', () => {
  const folder = mkdtempSync(join(tmpdir(), 'skillstream-reports-'));
  try {
    for (const id of ['small', 'another'])
      writeFileSync(join(folder, `${id}.yaml`), smallReport.replace('id: small', `id: ${id}`));
    writeFileSync(join(folder, 'notes.md'), '# no report');
    expect(loadReports(folder).map(({ id }) => id)).toEqual(['another', 'small']);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('the message lists one issue a line', () => {
  expect(() => parseReports({ 'small.yaml': smallReport.replace('id: skill', 'id: Skill') })).toThrow(
    'The reports have 1 fault(s):\n  small.yaml claims.0.id: must be lower-case words joined by hyphens',
  );
});
