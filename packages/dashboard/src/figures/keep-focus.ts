const AROUND = 'section, figure, main';

/**
 * Ref of what goes away by itself with a button in it: where the focus is in there then, it goes to the part of the
 * page around, and not to the page's beginning.
 */
export const keepFocus = (element: HTMLElement | null): (() => void) => {
  // Asked for now: later it may be out of the document.
  const around = element?.parentElement?.closest<HTMLElement>(AROUND);
  return () => {
    if (!around || !element?.contains(document.activeElement)) return;
    around.tabIndex = -1;
    around.focus({ preventScroll: true });
  };
};
