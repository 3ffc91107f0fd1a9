import { useState, type FocusEvent } from 'react';

/**
 * Whether the focus or the pointer is inside of an element, and the handlers that tell. For what changes by itself,
 * and should not do so under who is about to press a button of it.
 */
export const useHeld = () => {
  const [focused, setFocused] = useState(false);
  const [pointed, setPointed] = useState(false);
  return {
    held: focused || pointed,
    handlers: {
      onFocus: () => setFocused(true),
      onBlur: ({ currentTarget, relatedTarget }: FocusEvent<HTMLElement>) =>
        // Where the window alone loses it, nothing else has it: it is there again when the window is back.
        setFocused(currentTarget.contains(relatedTarget ?? document.activeElement)),
      onPointerEnter: () => setPointed(true),
      onPointerLeave: () => setPointed(false),
    },
  };
};
