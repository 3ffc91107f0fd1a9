import { LIVE_RETAINED } from '../../live-api.ts';
import { responseOf } from './responses.ts';
import { ref } from './components.ts';
import type { Descriptions } from './operation.ts';

/** The feed of changes. */
export const liveDescribed: Descriptions = {
  listen: {
    tag: 'watching',
    description:
      'Server-Sent Events. The data of an event `change` is a LiveChange, in postings, never in jobs. It is a hint: query the numbers ' +
      'again, with the entity tag of the last response. Reconnect with `Last-Event-ID`, as browsers do by ' +
      'themselves, to receive the changes since then first; an event `missed` means that there were more than ' +
      `the ${LIVE_RETAINED} changes that are retained. Clients that do not read are disconnected. A stream ` +
      'ends after half an hour; reconnect. A client may have ten concurrent streams, unless the installation ' +
      'sets another limit.',
    headers: [
      {
        name: 'Last-Event-ID',
        in: 'header',
        description: 'The id of the last event received.',
        schema: { type: 'string', pattern: '^\\d{1,15}(-\\d{1,15})?$' },
        example: '1764000000000-0',
      },
    ],
    returns: {
      200: responseOf('A stream of events.', {
        'text/event-stream': { schema: { type: 'string' }, 'x-data-schema': ref('LiveChange') },
      }),
    },
    problems: ['Unavailable'],
  },
};
