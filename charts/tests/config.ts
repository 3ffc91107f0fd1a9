const NAME = 'SKILLSTREAM_CHARTS';

/** Where the charts of this run are; jest hands nothing but the environment from its set-up to its tests. */
export const chartsCopy = {
  folder: (): string => process.env[NAME] ?? '',
  moveTo: (folder: string): void => {
    process.env[NAME] = folder;
  },
};

/** A helm 4 of one's own. */
export const ownHelm4 = (): string | undefined => process.env['SKILLSTREAM_HELM_4'];

/** The environment of a helm that finds no cluster but the one of its arguments. */
export const withoutKubeconfig = (): NodeJS.ProcessEnv => ({ ...process.env, KUBECONFIG: '/dev/null' });
