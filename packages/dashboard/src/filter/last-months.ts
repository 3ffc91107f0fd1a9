type Period = { from?: string | undefined; to?: string | undefined };

const lengths = [3, 6, 12] as const;
const ALL = 'all';
const OWN = 'own';

/**
 * The first and last month of what is chosen, like the last 3 of the months from which there are postings: not of the
 * calendar, as the data may end long before today. Nothing for all of them.
 */
export const lastMonths = (
  value: string | undefined,
  months: readonly string[],
): { from: string | undefined; to: string | undefined } => {
  const length = lengths.find((one) => String(one) === value);
  return length === undefined
    ? { from: undefined, to: undefined }
    : { from: months.slice(-length)[0], to: months.at(-1) };
};

/** Which of the choices a period is; one that was put together by its first and last month is none of them. */
export const periodChosen = ({ from, to }: Period, months: readonly string[]): string => {
  if (from === undefined && to === undefined) return ALL;
  const length = lengths.find((one) => {
    const period = lastMonths(String(one), months);
    return months.length >= one && period.from === from && period.to === to;
  });
  return length === undefined ? OWN : String(length);
};

/** The periods that are a choice: of more months than there are is none. */
export const periodOptions = (period: Period, months: readonly string[]) => [
  { value: ALL, name: 'All months' },
  ...lengths
    .filter((one) => one <= months.length)
    .map((one) => ({ value: String(one), name: `Last ${one} months` })),
  ...(periodChosen(period, months) === OWN ? [{ value: OWN, name: 'As chosen beside' }] : []),
];
