import { expect } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { boardsResult, demandResult, postingRecord, reconciliationPage } from '@skillstream/contracts';
import { postingIdOf } from '../../services/ingestion/src/canonical/posting-id.ts';
import type { FlowPlatform } from './pipeline.ts';

type Asked = Pick<FlowPlatform, 'get'>;

/** How many postings the board has. */
export const JOBS = 12;
/** A word that no posting has by chance. */
export const PLANTED = 'Xylotheque';
const skills = ['Kafka', 'Go', 'PostgreSQL', 'Kubernetes', 'Rust', 'Python'];

/** Of the board's postings those of one job, by their places in the list, each posted the day after the one before. */
export const inPlaces = [8, 5, 6] as const;
const cities = ['Hamburg', 'Munich', 'Cologne'];

/** The jobs of a played board, as Greenhouse answers them: three of them are one that is open in three cities. */
export const jobsOf = (board: string) =>
  Array.from({ length: JOBS }, (_, i) => {
    const at = inPlaces.findIndex((job) => job === i);
    const named = at < 0 ? i : inPlaces[0];
    const skill = skills[named % skills.length];
    return {
      id: 1000 + i,
      title: `${skill} engineer, team ${named}`,
      content: `&lt;p&gt;${PLANTED} ${named}: we use ${skill}.&lt;/p&gt;`,
      absolute_url: `https://boards.greenhouse.io/${board}/jobs/${1000 + i}`,
      location: { name: `${cities[at] ?? 'Berlin'}, Germany` },
      first_published: `2026-01-0${at < 0 ? 5 : at + 1}T00:00:00Z`,
    };
  });

/** The id of the posting at this place of the list. */
export const idOf = (board: string, job: number): string => postingIdOf(board, `${1000 + job}`);

/** The latest run that has ended, of the only board. */
export const lastRunOf = async ({ get }: Asked) =>
  boardsResult.parse(await get('/v1/boards')).boards[0]?.lastRun ?? null;

export const recordOf = async ({ get }: Asked, board: string, job: number) =>
  postingRecord.parse(await get(`/v1/postings/${idOf(board, job)}`));

/**
 * Waits until this one of the three postings of one job counts, and holds to it what the gateway answers: exactly one
 * of them counts where jobs are counted, in both models, and no number is off.
 * @param primary its place in the list; those that are named before it in `inPlaces` may be closed
 */
export const expectPrimary = async (
  platform: Asked & Pick<FlowPlatform, 'settled' | 'verify'>,
  board: string,
  primary: (typeof inPlaces)[number],
): Promise<void> => {
  const { get, settled, verify } = platform;
  await until('this one counts', async () => (await recordOf(platform, board, primary)).primary === true);
  await until('nothing waits to be linked', async () => !(await settled()).linking);
  const members = await Promise.all(inPlaces.map((job) => recordOf(platform, board, job)));
  const { job } = members[0]!;
  expect(job).toBeDefined();
  expect(members.map((one) => [one.job, one.primary])).toEqual(inPlaces.map((one) => [job, one === primary]));
  const distinct = JOBS - inPlaces.length + 1;
  for (const via of ['views', 'facts']) {
    const [byPosting, byJob] = await Promise.all(
      ['postings', 'jobs'].map(async (count) =>
        demandResult.parse(await get(`/v1/demand?source=${board}&count=${count}&via=${via}`)),
      ),
    );
    expect(byPosting).toMatchObject({ population: JOBS, postings: JOBS, jobs: distinct });
    expect(byJob).toMatchObject({ counted: 'jobs', population: distinct, postings: JOBS, jobs: distinct });
    // The three, and one that is a job of its own.
    expect(byJob!.skills.find(({ skillId }) => skillId === 'postgresql')).toMatchObject({
      ...{ count: 2, postings: 4, jobs: 2 },
    });
  }
  expect((await verify()).differences).toEqual([]);
  const { jobs, differences } = reconciliationPage.parse(await get('/v1/reconciliation'));
  expect(differences).toEqual([]);
  expect(jobs?.differences).toEqual([]);
};
