import type { Ledger, VerifyJob } from '@skillstream/contracts';
import type { Finding } from './finding.ts';

/** What is known when nothing is sent any more. */
export type EndState = {
  ledger: Ledger;
  verified: Pick<VerifyJob, 'state' | 'differenceCount'> & { differences: unknown[] };
  /** How many postings ingestion and analytics do not know alike. */
  differing: number;
  /** Ids of the postings that were answered as accepted, by their source. */
  accepted: ReadonlyMap<string, ReadonlySet<string>>;
  /** The source of the load that is good throughout: every posting of it counts. */
  good: string;
};

/** What must not be at the end: postings without an account, or numbers that are not those of the log. */
export const checkEnd = ({ ledger, verified, differing, accepted, good }: EndState): Finding[] => {
  const findings: Finding[] = [];
  const find = (kind: string, about: string, detail: string) =>
    findings.push({ kind, about, detail, numbers: [] });
  if (!ledger.balanced) find('ledger', 'balance', JSON.stringify(ledger.total));
  for (const [source, ids] of accepted) {
    const row = ledger.rows.find((one) => one.source === source);
    if ((row?.accepted ?? 0) < ids.size)
      find('ledger', source, `${ids.size} were accepted, the ledger knows ${row?.accepted ?? 0}`);
  }
  const row = ledger.rows.find(({ source }) => source === good);
  const known = accepted.get(good)?.size ?? 0;
  if ((row?.counted ?? 0) !== known)
    find('ledger', 'good postings', `${known} were accepted, ${row?.counted ?? 0} are counted`);
  if (verified.state !== 'done' || verified.differenceCount > 0)
    find(
      'verify',
      verified.state,
      `${verified.differenceCount} differences: ${JSON.stringify(verified.differences.slice(0, 3))}`,
    );
  if (differing > 0) find('reconciliation', 'postings', `${differing} are not known alike`);
  return findings;
};
