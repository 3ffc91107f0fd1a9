import { Link } from '@tanstack/react-router';
import { useTitle } from './use-title.ts';

/** Where no page is. */
export const NotThere = () => {
  useTitle('No such page');
  return (
    <>
      <h1>No such page</h1>
      <p>
        <Link to="/">To the market</Link>
      </p>
    </>
  );
};

/** Where the page itself has failed: what it says helps who mends it. */
export const Failed = ({ error }: { error: unknown }) => {
  useTitle('This page failed');
  return (
    <div role="alert">
      <h1>This page failed</h1>
      <p>{error instanceof Error ? error.message : String(error)}</p>
      <p>
        <a href="/">Begin again</a>
      </p>
    </div>
  );
};
