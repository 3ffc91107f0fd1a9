import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import type { ViewsState } from '@skillstream/contracts';
import { parseReports } from '../src/queries/report/parse-reports.ts';
import { createAppFixture, type AppFixture } from './app-fixture.ts';
import { smallReport } from './small-report.ts';

const read = (text: string) => parseReports({ 'small.yaml': text });
// The same empty log: all three are at the same positions.
let fixtures: AppFixture[] = [];
beforeAll(async () => {
  const texts = [smallReport, smallReport, smallReport.replace('Half is half.', 'Half is nearly half.')];
  fixtures = await Promise.all(texts.map((text) => createAppFixture(undefined, { reports: read(text) })));
  await Promise.all(fixtures.map((fixture) => fixture.caughtUp()));
});
afterAll(async () => {
  await Promise.all(fixtures.map((fixture) => fixture.close()));
});

test('a report has the entity tag of the views, and another one when its file changes', async () => {
  const asked = await Promise.all(
    fixtures.map(async (fixture) => {
      const { version } = await until(
        'the views have a name',
        async () => (await fixture.get<ViewsState>('/v1/views')) as { version: string },
      );
      const { headers, body } = await fixture.ask('/v1/report/small');
      return { version, tag: headers.get('etag'), body };
    }),
  );
  for (const { version, tag } of asked) expect(tag).toBe(`W/"${version}"`);
  const [one, same, other] = asked;
  expect([same!.tag, same!.body]).toEqual([one!.tag, one!.body]);
  expect(other!.body).not.toBe(one!.body);
  expect(other!.tag).not.toBe(one!.tag);
});
