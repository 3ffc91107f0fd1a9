import type { CompiledTagger } from './create-tagger.ts';

type Numbers = Int8Array | Uint16Array | Int32Array | Uint32Array;

const sharedNumbers = <N extends Numbers>(numbers: N): N => {
  const made = Reflect.construct(numbers.constructor, [new SharedArrayBuffer(numbers.byteLength)]) as N;
  made.set(numbers);
  return made;
};

/** Returns the same tagger with its tables in shared memory, so that threads do not need copies. */
export const shareMemory = ({ forms, model, ...rest }: CompiledTagger): CompiledTagger => {
  const { automaton, readings } = forms;
  const tables = {
    bases: sharedNumbers(automaton.bases),
    cells: sharedNumbers(automaton.cells),
    ends: sharedNumbers(automaton.ends),
    columnOf: sharedNumbers(automaton.columnOf),
    firstWords: sharedNumbers(automaton.firstWords),
  };
  return {
    ...rest,
    forms: { automaton: { ...automaton, ...tables }, readings },
    model: { ...model, weights: sharedNumbers(model.weights) },
  };
};
