import { messageOf } from '@skillstream/errors';
import { createAttackers } from './attackers.ts';
import type { AttackPlatform } from './attack-platform.ts';
import { groupFindings, type FindingGroup } from './finding.ts';
import { createAttacks, generate } from './generate.ts';
import { createGoodLoad, GOOD_SOURCE } from './good-load.ts';
import { answersAgain, lookAtNumbers, lookAtServices, type Cost } from './look-back.ts';
import type { AttackRequest } from './request.ts';
import { HANG_MS } from './send.ts';
import type { Row } from './outcomes.ts';
import { createHealthWatch } from './watch-health.ts';

const SAY_EVERY_MS = 10_000;
const GOOD_BEFORE = 200;
/** A run in which not every attack was made yet goes on, up to so many times its length. */
const MOST_LENGTHS = 4;

export type AttackOptions = {
  seed: number;
  minutes: number;
  /** Requests with these numbers alone, in their order: to see again what a run has found. */
  only?: readonly number[];
  say: (line: string) => void;
};

export type AttackResult = {
  seed: number;
  findings: FindingGroup[];
  /** Operations that were never asked: such a run says nothing of them. */
  missing: string[];
  /** How many attacks were not made once. */
  unmade: number;
  rows: Row[];
  costs: Cost[];
  /** Good postings that were accepted, postings of all in the ledger, dead letters among them. */
  good: number;
  postings: number;
  deadLetters: number;
  healthChecks: number;
};

function* chosen(requests: Generator<AttackRequest>, only: readonly number[]): Generator<AttackRequest> {
  const [wanted, last] = [new Set(only), Math.max(...only)];
  for (const request of requests) {
    if (wanted.has(request.number)) yield request;
    if (request.number >= last) return;
  }
}

/** Postings by the source that their ids begin with. */
const bySource = (ids: Iterable<string>): Map<string, Set<string>> => {
  const groups = Map.groupBy(ids, (id) => id.slice(0, id.lastIndexOf('.')));
  return new Map([...groups].map(([source, those]) => [source, new Set(those)]));
};

/**
 * Attacks a platform with the requests of a seed while good postings come in; then everything is looked at. It lasts
 * so many minutes, and longer only until each attack was made once.
 */
export const runAttack = async (platform: AttackPlatform, options: AttackOptions): Promise<AttackResult> => {
  const { seed, minutes, only, say } = options;
  const all = createAttacks();
  const load = createGoodLoad(platform.url, seed);
  await load.once(GOOD_BEFORE);
  await platform.settled();
  const pids = new Map(platform.services.map((service) => [service.name, service.pid()]));
  const health = createHealthWatch(platform.services);
  const attackers = createAttackers({ port: platform.port, token: platform.tokens });

  const [sinceMs, startedMs] = [Date.now(), performance.now()];
  const passedMs = () => performance.now() - startedMs;
  const isOver = (number: number): boolean => {
    // Without one of them everything else would only be refused.
    if (platform.services.some((service) => !service.running())) return true;
    if (only) return false;
    const lengths = passedMs() / (minutes * 60_000);
    return lengths >= MOST_LENGTHS || (lengths >= 1 && number > all.attacks.length);
  };
  const saying = setInterval(() => {
    const total = JSON.stringify(attackers.outcomes.total());
    say(
      `attack ${seed}: ${(passedMs() / 1000).toFixed(0)} s, number ${attackers.flights.at(-1)?.number ?? 0}, ${total}`,
    );
  }, SAY_EVERY_MS);
  load.start();
  health.start();
  try {
    const requests = generate(seed, all);
    await attackers.run(only ? chosen(requests, only) : requests, isOver);
  } catch (error) {
    await Promise.all([load.end(0), health.stop()]);
    throw error;
  } finally {
    clearInterval(saying);
  }
  const unanswered = await load.end(HANG_MS);
  await health.stop();
  say(`attack ${seed}: everything is sent and answered after ${(passedMs() / 1000).toFixed(0)} s`);
  const away = await answersAgain(platform);
  const findings = [...attackers.findings, ...health.findings, ...away];
  if (unanswered !== null)
    findings.push({ kind: 'good load', about: 'postings', detail: messageOf(unanswered), numbers: [] });
  const accepted = bySource([...attackers.accepted, ...load.accepted]);
  const numbers = await lookAtNumbers(platform, { accepted, good: GOOD_SOURCE }, away.length === 0);
  const { costs, findings: ofServices } = lookAtServices(platform, pids, sinceMs, attackers.flights);
  const rows = attackers.outcomes.rows();
  const asked = new Set(rows.map(({ operation }) => operation));
  return {
    seed,
    findings: groupFindings([...findings, ...numbers.findings, ...ofServices]),
    missing: only ? [] : all.operations.filter((operation) => !asked.has(operation)),
    unmade: only ? 0 : Math.max(0, all.attacks.length - attackers.flights.length),
    rows,
    costs,
    good: load.accepted.size,
    postings: numbers.postings,
    deadLetters: numbers.deadLetters,
    healthChecks: health.asked(),
  };
};

/** Whether a run counts, and found nothing. */
export const passed = ({ findings, missing, unmade }: AttackResult): boolean =>
  findings.length === 0 && missing.length === 0 && unmade === 0;
