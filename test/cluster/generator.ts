import { expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { demandResult, ledger } from '@skillstream/contracts';
import type { ClusterRelease, ReleaseQueries } from './cluster-platform.ts';
import { figure, secondsSince } from './figures.ts';
import { kubectl, podsOf } from './kubectl.ts';
import { reaches, tryFrom } from './network.ts';

const NAME = 'skillstream-generator';

/**
 * The load generator of a release that has one, where reading and sending take a token; afterwards there is none.
 * @param queries how the tests ask the release, with a token
 * @param stranger somebody outside of it whom no policy of their own protects
 */
export const generatorSends = (
  { namespace }: ClusterRelease,
  queries: () => ReleaseQueries,
  stranger: () => { host: string; port: number },
): void => {
  const sampled = async () => {
    const { rows } = ledger.parse(await queries().change('/v1/ledger', {}));
    return rows.find(({ source }) => source === 'sample') ?? { accepted: 0, counted: 0 };
  };

  test('the generator runs where the restricted Pod Security standard is enforced, and what it sends is counted', async () => {
    const enforced = '-o=jsonpath={.metadata.labels.pod-security\\.kubernetes\\.io/enforce}';
    expect(await kubectl('get', 'namespace', namespace, enforced)).toBe('restricted');
    const startedMs = performance.now();
    await until('postings are counted', async () => (await sampled()).counted > 100);
    figure(`the generator: 100 postings counted ${secondsSince(startedMs)} s later`);
    const { population } = demandResult.parse(await queries().change('/v1/demand?origin=sample', {}));
    expect(population).toBeGreaterThan(0);
  });

  test('the generator reaches the gateway and nothing else', async () => {
    const attempts = await tryFrom(namespace, NAME);
    const open = attempts.filter((one) => one.open).map(({ to }) => to);
    figure(`the generator: ${attempts.length} connections tried, ${open.length} open`);
    expect([attempts.length, open]).toEqual([11, ['gateway']]);
    const { host, port } = stranger();
    expect(await reaches(namespace, NAME, host, port)).toBe(false);
  });

  test('on its end the generator stops in order, and everything that was accepted is counted', async () => {
    const following = kubectl('logs', '-n', namespace, `deployment/${NAME}`, '--follow', '--tail=20');
    await kubectl('scale', '-n', namespace, `deployment/${NAME}`, '--replicas=0');
    await until('its pod is gone', async () => (await podsOf(namespace, NAME)).length === 0);
    const said = await following;
    expect(said).toMatch(/^stopping; .*\n[^]* postings due in .*: 20\/s asked for, [\d.]+\/s answered$/m);
    figure(`the generator: ${/.* answered$/m.exec(said)?.[0]}`);
    const { accepted, counted } = await until('all is counted', async () => {
      const found = await sampled();
      return found.accepted === found.counted && found;
    });
    expect(counted).toBe(accepted);
  });
};
