import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
// Nothing but the page may be asked for: what a browser fetches for itself is off.
const args = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--lang=en-US'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

/**
 * Starts this machine's Chromium, headless, with a profile of its own that is deleted when it is closed.
 * @throws Error that says what is missing where there is none
 */
export const startChromium = async (): Promise<Browser> => {
  const executablePath = places.find(existsSync);
  if (executablePath === undefined)
    throw new Error(
      `The browser suite needs Chromium: apt-get install chromium (looked at ${places.join(', ')})`,
    );
  // A busy machine may take longer than the usual half a minute.
  return chromium.launch({ executablePath, args, timeout: 180_000 });
};
