const AROUND = 'section, figure, main';

/**
 * Ref of a button that goes away with what it mends: where it has the focus then, that goes to the part of the page
 * around, and not to the page's beginning.
 */
export const keepFocus = (element: HTMLElement | null): (() => void) => {
  // Asked for now: later it may be out of the document.
  const around = element?.parentElement?.closest<HTMLElement>(AROUND);
  return () => {
    if (!around || element !== document.activeElement) return;
    around.tabIndex = -1;
    around.focus({ preventScroll: true });
  };
};
