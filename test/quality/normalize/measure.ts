import { measureCountry } from './country.ts';
import { measureEmployment } from './employment.ts';
import { measureHn } from './hn.ts';
import { measureLabels } from './labels.ts';
import { measureSalary } from './salary.ts';

/** Everything that `npm run eval:normalize` prints. @throws Error that says how to tell where the data is */
export const measureAll = async () => ({
  salary: await measureSalary(),
  country: await measureCountry(),
  employment: await measureEmployment(),
  hn: await measureHn(),
  labels: await measureLabels('labels.json'),
  second: await measureLabels('second-labels.json'),
});
export type Measured = Awaited<ReturnType<typeof measureAll>>;
