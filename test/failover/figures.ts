import { appendFileSync } from 'node:fs';

/** What one scenario came to, for the table that `run-many.ts` prints. */
export type Figures = {
  scenario: string;
  accepted: number;
  lost: number;
  twice: number;
  repeated: number;
  /** Accepted and not counted, by the ledger. */
  uncounted: number;
  /** Faults of order and number in both logs, and differences that `verify` found. */
  differences: number;
};

/** Prints a scenario's figures, and adds them to the file that `run-many.ts` reads. */
export const tell = (figures: Figures): void => {
  const line = JSON.stringify(figures);
  process.stdout.write(`figure: ${line}\n`);
  const file = process.env['FAILOVER_FIGURES'];
  if (file) appendFileSync(file, `${line}\n`);
};
