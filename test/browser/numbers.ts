import { expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import {
  compareResult,
  demandResult,
  pairsResult,
  salariesResult,
  skillResult,
  skillSalaryResult,
  trendResult,
} from '@skillstream/contracts';
import { generatedFilters } from './filters.ts';
import { shownCount, shownMonth, shownPay, shownRatio, shownShare } from './shown.ts';
import { idOf, type Stage } from './stage.ts';

type Asking = Pick<Stage, 'get' | 'withPage'>;

/**
 * Compares every figure of the market page with what the API gives for the same filter.
 * @returns of how many filters there were figures
 */
export const sameNumbers = async (
  { get, withPage }: Asking,
  filters: readonly URLSearchParams[],
): Promise<number> => {
  let compared = 0;
  await withPage(async ({ show, table, page, faults }) => {
    for (const filter of filters) {
      await show(`/?${filter}`);
      // Queries of the facts, few of which run at a time, may be refused: the page asks them again.
      await until('no figure is in trouble', async () => (await page.locator('.trouble').count()) === 0);
      const demand = demandResult.parse(await get(`/v1/demand?${filter}&top=20`));
      const shown = await table('Most asked skills');
      const asked = demand.skills.map((skill) => [skill.skillId, ...shownShare(skill)]);
      expect([`${filter}`, (shown ?? []).map(([href, ...cells]) => [idOf(href!), ...cells])]).toEqual([
        `${filter}`,
        asked,
      ]);
      if (shown)
        expect(await page.textContent('figure .caption')).toContain(
          `Share of ${shownCount(demand.population)} ${demand.population === 1 ? 'posting' : 'postings'} (`,
        );
      const skill = demand.skills[0]?.skillId;
      if (!skill) continue;
      compared += 1;
      const postings = new URLSearchParams([...filter].filter(([name]) => name !== 'category'));
      const { label } = skillResult.parse(await get(`/v1/skills/${encodeURIComponent(skill)}`));
      // Until their labels are there, skills are shown by their ids.
      await until('the skill has its label', async () => {
        const trends = await table('Trends');
        return trends?.some(([, name]) => name === label) && (await table(`Pay with ${label} and without`));
      });
      const pairs = pairsResult.parse(
        await get(`/v1/skills/${encodeURIComponent(skill)}/pairs?${filter}&top=30`),
      );
      expect(
        ((await table(`What is asked for with ${label}`)) ?? []).map(([href, ...cells]) => [
          idOf(href!),
          ...cells,
        ]),
      ).toEqual(
        pairs.pairs.map((pair) => [
          pair.skillId,
          ...shownShare(pair),
          shownRatio(pair.lift),
          `${shownRatio(pair.liftLow!)}–${shownRatio(pair.liftHigh!)}`,
        ]),
      );
      const pay = skillSalaryResult.parse(
        await get(`/v1/skills/${encodeURIComponent(skill)}/salary?${postings}`),
      );
      expect(((await table(`Pay with ${label} and without`)) ?? []).map(([, ...cells]) => cells)).toEqual(
        [pay.with, pay.without].map(({ count, p10, p25, median, medianLow, medianHigh, p75, p90 }) => [
          shownCount(count),
          ...[p10, p25, median].map(shownPay),
          median === null ? '–' : `${shownPay(medianLow!)}–${shownPay(medianHigh!)}`,
          ...[p75, p90].map(shownPay),
        ]),
      );
      const trend = trendResult.parse(await get(`/v1/skills/${encodeURIComponent(skill)}/trend?${postings}`));
      expect(
        ((await table('Trends')) ?? [])
          .filter(([, name, , population]) => name === label && population !== '0')
          .map(([month, , ...cells]) => [month, ...cells]),
      ).toEqual(trend.months.map((one) => [shownMonth(one.month), ...shownShare(one)]));
    }
    expect(faults).toEqual([]);
  });
  return compared;
};

/** Compares two groups on the page with what the API gives; the figure has this title. */
export const sameGroups = ({ get, withPage }: Asking, query: string, title: string): Promise<void> =>
  withPage(async ({ show, table, faults }) => {
    const { skills } = compareResult.parse(await get(`/v1/compare?${query}&top=20`));
    await show(`/compare?${query}`);
    await until('its figure is there', async () => (await table(title)) !== null);
    expect((await table(title))!.map(([href, ...cells]) => [idOf(href!), ...cells.slice(0, 6)])).toEqual(
      skills.map(({ skillId, a, b }) => [
        skillId,
        ...shownShare(a).slice(0, 3),
        ...shownShare(b).slice(0, 3),
      ]),
    );
    expect(skills.length).toBeGreaterThan(0);
    expect(faults).toEqual([]);
  });

/** What the pages show is what the API gives. */
export const numbersAreTrue = ({ get, withPage }: Stage): void => {
  test('numbers on the page are those of the API, for 30 filters', async () => {
    const all = demandResult.parse(await get('/v1/demand'));
    const { groups } = salariesResult.parse(await get('/v1/salaries?by=country'));
    const filters = generatedFilters(
      30,
      groups.map(({ name }) => name),
      all.categories.map(({ category }) => category),
    );
    const compared = await sameNumbers({ get, withPage }, filters);
    // Most filters are about some postings: else nothing would have been compared.
    expect(compared).toBeGreaterThan(15);
  });

  test('two groups side by side have the numbers of the API', () =>
    sameGroups({ get, withPage }, 'by=country&a=DE&b=US&role=backend', 'Germany and United States'));
};
