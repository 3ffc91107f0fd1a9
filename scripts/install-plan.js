// @ts-check

/**
 * A package as a lock file has it; only what decides here.
 * @typedef {{ version?: string, integrity?: string, dev?: boolean, optional?: boolean, devOptional?: boolean,
 *   peer?: boolean, link?: boolean }} Entry
 * @typedef {Readonly<Record<string, Entry>>} Packages by their place, like `node_modules/express`
 * @typedef {'runtime' | 'everything'} Need `everything` is `runtime` and what develops and tests
 * @typedef {{ because: string, args: string[], count: number }} Plan what npm is to do, and for how many packages
 */

const runtimeOnly = new Set(['start', 'skillstream']);
const quietly = ['--no-audit', '--no-fund', '--loglevel=error'];

/**
 * @param {string} command one of `bootstrap.js`
 * @returns {Need} the packages that the command cannot do without
 */
export const needOf = (command) => (runtimeOnly.has(command) ? 'runtime' : 'everything');

/**
 * What optional packages there are depends on the machine, so nobody waits for one.
 * @param {Need} need
 * @returns {(entry: [string, Entry]) => boolean}
 */
const isNeeded =
  (need) =>
  ([place, entry]) =>
    place !== '' &&
    !(entry.optional || entry.devOptional || entry.peer) &&
    (need === 'everything' || !entry.dev);

/**
 * Decides by content, not by file times: a checkout touches the lock file without changing it. An install is complete
 * for a command when each package that it needs is there as the lock file has it.
 *
 * What is only missing is added, and nothing else touched: a platform may be running on what is there. What differs is
 * put right by `npm ci`, which begins by deleting everything; so it installs the packages for tests again where some
 * were there.
 * @param {object} state
 * @param {Need} state.need
 * @param {Packages} state.wanted the packages of `package-lock.json`
 * @param {Packages | null} state.present those of `node_modules/.package-lock.json`, which npm writes when it is done
 * @param {boolean} state.hasNode whether there is a Node that runs TypeScript
 * @returns {Plan | null} null when nothing is to be done
 */
export const planInstall = ({ need, wanted, present, hasNode }) => {
  const there = present ?? {};
  const same = (/** @type {[string, Entry]} */ [place, entry]) =>
    there[place]?.version === entry.version && there[place]?.integrity === entry.integrity;
  const needed = Object.entries(wanted).filter(isNeeded(need));
  const wrong = needed.find((one) => !same(one));
  if (present && hasNode && !wrong) return null;

  const scope = Object.values(there).some(({ dev }) => dev) ? 'everything' : need;
  const all = Object.entries(wanted).filter(isNeeded(scope));
  const adds = present !== null && hasNode && all.every((one) => same(one) || !there[one[0]]);
  const because = () => {
    if (!present) return 'node_modules is not there yet';
    if (!wrong) return 'Node 24 is not there yet';
    return there[wrong[0]] ? `${wrong[0]} is not as package-lock.json has it` : `${wrong[0]} is missing`;
  };
  return {
    because: because(),
    args: [
      ...(adds ? ['install', '--no-save'] : ['ci']),
      scope === 'everything' ? '--include=dev' : '--omit=dev',
      ...quietly,
    ],
    count: all
      .filter(([place, { link }]) => /(^|\/)node_modules\//.test(place) && !link)
      .filter((one) => !adds || !same(one)).length,
  };
};
