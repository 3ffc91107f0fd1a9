import { expect, test } from '@jest/globals';
import { previewParts } from '../packages/cli/src/load/preview.ts';
import { readText } from './docs/project.ts';

const blockIn = (text: string, language: string): string =>
  new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, 'm').exec(text)?.[1] ?? '';

test('docs/files.md shows what a preview of its table prints', async () => {
  const page = readText('docs/files.md');
  async function* blocks() {
    yield Buffer.from(blockIn(page, 'csv'));
  }
  async function* parts() {
    yield { name: null, share: 1, open: async () => blocks() };
  }
  const { text } = await previewParts(parts(), { defaultSource: 'jobs' });
  expect(`${text}\n`).toBe(blockIn(page, 'text'));
});
