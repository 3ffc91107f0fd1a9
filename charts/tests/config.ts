const NAME = 'SKILLSTREAM_CHARTS';

/** Where the charts of this run are; jest hands nothing but the environment from its set-up to its tests. */
export const chartsCopy = {
  folder: (): string => process.env[NAME] ?? '',
  moveTo: (folder: string): void => {
    process.env[NAME] = folder;
  },
};
