/** The month, YYYY-MM, that many months after another. */
export const monthAfter = (month: string, count: number): string => {
  const [year = 0, first = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, first - 1 + count, 1)).toISOString().slice(0, 7);
};
