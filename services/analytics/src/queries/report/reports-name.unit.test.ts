import { expect, test } from '@jest/globals';
import { smallReport } from '../../../test/small-report.ts';
import { parseReports } from './parse-reports.ts';
import { reportsName } from './reports-name.ts';

const nameOf = (text: string) => reportsName(parseReports({ 'small.yaml': text }));

test('the name of the reports changes with every word, number and claim', () => {
  const changed = [
    smallReport,
    smallReport.replace('A small world', 'A small world!'),
    smallReport.replace('Half is half.', 'Half is nearly half.'),
    smallReport.replace('atLeast: 0.5', 'atLeast: 0.51'),
    smallReport.replace('Here: [DE]', 'Here: [DE, AT]'),
    smallReport.slice(0, smallReport.indexOf('  - id: pay')),
  ];
  expect(new Set([...changed.map(nameOf), reportsName([])]).size).toBe(changed.length + 1);
});

test('it does not depend on the layout of the files', () => {
  expect(nameOf(`# Checked in March.\n${smallReport.replace('[go, rust]', '[ go,  rust ]')}`)).toBe(
    nameOf(smallReport),
  );
});
