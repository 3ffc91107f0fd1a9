import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { ruleGroups, type AlertingRule } from '@skillstream/observability';
import { RUNBOOKS, runbooksFile } from '../scripts/runbooks.js';
import { filesOf, readText } from './docs/project.ts';

const alerts = ruleGroups()
  .flatMap(({ rules }) => rules)
  .filter((rule): rule is AlertingRule => 'alert' in rule);
const index = readText('docs/runbooks/README.md');

test('every alert has a runbook, and every runbook an alert', () => {
  const pages = filesOf('docs/runbooks/*.md').filter((path) => !path.endsWith('README.md'));
  expect(pages.length).toBeGreaterThan(10);
  expect([...new Set(alerts.map(({ annotations }) => annotations.runbook_url))].sort()).toEqual(pages);
});

test('the runbooks that a gateway serves are those of the documentation', () => {
  expect(readFileSync(RUNBOOKS, 'utf8')).toBe(runbooksFile());
});

test('as HTML they lead to one another, and to nothing that a gateway has not', () => {
  const pages = JSON.parse(runbooksFile()) as Record<string, { html: string }>;
  const links = Object.values(pages).flatMap(({ html }) => [...html.matchAll(/href="([^"]*)"/g)]);
  expect(links.length).toBeGreaterThan(20);
  for (const [, href] of links) expect(Object.keys(pages).map((name) => `/runbooks/${name}`)).toContain(href);
});

test.each(alerts)(
  'the runbook of $alert ($labels.severity) says what it says, with what to look at',
  (rule) => {
    const { summary, runbook_url: path } = rule.annotations;
    const text = readText(path);
    expect(text.split('\n')[0]).toBe(`# ${summary}`);
    const headings = [...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
    expect(headings).toEqual(['What it means', 'What to look at', 'What to do', 'Make it fire']);
    // The 5-minute rates are what the ratios are made of.
    const series = [...rule.expr.matchAll(/skillstream_\w+?(?=_count|[^\w])|\bup\b/g)].map(([name]) => name);
    const recorded = /skillstream:\w+:ratio_1h/.exec(rule.expr)?.[0];
    for (const name of new Set([...series, ...(recorded ? [recorded] : [])])) expect(text).toContain(name);
  },
);

test.each(alerts)('the list of runbooks has $alert with its severity', ({ alert, labels, annotations }) => {
  const row = index.split('\n').find((line) => line.startsWith(`| \`${alert}\``)) ?? '';
  expect(row.split('|')[2]).toContain(labels.severity);
  expect(row).toContain(`(${annotations.runbook_url.split('/').at(-1)})`);
});
