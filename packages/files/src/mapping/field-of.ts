import { plainName, plainNameWithoutUnit } from './column-name.ts';
import { fields, type Field } from './field.ts';
import { namesOf } from './names.ts';

/** A field, and how good the column's name is for it: 0 is the best. */
export type NamedField = { field: Field; rank: number };

const byName = new Map<string, NamedField>();
for (const field of fields)
  for (const [index, name] of [field, ...namesOf[field].split(', ')].entries()) {
    const plain = plainName(name);
    if (!byName.has(plain)) byName.set(plain, { field, rank: index });
  }

/** The field that a column's name means; null where it is none that is known. */
export const fieldOf = (column: string): NamedField | null => {
  const unitless = plainNameWithoutUnit(column);
  return byName.get(plainName(column)) ?? (unitless === null ? null : (byName.get(unitless) ?? null));
};
