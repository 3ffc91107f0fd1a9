import { sourceName } from '@skillstream/contracts';
import type { GatewayAccess } from '../gateway/access.ts';
import { askGateway, callWithRetry } from '../gateway/ask-gateway.ts';
import { CliError } from '../terminal/cli-error.ts';
import { note, print } from '../terminal/command.ts';
import { confirm } from '../terminal/confirm.ts';
import { counted } from '../terminal/numbers.ts';
import { printable } from '../terminal/printable.ts';
import { createProgressView } from '../terminal/progress.ts';
import { planText, resultsText } from './everywhere-text.ts';
import { followErasure } from './follow-erasure.ts';
import { failedOf, forEachSource } from './for-each-source.ts';

// A preview looks at texts for seconds.
const PREVIEWS_AT_ONCE = 4;
const ERASURES_AT_ONCE = 8;

const isNamed = ({ source }: { source: string }): boolean => sourceName.safeParse(source).success;

/**
 * Every source that something was taken from. The ledger has a row of dead letters that name none, which no erasure
 * reaches: that is said.
 * @throws CliError where not all can be known
 */
const allSources = async (at: GatewayAccess): Promise<string[]> => {
  const { rows, away = [] } = await askGateway(at, 'getLedger');
  if (away.length > 0)
    throw new CliError('not all sources are known while a service is unavailable: skillstream status');
  const [named, others] = [rows.filter(isNamed), rows.filter((row) => !isNamed(row))];
  if (named.length === 0) throw new CliError('there is no source yet');
  const letters = others.reduce((sum, { deadLettered }) => sum + deadLettered, 0);
  if (letters > 0)
    note(
      `${counted(letters, 'dead letter')} without a source stay as they are: look at them with skillstream dlq list`,
    );
  return named.map(({ source }) => source);
};

const failedText = (what: string, failed: readonly string[]): string =>
  `${what}: ${failed.map((source) => printable(source)).join(', ')}`;

/**
 * Erases what holds a text from all sources: shows the plan, asks, and follows each to its end. Sources without such a
 * posting as well, since their dead letters may hold it.
 * @returns the exit code: 1 also where one source failed, or was not seen to its end
 */
export const eraseEverywhere = async (
  at: GatewayAccess,
  matching: string,
  { dryRun, yes }: { dryRun: boolean; yes: boolean },
): Promise<number> => {
  const sources = await allSources(at);
  const inputOf = (source: string) => ({ params: { name: source }, body: { matching } });
  const plan = await forEachSource(
    sources,
    (source) => callWithRetry(at, 'previewErasure', inputOf(source)),
    PREVIEWS_AT_ONCE,
  );
  print(planText(plan, matching, dryRun));
  const unknown = failedOf(plan);
  if (unknown.length > 0) note(failedText('it is not known what these hold', unknown));
  if (dryRun) return unknown.length === 0 ? 0 : 1;
  if (!yes && !(await confirm('Erase them, and their dead letters?'))) {
    print('nothing was erased');
    return 1;
  }
  const view = createProgressView(process.stderr, () => performance.now());
  let [done, items] = [0, 0];
  const begun = new Set<string>();
  const erase = async (source: string) => {
    const asked = await callWithRetry(at, 'eraseMatching', inputOf(source));
    begun.add(source);
    const onReason = (why: string) => note(`${printable(source)}: tried again: ${why}`);
    const ended = await followErasure(at, asked, { view: { show: () => {}, end: () => {} }, onReason });
    [done, items] = [done + 1, items + ended.erased];
    view.show({ label: 'erasing', done, total: sources.length, items });
    return ended;
  };
  const results = await forEachSource(sources, erase, ERASURES_AT_ONCE);
  view.end();
  print(resultsText(results));
  const failed = failedOf(results);
  const [unseen, refused] = [failed.filter((one) => begun.has(one)), failed.filter((one) => !begun.has(one))];
  if (refused.length > 0) note(failedText('not erased', refused));
  if (unseen.length > 0) note(failedText('begun, and not known to have ended', unseen));
  return failed.length === 0 ? 0 : 1;
};
