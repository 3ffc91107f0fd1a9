/**
 * When an alert fires. It is kept in parts, so that a test can run what is compared: an expression that compares
 * returns nothing while all is well, just as one whose metric does not exist any more.
 */
export type Condition =
  | { value: string; is: '>' | '>=' | '<' | '=='; than: number | string }
  | { all: readonly Condition[] }
  | { any: readonly Condition[] };

const joined = (parts: readonly Condition[], by: string): string =>
  parts.map((part) => ('value' in part ? writeCondition(part) : `(${writeCondition(part)})`)).join(` ${by} `);

/** The condition as PromQL. The parts of `all` meet whatever their labels are; those of the first are the alert's. */
export const writeCondition = (condition: Condition): string => {
  if ('value' in condition) return `(${condition.value}) ${condition.is} ${condition.than}`;
  return 'all' in condition ? joined(condition.all, 'and on ()') : joined(condition.any, 'or');
};

/** What is compared in a condition, and what with: each of them has to return data, also while all is well. */
export const operandsOf = (condition: Condition): string[] => {
  if ('all' in condition) return condition.all.flatMap(operandsOf);
  if ('any' in condition) return condition.any.flatMap(operandsOf);
  return [condition.value, ...(typeof condition.than === 'string' ? [condition.than] : [])];
};
