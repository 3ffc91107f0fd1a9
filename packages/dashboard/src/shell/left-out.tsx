import { leftOutSentence } from '../filter/left-out.ts';
import { useLeftOut } from './use-left-out.ts';

/** Says what of the address is not shown, since it is no value; until another page is gone to. */
export const LeftOut = () => {
  const text = leftOutSentence(useLeftOut());
  // There before it has a text: what comes into a region that is there is read out.
  return <div role="status">{text !== null && <p className="stale">{text}</p>}</div>;
};
