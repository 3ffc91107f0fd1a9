import type { FindingGroup } from './finding.ts';
import { generate } from './generate.ts';
import { describeRequest } from './request.ts';
import type { AttackResult } from './run-attack.ts';

const MEBIBYTE = 2 ** 20;
const MOST_SHOWN = 3;
const MOST_CHARACTERS = 600;

const table = (lines: string[][]): string[] => {
  const widths = lines[0]!.map((_, column) => Math.max(...lines.map((cells) => cells[column]!.length)));
  return lines.map((cells) =>
    cells
      .map((cell, i) => cell.padEnd(widths[i]!))
      .join('  ')
      .trimEnd(),
  );
};

/** The requests that findings name first, as they were sent: they are made anew of the seed. */
const requestsOf = (seed: number, groups: readonly FindingGroup[]): Map<number, string> => {
  const wanted = new Set(groups.flatMap(({ numbers }) => numbers.slice(0, MOST_SHOWN)));
  const last = Math.max(0, ...wanted);
  const found = new Map<number, string>();
  if (last === 0) return found;
  for (const request of generate(seed)) {
    if (wanted.has(request.number))
      found.set(request.number, describeRequest(request).slice(0, MOST_CHARACTERS));
    if (request.number >= last) return found;
  }
  return found;
};

const shown = (group: FindingGroup, requests: Map<number, string>): string[] => [
  `FOUND ${group.kind}, ${group.times} times: ${group.about}`,
  ...group.details.map((detail) => `  ${detail}`),
  ...(group.numbers.length > 0 ? [`  requests ${group.numbers.join(', ')}`] : []),
  ...group.numbers
    .slice(0, MOST_SHOWN)
    .flatMap((number) => requests.get(number) ?? [])
    .map((line) => `    ${line}`),
];

/** A run for people: what was asked of each operation and how it was answered, what it cost, and what was found. */
export const report = (result: AttackResult): string => {
  const { seed, rows, costs, findings, missing, unmade, good, postings, deadLetters, healthChecks } = result;
  const endsOf = (ends: Record<string, number>) =>
    Object.entries(ends)
      .map(([end, count]) => `${end}: ${count}`)
      .join(', ');
  const requests = requestsOf(seed, findings);
  return [
    ...table([
      ['operation', 'requests', 'longest', 'answers'],
      ...rows.map((row) => [row.operation, String(row.requests), `${row.worstMs} ms`, endsOf(row.ends)]),
    ]),
    '',
    ...table([
      ['service', 'longest block', 'blocks over 50 ms', 'peak memory', 'limit'],
      ...costs.map(({ service, worstBlockMs, blocks, peak, limit }) => [
        ...[service, `${worstBlockMs} ms`, String(blocks)],
        ...[peak === null ? 'gone' : `${Math.round(peak / MEBIBYTE)} MiB`, `${limit / MEBIBYTE} MiB`],
      ]),
    ]),
    '',
    `${good} good postings of ${postings} in the ledger, ${deadLetters} dead letters, ${healthChecks} health checks`,
    ...missing.map((operation) => `NEVER ASKED ${operation}: this run does not count`),
    ...(unmade > 0 ? [`${unmade} attacks were NEVER MADE: this run does not count`] : []),
    ...findings.flatMap((group) => shown(group, requests)),
  ].join('\n');
};
