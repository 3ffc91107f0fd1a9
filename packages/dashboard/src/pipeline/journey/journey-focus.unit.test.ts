import { expect, test } from '@jest/globals';
import { createJourneyFocus } from './journey-focus.ts';

const page = () => {
  const at: { focused: string | null } = { focused: null };
  const element = (name: string) => ({ isConnected: true, focus: () => void (at.focused = name) });
  const [button, heading, list] = ['button', 'heading', 'list'].map(element);
  const journey = createJourneyFocus({
    focused: () => (at.focused === 'button' ? button! : null),
    heading: () => heading!,
    list: () => list!,
  });
  return { at, button: button!, journey };
};

test('a journey that appears by itself takes the focus from nobody', () => {
  const { at, journey } = page();
  at.focused = 'search';
  journey.appears('hn.1');
  expect(at.focused).toBe('search');
});

test('one that is chosen gets it once, and gives it back to what opened it', () => {
  const { at, button, journey } = page();
  button.focus();
  journey.opens('hn.1', undefined);
  expect(at.focused).toBe('button');
  journey.appears('hn.1');
  expect(at.focused).toBe('heading');
  at.focused = 'search';
  // It is there again, after somebody has signed in.
  journey.appears('hn.1');
  expect(at.focused).toBe('search');
  journey.closes();
  expect(at.focused).toBe('button');
});

test('one that is chosen while it is shown gets it at once, and not again later', () => {
  const { at, button, journey } = page();
  button.focus();
  journey.opens('hn.1', 'hn.1');
  expect(at.focused).toBe('heading');
  at.focused = 'search';
  journey.appears('hn.1');
  expect(at.focused).toBe('search');
});

test('where what opened it is gone, or nothing did, the list gets it', () => {
  const { at, button, journey } = page();
  journey.closes();
  expect(at.focused).toBe('list');
  button.focus();
  journey.opens('hn.1', undefined);
  button.isConnected = false;
  journey.appears('hn.1');
  journey.closes();
  expect(at.focused).toBe('list');
});

test('a choice whose journey does not come is forgotten with the next that does', () => {
  const { at, journey } = page();
  journey.opens('hn.1', undefined);
  journey.appears('hn.2');
  journey.appears('hn.1');
  expect(at.focused).toBeNull();
});
