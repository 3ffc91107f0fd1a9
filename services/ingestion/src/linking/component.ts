/**
 * Those that hang together with one of them: alike it, or alike another one that does.
 * @param most so many comparisons, after which the others are taken for belonging to it, too
 */
export const componentOf = async <T>(
  first: T,
  others: readonly T[],
  areAlike: (a: T, b: T) => Promise<boolean>,
  most: number,
): Promise<{ within: T[]; apart: T[] }> => {
  const within = [first];
  let apart = [...others];
  let compared = 0;
  for (const one of within) {
    const rest: T[] = [];
    for (const other of apart) {
      compared += 1;
      (compared > most || (await areAlike(one, other)) ? within : rest).push(other);
    }
    apart = rest;
    if (apart.length === 0) break;
  }
  return { within, apart };
};
