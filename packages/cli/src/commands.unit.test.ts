import { expect, test } from '@jest/globals';
import { commands } from './commands.ts';

test.each(Object.entries(commands))(
  '%s is loaded when it runs, and says how it is used',
  async (name, entry) => {
    const { usage, run } = await entry.load();
    expect(usage).toMatch(new RegExp(`^skillstream ${name}\\b`));
    expect(run).toBeInstanceOf(Function);
  },
);
