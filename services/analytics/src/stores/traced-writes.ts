import { currentContext, withinSpan, type Attributes, type Tracer } from '@skillstream/telemetry';

type Store = { write: (...args: never[]) => Promise<unknown> };

/** The same store, whose writes have a span each where what they are a part of is traced. */
export const tracedWrites = <S extends Store>(
  tracer: Tracer,
  name: string,
  attributes: Attributes,
  store: S,
): S => ({
  ...store,
  write: (...args: Parameters<S['write']>) =>
    withinSpan(tracer, name, { kind: 'client', parent: currentContext(), attributes }, () =>
      store.write(...args),
    ),
});
