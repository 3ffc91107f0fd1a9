/** What stands where a figure is not known: not the same as 0. */
export const NO_DATA = 'no data';
