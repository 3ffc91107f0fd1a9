import { expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { journey } from '@skillstream/contracts';
import { sendAll } from '../platform/send.ts';
import { POISON, publishStored } from '../platform/publish-stored.ts';
import { pipelineShown } from './pipeline-shown.ts';
import type { Stage } from './stage.ts';

const posting = {
  ...{ source: 'hn', sourceId: 'poison', title: 'Backend Engineer', description: 'We use Kafka and Go.' },
  datePosted: '2025-03-01',
};

/** The end of a posting that no service can read. */
export const deathIsSeen = ({ withPage, platform, get }: Stage): void => {
  test('a posting that dies is seen to die: its dot ends as a cross, the list and its journey say so, and a replay mends it', () =>
    withPage(async ({ show, page, violations, faults }) => {
      const [sent] = await sendAll(platform().url, [posting]);
      const id = sent!.postingId;
      const outcome = async () => journey.parse(await get(`/v1/postings/${id}/journey`)).outcome;
      await until('it is counted', async () => (await outcome()) === 'counted');
      await show('/pipeline');
      const shown = pipelineShown(page);
      await shown.live();
      await shown.nothingIsWrong();
      const stored = await publishStored(platform(), id, POISON);
      await until('its dot has ended as a cross', async () => (await shown.drawn()).deaths > 0);
      const line = page.getByRole('list', { name: 'Seen last' }).locator('li', { hasText: id });
      await until('the list says so', async () => (await line.textContent())?.includes('own, ▲ dead letter'));
      await until(
        'tagging has counted it',
        async () => (await shown.figures('tagging'))['dead letters since start'] === '1',
      );
      await line.getByRole('button').press('Enter');
      const panel = page.getByRole('region', { name: 'Journey', exact: true });
      await until('the journey has ended', async () =>
        (await panel.textContent())?.includes('A dead letter: it could not be processed'),
      );
      expect(await panel.locator('tbody tr').last().textContent()).toMatch(/dead letter.*undecodable/);
      expect(await violations()).toEqual([]);
      await publishStored(platform(), id, stored);
      await until('it is counted again', async () => (await outcome()) === 'counted');
      expect(faults).toEqual([]);
    }));
};
