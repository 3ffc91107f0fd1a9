import { originsIn } from '@skillstream/contracts';
import { fieldCounts } from '../both-counts.ts';
import { addPays, sketchesAt, type BothSketches } from './both-sketches.ts';
import type { PaysByRole } from './pays-by-role.ts';
import { ALL, restIn, salariesKey, seriesName, withSkill } from '../../projections/views/names.ts';
import { isWithin, type Years } from '../years.ts';
import { byName } from '../merge-views.ts';
import type { ViewSnapshots } from '../view-snapshots.ts';

const addFields = (byRole: Map<string, BothSketches>, fields: Map<string, number>) => {
  for (const [name, n] of fields) {
    const { field, counts } = fieldCounts(name, n);
    const [role, bucket] = field.split(':');
    addPays(sketchesAt(byRole, role!), Number(bucket), counts);
  }
};

/** Reads salaries over whole years, in total and by skill from one snapshot, so that one can be subtracted. */
export const createPayViewReader =
  ({ read }: Pick<ViewSnapshots, 'read'>) =>
  (years: Years, skillIds: readonly string[]) =>
    read(
      byName((series) =>
        originsIn(years.origin ?? 'all').flatMap((origin) =>
          [ALL, ...skillIds.map(withSkill)].flatMap((rest) =>
            (series.get(seriesName('salaries', origin, rest)) ?? [])
              .filter(isWithin(years))
              .map((year) => salariesKey(year, origin, rest)),
          ),
        ),
      ),
      (views): PaysByRole => {
        const pays: PaysByRole = { all: new Map(), bySkill: new Map(skillIds.map((id) => [id, new Map()])) };
        for (const [name, fields] of views) {
          const rest = restIn(name);
          addFields(rest === ALL ? pays.all : pays.bySkill.get(rest.slice(withSkill('').length))!, fields);
        }
        return pays;
      },
    );
