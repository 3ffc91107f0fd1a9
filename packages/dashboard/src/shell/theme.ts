import { useSyncExternalStore } from 'react';

const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const KEY = 'skillstream-theme';
const listeners = new Set<() => void>();

// A browser may refuse storage (private windows): then the choice lasts as long as the page.
let held: Theme | null = null;
const stored = (): Theme => {
  try {
    return themes.find((theme) => theme === localStorage.getItem(KEY)) ?? 'auto';
  } catch {
    return 'auto';
  }
};
const current = () => (held ??= stored());

/** Shows the page in the theme that was chosen last; `auto` follows the system. */
export const applyTheme = (): void => {
  if (current() === 'auto') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = current();
};

/** Changes to the theme after this one. */
export const nextTheme = (): void => {
  held = themes[(themes.indexOf(current()) + 1) % themes.length]!;
  try {
    localStorage.setItem(KEY, held);
  } catch {
    // Nothing to store it in.
  }
  applyTheme();
  for (const listener of listeners) listener();
};

/** The theme that is chosen. */
export const useTheme = (): Theme =>
  useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, current);
