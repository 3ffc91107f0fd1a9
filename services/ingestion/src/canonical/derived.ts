import type { Derivation, Derivations } from '@skillstream/contracts';

/** A value and how it came about; null where the sender states it, or there is none. */
export type Derived<T> = { value: T; by: Derivation | null };

/** A value that the sender states, or that nothing gives. */
export const given = <T>(value: T): Derived<T> => ({ value, by: null });

/** A value that a rule gives. */
export const derived = <T>(
  value: T,
  from: Derivation['from'],
  confidence: Derivation['confidence'],
): Derived<T> => ({ value, by: { from, confidence } });

/** Those of the derivations that there are; undefined when the sender states everything. */
export const derivationsOf = (
  fields: Record<keyof Derivations, Derivation | null>,
): Derivations | undefined => {
  const entries = Object.entries(fields).filter(([, by]) => by !== null);
  return entries.length === 0 ? undefined : (Object.fromEntries(entries) as Derivations);
};
