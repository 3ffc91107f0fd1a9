import { LIVE_RETAINED } from '../../live-api.ts';
import { responseOf } from './responses.ts';
import { ref } from './components.ts';
import type { Descriptions } from './operation.ts';

/** The feed of changes. */
export const liveDescribed: Descriptions = {
  listen: {
    tag: 'watching',
    description:
      'Server-Sent Events. The data of an event `change` is a LiveChange; it is a hint: ask for the numbers, and ' +
      'send the entity tag that you have. Come back with `Last-Event-ID`, as browsers do by themselves, and what ' +
      `happened meanwhile is told first; an event \`missed\` says that it was more than the ${LIVE_RETAINED} changes that ` +
      'are kept. Who does not read is dropped; after half an hour a stream ends, for you to come back. A client may ' +
      'have ten streams at once, unless an installation says otherwise.',
    headers: [
      {
        name: 'Last-Event-ID',
        in: 'header',
        description: 'The id of the last event that you saw.',
        schema: { type: 'string', pattern: '^\\d{1,15}(-\\d{1,15})?$' },
        example: '1764000000000-0',
      },
    ],
    returns: {
      200: responseOf('Events, as they come.', {
        'text/event-stream': { schema: { type: 'string' }, 'x-data-schema': ref('LiveChange') },
      }),
    },
    problems: ['Unavailable'],
  },
};
