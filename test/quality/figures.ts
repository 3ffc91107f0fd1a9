import { readFileSync, writeFileSync } from 'node:fs';

/** What the last measured version of tagging reached; `npm run eval -- --write` writes it. */
export type Figures = { heldOutF1: number; trapsTaken: number; skillSpanF1: number };

const file = new URL('figures.json', import.meta.url);
export const readFigures = (): Figures => JSON.parse(readFileSync(file, 'utf8')) as Figures;
export const writeFigures = (figures: Figures): void =>
  writeFileSync(file, `${JSON.stringify(figures, null, 2)}\n`);
