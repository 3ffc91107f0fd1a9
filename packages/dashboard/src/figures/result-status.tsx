import { useEffect, useState } from 'react';

/**
 * Reads out in one sentence what an action gave, once for each `key`: numbers that are renewed by themselves are not
 * announced again.
 * @param text null as long as the result of the key is not there
 */
export const ResultStatus = ({ of: key, text }: { of: string; text: string | null }) => {
  const [said, say] = useState<{ key: string; text: string } | null>(null);
  useEffect(() => {
    if (text !== null) say((before) => (before?.key === key ? before : { key, text }));
  }, [key, text]);
  return (
    <p className="aside-text" role="status">
      {said?.text}
    </p>
  );
};
