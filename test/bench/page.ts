// `npm run bench:page [postings] [loads]` prints what the dashboard costs a browser: paints, interactions and bytes of
// cold loads, and the CPU time and frames of the pipeline page at rest and while `skillstream generate` runs at the
// rate that this machine holds: the first of 1,600, 800, 400, … a second. 100,000 postings and medians of 10 loads
// where nothing else is said.
import { generateSample } from '../../packages/cli/src/sample/index.ts';
import { startChromium } from '../browser/chromium.ts';
import { scriptArgs, scriptNumber } from '../scripts/script-args.ts';
import { startPlatform } from '../platform/platform.ts';
import { sendAll } from '../platform/send.ts';
import { loadCold, views, type Load } from './page/loads.ts';
import { atRest, whileGenerating, type AtWork } from './page/pipeline-at-work.ts';

const usage = 'usage: npm run bench:page -- [postings, 100000] [loads, 10] [first rate, 1600]';
const [POSTINGS, LOADS, RATE] = scriptArgs(
  { usage, options: {}, words: { max: 3 } },
  ({ positionals: [postings = '100000', loads = '10', rate = '1600'] }) => [
    scriptNumber('postings', postings),
    scriptNumber('loads', loads, 1000),
    scriptNumber('first rate', rate, 5000),
  ],
) as [number, number, number];
const PIECE = 2000;
const WATCHED_MS = 15_000;
const RATES = Array.from({ length: 6 }, (_, i) => Math.ceil(RATE / 2 ** i));

const say = (line = '') => void process.stdout.write(`${line}\n`);
const row = (cells: (string | number)[]) =>
  say(cells.map((cell, i) => (i === 0 ? String(cell).padEnd(20) : String(cell).padStart(14))).join(''));
const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
const most = (values: number[]): number => Math.max(0, ...values);
const ms = (value: number) => `${Math.round(value)} ms`;
const share = (seconds: number, of: number) => `${((100 * seconds) / of).toFixed(1)} %`;

const load = async (url: string) => {
  let piece = [];
  let sent = 0;
  for (const { posting } of generateSample({ seed: 1, count: POSTINGS, firstMonth: '2024-01' })) {
    piece.push(posting);
    sent += 1;
    if (piece.length < PIECE && sent < POSTINGS) continue;
    await sendAll(url, piece);
    piece = [];
  }
};

const sayLoads = (path: string, loads: Load[]) => {
  const of = (value: (load: Load) => number) => median(loads.map(value));
  row([
    path,
    ...[ms(of(({ fcpMs }) => fcpMs)), ms(of(({ lcpMs }) => lcpMs)), ms(of(({ numbersMs }) => numbersMs))],
    ms(of(({ interactionsMs }) => most(interactionsMs))),
    ms(of(({ longTasksMs }) => most(longTasksMs))),
    ...[`${of(({ cpu }) => cpu.renderers).toFixed(2)} s`, `${of(({ cpu }) => cpu.all).toFixed(2)} s`],
  ]);
};
const sayBytes = (path: string, loads: Load[]) => {
  for (const kind of [...new Set(loads.flatMap(({ bytes }) => Object.keys(bytes)))].sort()) {
    const of = (name: 'responses' | 'transferred' | 'decoded') =>
      median(loads.map(({ bytes }) => bytes[kind]?.[name] ?? 0)).toLocaleString('en');
    row([path, kind, of('responses'), of('transferred'), of('decoded')]);
  }
};
const sayWork = (name: string, { seconds, cpu, dots, drawn, longTasksMs }: AtWork) =>
  row([
    ...[name, share(cpu.renderers, seconds), share(cpu.all, seconds), dots],
    (drawn.dotFrames / drawn.seconds).toFixed(1),
    (drawn.pageFrames / drawn.seconds).toFixed(1),
    `${drawn.longestTaskMs.toFixed(1)} ms`,
    longTasksMs.length,
  ]);

const browser = await startChromium();
const platform = await startPlatform();
try {
  await load(platform.url);
  await platform.settled();
  say(`${POSTINGS.toLocaleString('en')} postings; medians of ${LOADS} loads with an empty cache`);
  row(['view', 'first paint', 'largest', 'numbers', 'interaction', 'long task', 'renderer CPU', 'all CPU']);
  const loaded: [string, Load[]][] = [];
  for (const view of views) {
    const loads: Load[] = [];
    while (loads.length < LOADS) loads.push(await loadCold(browser, platform.url, view));
    sayLoads(view.path, loads);
    loaded.push([view.path, loads]);
  }
  say();
  row(['view', 'kind', 'responses', 'transferred', 'decoded']);
  for (const [path, loads] of loaded) sayBytes(path, loads);
  say();
  row(['/pipeline', 'renderer', 'browser', 'dots', 'dot frames/s', 'frames/s', 'longest CPU', 'long tasks']);
  sayWork('at rest', await atRest(browser, platform, WATCHED_MS));
  for (const tried of await whileGenerating(browser, platform, RATES, WATCHED_MS)) {
    sayWork(`${tried.perSecond}/s, ${tried.held ? 'held' : 'not held'}`, tried);
    say(tried.summary.replaceAll(/^/gm, '  '));
  }
} finally {
  await browser.close();
  await platform.stop();
}
