// Entry point for evaluating, training and benchmarking the tagger; services do not use it.
export { cases } from '../disambiguation/cases.ts';
export type { Decision } from '../disambiguation/classify.ts';
export { featuresOf } from '../disambiguation/features.ts';
export { decodeLine, splitLines } from '../inspect/lines.ts';
export { buildAutomaton, findAll } from '../matching/automaton.ts';
export { ROOT } from '../matching/double-array.ts';
export { fold } from '../matching/fold.ts';
export { sourceOf } from '../matching/source.ts';
export { modelFile, type ModelFile } from '../model/load-model.ts';
export { logistic, namedFeatures } from '../model/model.ts';
export { spellings } from '../taxonomy/spellings.ts';
export { measure } from './measure.ts';
export { createNames } from './names.ts';
export { betweenReaders, type Reading } from './readers.ts';
export { none, scoreOf, type Counts } from './score.ts';
export { ours, rawGazetteer, type System } from './systems.ts';
