import { useLayoutEffect, useRef, useState } from 'react';

/** Pixels of the text of the page on a window of usual width, which charts are drawn for. */
const USUAL_TEXT = 15;

/** How much larger than usual the text of the page is: charts grow with it, from a phone to a wall. */
export const textScale = (): number =>
  Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / USUAL_TEXT;

/** The width of an element in CSS pixels, which follows the window; 0 before it is laid out. */
export const useWidth = <T extends HTMLElement>() => {
  const ref = useRef<T>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const measure = () => setWidth(Math.floor(element.clientWidth));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, width] as const;
};
