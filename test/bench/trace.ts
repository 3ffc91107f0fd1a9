// `npm run bench:trace -- [rounds] [postings]` prints what tracing costs: CPU seconds a posting of each service, at no
// collector and at shares of 0, 1 and 100 %, as ratios to none within the same round, with 95 % intervals. Postings
// are sent one by one, since each is then a trace. In each round every setting has its turn, in another order.
import { until } from '@skillstream/async/testing';
import { startOtlpReceiver } from '../platform/otlp-receiver.ts';
import { startPlatform } from '../platform/platform.ts';
import { allowed } from '../platform/token.ts';
import { scriptArgs, scriptNumber } from '../scripts/script-args.ts';
import { cpuSeconds } from './cpu-seconds.ts';
import { ratioInterval } from './ratio-interval.ts';

const [ROUNDS, COUNT] = scriptArgs(
  { usage: 'usage: npm run bench:trace -- [rounds, 6] [postings, 1500]', options: {}, words: { max: 2 } },
  ({ positionals: [rounds = '6', count = '1500'] }) => [
    scriptNumber('rounds', rounds, 21),
    scriptNumber('postings', count),
  ],
) as [number, number];
const AT_ONCE = 8;
const WARM_UP = 500;
const services = ['gateway', 'ingestion', 'tagging', 'analytics'] as const;
const settings = ['none', '0', '0.01', '1'] as const;
type Setting = (typeof settings)[number];
type Costs = Record<(typeof services)[number] | 'all', number>;

const collector = await startOtlpReceiver({ keeps: false });
const platform = await startPlatform();
let sent = 0;

const sendOne = async () => {
  const posting = {
    ...{ source: 'bench', sourceId: String((sent += 1)), title: 'Backend engineer' },
    description: `We run Go and Kafka on Kubernetes, number ${sent}. `.repeat(20),
  };
  const headers = { 'content-type': 'application/json' };
  const request = await allowed({ method: 'POST', headers, body: JSON.stringify(posting) });
  const response = await fetch(`${platform.url}/v1/postings`, request);
  const text = await response.text();
  if (response.status !== 202) throw new Error(`a posting was answered by ${response.status}: ${text}`);
};
const send = async (count: number) => {
  let left = count;
  const sendSome = async () => {
    while (left > 0) {
      left -= 1;
      await sendOne();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, sendSome));
  await platform.settled(120_000);
};

const restart = async (setting: Setting) => {
  await Promise.all(services.map((name) => platform.service(name).stop()));
  const env: Record<string, string> =
    setting === 'none'
      ? {}
      : { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, OTEL_TRACES_SAMPLER_ARG: setting };
  for (const name of services) platform.service(name).start(env);
  await Promise.all(services.map((name) => platform.service(name).ready()));
};

const measure = async (setting: Setting): Promise<Costs> => {
  await restart(setting);
  await send(WARM_UP);
  const spent = () => services.map((name) => cpuSeconds(platform.service(name).pid()));
  const before = spent();
  await send(COUNT);
  const costs = spent().map((seconds, at) => (seconds - before[at]!) / COUNT);
  const all = costs.reduce((sum, one) => sum + one, 0);
  return { ...(Object.fromEntries(services.map((name, at) => [name, costs[at]!])) as Costs), all };
};

const row = (cells: readonly string[]) =>
  process.stdout.write(
    `${cells
      .map((cell) => cell.padEnd(26))
      .join('')
      .trimEnd()}\n`,
  );
const microseconds = (seconds: number) => `${(seconds * 1e6).toFixed(0)} µs`;

try {
  const rounds: Record<Setting, Costs>[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const order = settings.map((_, at) => settings[(at + round) % settings.length]!);
    const found: Partial<Record<Setting, Costs>> = {};
    for (const setting of order) found[setting] = await measure(setting);
    rounds.push(found as Record<Setting, Costs>);
    row([
      `round ${round + 1}`,
      ...settings.map((setting) => `${setting}: ${microseconds(found[setting]!.all)}`),
    ]);
  }
  const columns = [...services, 'all'] as const;
  const meanOf = (setting: Setting, column: keyof Costs) =>
    rounds.reduce((sum, round) => sum + round[setting][column], 0) / rounds.length;
  row(['CPU a posting', ...columns]);
  row(['no collector', ...columns.map((column) => microseconds(meanOf('none', column)))]);
  for (const setting of settings.slice(1)) {
    const ratios = columns.map((column) => {
      const pairs = rounds.map((round) => [round[setting][column], round.none[column]] as const);
      const { ratio, low, high } = ratioInterval(pairs);
      return `${ratio.toFixed(3)} (${low.toFixed(3)} to ${high.toFixed(3)})`;
    });
    row([`share ${setting}, times that`, ...ratios]);
  }
  await until('spans came', () => collector.count() > 0);
  process.stdout.write(`${collector.count()} spans were received\n`);
} finally {
  await platform.stop();
  await collector.stop();
}
