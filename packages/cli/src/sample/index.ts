export { generateEndlessly, generateSample } from './generate-sample.ts';
export type { SamplePosting, SampleTruth } from './generate-sample.ts';
