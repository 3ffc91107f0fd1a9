import type { FlowNode } from './dots.ts';
import './lane.css';

/** Room for the dots of a node, beside its name, so that they cover no text. */
export const Lane = ({ node, name }: { node: FlowNode; name?: string }) => (
  <div className="lane">
    {name !== undefined && <span data-name>{name}</span>}
    <span className="dots" data-node={node} />
  </div>
);
