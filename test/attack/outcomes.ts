import type { AttackRequest } from './request.ts';
import type { Outcome } from './send.ts';

export type Row = { operation: string; requests: number; ends: Record<string, number>; worstMs: number };

/** Counts what came of the requests of each operation, by status, or by how they ended without one. */
export const createTally = () => {
  const rows = new Map<string, Row>();
  return {
    add: ({ operation }: AttackRequest, { end, response, tookMs }: Outcome) => {
      const row = rows.get(operation) ?? { operation, requests: 0, ends: {}, worstMs: 0 };
      rows.set(operation, row);
      const what = response && end !== 'hung' ? String(response.status) : end;
      row.requests += 1;
      row.ends[what] = (row.ends[what] ?? 0) + 1;
      row.worstMs = Math.max(row.worstMs, Math.round(tookMs));
    },
    rows: (): Row[] => [...rows.values()].sort((a, b) => (a.operation < b.operation ? -1 : 1)),
    /** How many requests ended in which way. */
    total: (): Record<string, number> => {
      const total: Record<string, number> = {};
      for (const { ends } of rows.values())
        for (const [end, count] of Object.entries(ends)) total[end] = (total[end] ?? 0) + count;
      return total;
    },
  };
};
