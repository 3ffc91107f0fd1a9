import { describe, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import type { Page } from 'playwright-core';
import type { Stage } from './stage.ts';

const focused = (page: Page) =>
  page.evaluate(() => {
    const { activeElement: at } = document;
    return at === null
      ? ''
      : `${at.tagName.toLowerCase()}: ${at.getAttribute('aria-label') ?? at.textContent}`;
  });

/** Where the focus of the keyboard is after what had it is gone. */
export const focusIsNeverLost = ({ withPage }: Stage): void => {
  describe('the focus of the keyboard', () => {
    test('is on the heading of the page that was gone to, also by Back', () =>
      withPage(async ({ show, settled, page, faults }) => {
        await show('/reports');
        await page.locator('main li a').first().focus();
        await page.keyboard.press('Enter');
        await until('the report has it', async () => (await focused(page)).startsWith('h1: What is said'));
        await settled();
        await page.goBack();
        await until('the list has it', async () => (await focused(page)) === 'h1: Reports');
        expect(faults).toEqual([]);
      }));

    test('is on the neighbour of a trend that was taken out, and stays on “Clear all”, which keeps whose postings are looked at', () =>
      withPage(async ({ show, settled, page, faults }) => {
        await show('/?trends=python,java&role=backend&origin=sample');
        await page.getByRole('button', { name: 'Take Python out' }).focus();
        await page.keyboard.press('Enter');
        await until(
          'the other one has it',
          async () => (await focused(page)) === 'button: Java: the last one stays',
        );
        await page.keyboard.press('Enter');
        expect(new URL(page.url()).searchParams.get('trends')).toBe('java');
        await page.getByRole('button', { name: 'Clear all' }).focus();
        await page.keyboard.press('Enter');
        await until('only whose postings are looked at is chosen', () =>
          page.url().endsWith('/?origin=sample'),
        );
        await settled();
        expect(await focused(page)).toBe('button: Clear all');
        expect(faults).toEqual([]);
      }));
  });

  test('what a filter gives is read out in one sentence', () =>
    withPage(async ({ show, page }) => {
      await show('/');
      await page.getByLabel('Role').selectOption('backend');
      await until('it is said', async () =>
        (await page.getByRole('status').allTextContents()).some((text) =>
          /^20 skills, [\d,]+ postings$/.test(text),
        ),
      );
    }));

  test('a link of another role to a report is of the report’s own role, and not refused', () =>
    withPage(async ({ show, page, faults }) => {
      await show('/reports/backend-2025?role=data');
      expect(await page.locator('.trouble').count()).toBe(0);
      expect(await page.locator('.claim').count()).toBeGreaterThan(0);
      expect(await page.locator('.filters').getByLabel('Role').count()).toBe(0);
      expect(faults).toEqual([]);
    }));
};
