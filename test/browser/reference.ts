import { expect, test } from '@jest/globals';
import type { Stage } from './stage.ts';

// How Swagger UI is built, which a page around it cannot change.
const OF_SWAGGER_UI = ['heading-order', 'landmark-unique', 'nested-interactive', 'region'];

/** The reference of the API, which Swagger UI shows. */
export const referenceIsReadable = ({ withPage, platform }: Stage): void => {
  test('the reference of the API has names and contrasts that all can read', () =>
    withPage(async ({ page, violations, faults }) => {
      await page.goto(`${platform().url}/docs`);
      for (const path of ['/v1/postings', '/v1/demand'])
        await page
          .getByRole('button', { name: new RegExp(`${path}(?![/{])`) })
          .first()
          .click();
      await page.locator('.opblock-body').nth(1).waitFor();
      await page.locator('.opblock-body select').first().waitFor();
      const found = await violations();
      expect(found.filter((one) => !OF_SWAGGER_UI.includes(one.split(':')[0]!))).toEqual([]);
      expect(faults).toEqual([]);
    }));
};
