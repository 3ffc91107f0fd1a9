import { variants } from './variants.ts';

type Named = Record<string, unknown>;
const { global: everything } = variants['own-engines'] as { global: { [part: string]: Named } };

/** A platform with engines and an issuer of one's own, everything that can be said about them said. */
export const external = {
  engines: { enabled: false },
  global: {
    auth: everything['auth']!,
    kafka: everything['kafka']!,
    mongodb: everything['mongodb']!,
    redis: everything['redis']!,
  },
};
