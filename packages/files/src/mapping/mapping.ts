import { isNamed } from './column-name.ts';
import { fieldOf } from './field-of.ts';
import type { Field } from './field.ts';

/** What somebody asks for: the column of a field, or '' where none of them is it. */
export type Wanted = ReadonlyMap<Field, string>;
export type LeftOut = {
  column: string;
  /** The column that is taken for the field that this one means, too; null where it means none. */
  for: { field: Field; column: string } | null;
};

// Rows of JSON may each have keys of their own.
const MOST_KNOWN = 1000;

/** Each name once, without fields that somebody chose the column of, and without those columns. */
const candidates = (columns: Iterable<string>, wanted: Wanted, chosen: ReadonlySet<string>) => {
  return [...columns]
    .filter((column) => !chosen.has(column))
    .flatMap((column) => {
      const named = fieldOf(column);
      return named && !wanted.has(named.field) ? [{ column, ...named }] : [];
    })
    .sort((a, b) => a.rank - b.rank);
};

/**
 * From column to field. What is wanted comes first, then the best name of each field.
 * @param columns those that are known at the beginning; others may follow, and get what is still free
 */
export const createMapping = (columns: readonly string[], wanted: Wanted) => {
  const known = new Set<string>();
  const byField = new Map<Field, string>();
  // All columns of a field that nobody chose one for, the best first.
  const ranked = new Map<Field, { column: string; rank: number }[]>();
  // What is wanted and was not there yet.
  const missing = new Map([...wanted].filter(([, column]) => column !== ''));
  const chosen = new Set<string>();
  const choose = (fresh: readonly string[]): void => {
    for (const [field, name] of missing) {
      const column = fresh.includes(name) ? name : fresh.find((one) => isNamed(one, name));
      if (column === undefined) continue;
      byField.set(field, column);
      chosen.add(column);
      missing.delete(field);
    }
  };
  const know = (more: Iterable<string>): void => {
    const fresh = [...more].filter((column) => !known.has(column));
    if (fresh.length === 0) return;
    choose(fresh);
    for (const { field, column, rank } of candidates(fresh, wanted, chosen)) {
      if (!byField.has(field)) byField.set(field, column);
      const others = ranked.get(field) ?? [];
      if (known.size < MOST_KNOWN)
        ranked.set(
          field,
          [...others, { column, rank }].sort((a, b) => a.rank - b.rank),
        );
    }
    for (const column of fresh) if (known.size < MOST_KNOWN) known.add(column);
  };
  know(columns);
  const taken = () => new Map([...byField].map(([field, column]) => [column, field]));
  return {
    know,
    /** Whether somebody chose columns. */
    isAsked: wanted.size > 0,
    columnOf: (field: Field): string | undefined => byField.get(field),
    /**
     * The same for one row of JSON, which may have other keys than those before it: the best of those that it has,
     * where it lacks the column of the field.
     */
    columnIn: (row: { has: (column: string) => boolean }, field: Field): string | undefined => {
      const column = byField.get(field);
      if (column === undefined || row.has(column)) return column;
      const others = ranked.get(field) ?? [];
      // "key" and "ref" are as often the same in many rows, which would be taken for one.
      const mayBe = field === 'sourceId' ? others.filter((one) => /id$/i.test(one.column)) : others;
      return mayBe.find((one) => row.has(one.column))?.column ?? column;
    },
    /** The columns that become a field, in the order of the file. */
    mapped: (): { column: string; field: Field }[] => {
      const fieldBy = taken();
      return [...known].flatMap((column) => {
        const field = fieldBy.get(column);
        return field ? [{ column, field }] : [];
      });
    },
    leftOut: (): LeftOut[] => {
      const fieldBy = taken();
      return [...known]
        .filter((column) => !fieldBy.has(column))
        .map((column) => {
          const field = fieldOf(column)?.field;
          const instead = field && byField.get(field);
          return { column, for: instead === undefined || !field ? null : { field, column: instead } };
        });
    },
    /** All columns in the order of the file, with the field that each becomes; null for those left out. */
    all: (): { column: string; field: Field | null }[] => {
      const fieldBy = taken();
      return [...known].map((column) => ({ column, field: fieldBy.get(column) ?? null }));
    },
    /** The columns that are wanted and not there, by the field that they are wanted for. */
    missing: (): Wanted => missing,
  };
};

export type Mapping = ReturnType<typeof createMapping>;
