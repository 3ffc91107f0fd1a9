import type { PostingLine } from '@skillstream/files';
import type { GatewayAccess } from '../gateway/access.ts';
import { queryWithAge, withFreshness } from '../gateway/query-with-age.ts';
import { readFreshness } from '../gateway/freshness.ts';
import { loadAndWait } from '../load/load-and-wait.ts';
import { loadSummary } from '../load/load-summary.ts';
import { createReasons } from '../load/reasons.ts';
import { createReportFile, reportPath } from '../load/report-file.ts';
import { settled } from '../load/counts.ts';
import { reportFolder } from '../platform/paths.ts';
import { createProgressView } from '../terminal/progress.ts';
import { demandTable } from '../terminal/tables.ts';
import { generateSample } from '../sample/index.ts';

export const SAMPLE_SEED = 20_260_101;
export const SAMPLE_COUNT = 2400;

/** The sample postings, the same at every start, as a file would hold them. */
async function* sampleRecords(): AsyncGenerator<PostingLine> {
  let line = 0;
  for (const { posting } of generateSample({ seed: SAMPLE_SEED, count: SAMPLE_COUNT })) {
    line += 1;
    const { source, sourceId } = posting;
    yield { line, bytes: Buffer.from(JSON.stringify(posting)), key: `${source}/${sourceId}`, posting };
  }
}

const FIRST_QUERY = { role: 'backend', top: 10 } as const;

/** Loads the sample postings, waits until they are counted, and returns a first result as a table. */
export const loadSample = async (
  at: GatewayAccess,
  report: (line: string) => void,
  signal: AbortSignal,
): Promise<void> => {
  report(`loading ${SAMPLE_COUNT} made-up postings`);
  const rejections = createReportFile(reportPath(reportFolder, 'sample', new Date()));
  const reasons = createReasons();
  let sent = 0;
  async function* records() {
    for await (const record of sampleRecords()) {
      if (signal.aborted) return;
      sent += 1;
      yield record;
    }
  }
  const result = await loadAndWait({
    at,
    records: records(),
    readSoFar: () => ({ done: sent, total: SAMPLE_COUNT }),
    view: createProgressView(process.stderr, () => performance.now()),
    wait: true,
    signal,
    onRejected: async (rejection) => {
      reasons.add(rejection);
      await rejections.write(rejection);
    },
    onWaiting: (reason) => report(`waiting: ${reason}`),
  });
  const reportFile = await rejections.close();
  if (result.error) throw result.error;
  if (signal.aborted || settled(result.outcome) === 0) return;
  report(loadSummary({ ...result, reasons, reportFile, cwd: process.cwd() }));
  const response = await queryWithAge(at, 'getDemand', { query: FIRST_QUERY });
  report(
    `\nskillstream ask demand --role backend --top 10\n${demandTable(withFreshness(response, await readFreshness(at)))}\n`,
  );
};
