import {
  demandFilter,
  withConsistentFilter,
  type CompareQuery,
  type DemandFilter,
} from '@skillstream/contracts';
import { appError } from '@skillstream/errors';

const wrong = (field: string, message: string) =>
  appError('unprocessable', 'The two sides cannot be told apart', {
    context: { faults: [{ path: field, message }] },
  });

/**
 * Returns the filter of one side of a comparison.
 * @throws SkillstreamError `unprocessable`, naming the field: a side that is no value of the compared field, or a
 *   filter on that field, which would make both sides the same
 */
export const sideOf = (field: 'a' | 'b', query: CompareQuery): DemandFilter => {
  const { by, a, b, top: _, count: __, ...filter } = query;
  const value = field === 'a' ? a : b;
  const own: Record<string, unknown> = by === 'period' ? periodOf(field, value) : { [by]: value };
  for (const name of Object.keys(own))
    if (filter[name as keyof DemandFilter] !== undefined)
      throw wrong(name, `is what the two sides differ in`);
  const checked = withConsistentFilter(demandFilter).safeParse({ ...filter, ...own });
  if (!checked.success) throw wrong(field, `is no ${by}: ${checked.error.issues[0]!.message}`);
  return checked.data;
};

const periodOf = (field: 'a' | 'b', value: string): { from: string; to: string } => {
  const [from, to, ...more] = value.split('..');
  if (!from || !to || more.length > 0) throw wrong(field, 'is no period, like 2016-01..2016-12');
  return { from, to };
};
