// Loads a file into a release on the cluster that kubectl points at, once for each set of values, and prints how fast
// it is accepted, counted and linked, and what processor time and memory that takes:
// `npm run bench:cluster -- FILE [VALUES…]`, where VALUES are those of `--set`, like tagging.replicas=2; `defaults`
// are the chart's own. The images have to be in the cluster already.
import { sleep } from '@skillstream/async';
import { askRelease, createClusterRelease } from '../cluster/cluster-platform.ts';
import { podUsage, type PodUsage } from '../cluster/pod-usage.ts';
import { runCommand } from '../platform/run-command.ts';
import { scriptArgs } from '../scripts/script-args.ts';

const { file, variants } = scriptArgs(
  {
    usage: 'usage: npm run bench:cluster -- FILE [VALUES…|defaults]',
    options: {},
    words: { min: 1, max: 20 },
  },
  ({ positionals: [first, ...rest] }) => ({ file: first!, variants: rest.length > 0 ? rest : ['defaults'] }),
);

const LOOK_MS = 1000;
// The kubelet's figures are as old as this.
const REST_MS = 30_000;
// So long after all is counted the linking is looked at, which takes long with a stand-in for MongoDB.
const LINK_S = 60;
const SAY_EVERY_S = 15;
// An engine that is gone, like a stand-in for MongoDB whose memory is full, would let it wait for ever.
const STALLED_S = 300;
const release = createClusterRelease('skillstream-bench');
const { namespace } = release;
const say = (text: string) => void process.stdout.write(`${text}\n`);
const partOf = (pod: string): string => /^skillstream-([a-z]+)/.exec(pod)?.[1] ?? pod;
const MEBIBYTE = 2 ** 20;

const byPart = (usage: Map<string, PodUsage>, of: (one: PodUsage) => number): Map<string, number> => {
  const sums = new Map<string, number>();
  for (const [pod, one] of usage) sums.set(partOf(pod), (sums.get(partOf(pod)) ?? 0) + of(one));
  return sums;
};
const listed = (sums: Map<string, number>, digits: number): string =>
  [...sums].map(([part, sum]) => `${part} ${sum.toFixed(digits)}`).join(', ');

/** Loads the file, and looks all the while. @returns seconds until all was done, and the most memory, in MiB */
const load = async (queries: Awaited<ReturnType<typeof askRelease>>) => {
  const startedMs = performance.now();
  const seconds = () => (performance.now() - startedMs) / 1000;
  let [loaded, counted] = [Infinity, Infinity];
  const ended = runCommand(['cluster', 'load', file, '-n', namespace, '--no-wait']).then(({ code, err }) => {
    if (code !== 0) throw new Error(`the load ended with ${code}: ${err.slice(-500)}`);
    loaded = seconds();
  });
  const most = new Map<string, number>();
  let [moved, said] = [{ figures: '', seconds: 0 }, 0];
  for (;;) {
    const { total, linking, balanced } = await queries.ledger();
    const { accepted } = total;
    const isLoaded = Number.isFinite(loaded);
    if (isLoaded && total.counted === accepted) counted = Math.min(counted, seconds());
    const waiting = linking?.waiting ?? 0;
    const figures = `${accepted} accepted, ${total.counted} counted, ${waiting} to link`;
    if (figures !== moved.figures) moved = { figures, seconds: seconds() };
    if (seconds() > moved.seconds + STALLED_S)
      throw new Error(`Nothing has moved for ${STALLED_S} s: ${figures}`);
    if (seconds() > said + SAY_EVERY_S) {
      said = seconds();
      say(`  ${said.toFixed(0)} s: ${figures}`);
    }
    for (const [part, bytes] of byPart(await podUsage(namespace), ({ bytes }) => bytes))
      most.set(part, Math.max(most.get(part) ?? 0, bytes / MEBIBYTE));
    const isLinked = balanced && waiting === 0;
    if (seconds() > counted && (isLinked || seconds() > counted + LINK_S))
      return { accepted, loaded, counted, linked: { seconds: seconds(), waiting }, most };
    await Promise.race([sleep(LOOK_MS), isLoaded ? sleep(LOOK_MS) : ended]);
  }
};

for (const variant of variants) {
  await release.purge();
  await release.install(...(variant === 'defaults' ? [] : variant.split(',')));
  await release.ready();
  await sleep(REST_MS);
  const before = await podUsage(namespace);
  say(
    `${variant}: at rest, MiB: ${listed(
      byPart(before, ({ bytes }) => bytes / MEBIBYTE),
      0,
    )}`,
  );
  const queries = await askRelease(release);
  try {
    const { accepted, loaded, counted, linked, most } = await load(queries);
    const rate = (seconds: number) => `${(accepted / seconds).toFixed(0)}/s (${seconds.toFixed(0)} s)`;
    say(`${variant}: ${accepted} accepted ${rate(loaded)}, counted ${rate(counted)}`);
    say(`${variant}: ${linked.waiting} to link after ${linked.seconds.toFixed(0)} s`);
    say(`${variant}: at most, MiB: ${listed(most, 0)}`);
    await sleep(REST_MS);
    const used = [...(await podUsage(namespace))].map(([pod, one]): [string, PodUsage] => [
      pod,
      { ...one, cpuSeconds: one.cpuSeconds - (before.get(pod)?.cpuSeconds ?? 0) },
    ]);
    say(
      `${variant}: CPU seconds: ${listed(
        byPart(new Map(used), ({ cpuSeconds }) => cpuSeconds),
        1,
      )}`,
    );
    const { differences } = await queries.verify();
    say(`${variant}: verify: ${differences.length} differences`);
  } finally {
    await queries.stop();
  }
}
await release.purge();
