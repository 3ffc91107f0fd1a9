import { pngOf, type Heading } from '../charts/png.ts';
import { csvOf, type CsvRecord } from './csv-of.ts';

const save = (blob: Blob, name: string) => {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has begun to read it by the next task.
  setTimeout(() => URL.revokeObjectURL(url), 0);
};

/** Saves what a figure shows as CSV. */
export const downloadCsv = async (records: readonly CsvRecord[], fileName: string): Promise<void> =>
  save(new Blob([csvOf(records)], { type: 'text/csv' }), `${fileName}.csv`);

/**
 * Saves a chart as a picture, with its heading.
 * @throws Error where the browser cannot draw it
 */
export const downloadPng = async (svg: SVGSVGElement, heading: Heading, fileName: string): Promise<void> =>
  save(await pngOf(svg, heading), `${fileName}.png`);
