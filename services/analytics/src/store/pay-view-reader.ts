import type { PaysByRole } from '../pay/pays-by-role.ts';
import { addTo, type Sketch } from '../pay/sketch.ts';
import { ALL, restIn, salariesKey, withSkill } from '../views/names.ts';
import { isWithin, type Years } from '../views/years.ts';
import { byName, type Moments } from './moments.ts';

const addFields = (byRole: Map<string, Sketch>, fields: Map<string, number>) => {
  for (const [field, n] of fields) {
    const [role, bucket] = field.split(':');
    let sketch = byRole.get(role!);
    if (!sketch) byRole.set(role!, (sketch = new Map()));
    addTo(sketch, [[Number(bucket), n]]);
  }
};

/** Reads pays over whole years; those that name a skill at the same moment, so that one can be taken from the other. */
export const createPayViewReader =
  ({ read }: Pick<Moments, 'read'>) =>
  (years: Years, skillId?: string) =>
    read(
      byName((series) =>
        [ALL, ...(skillId === undefined ? [] : [withSkill(skillId)])].flatMap((rest) =>
          (series.get(`salaries:${rest}`) ?? [])
            .filter(isWithin(years))
            .map((year) => salariesKey(year, rest)),
        ),
      ),
      (views): PaysByRole => {
        const pays: PaysByRole = { all: new Map(), named: new Map() };
        for (const [name, fields] of views) addFields(restIn(name) === ALL ? pays.all : pays.named, fields);
        return pays;
      },
    );
