import { useEffect, useRef, type RefObject } from 'react';
import type { Recording } from '../replay/recording.ts';
import { shownTime, type Shown } from '../replay/shown-time.ts';
import { dotsAt, SEEN_MS } from './dots.ts';
import { drawDots, RADIUS } from './draw-dots.ts';
import { isOver, nearest, spotOf, type Centre, type Spot } from './spots.ts';

/** At most 15 frames a second are drawn of the page: 10 of the dots, and three or four in which numbers change. */
const FRAME_MS = 1000 / 10;
const NEAR = 16;
/** The names of boxes and of what is in them. */
const NAMES = 'h2, h3, [data-name]';
/** A dot with its edge. */
const REACH = RADIUS + 2;

export type DotsDeps = {
  recording: Recording;
  shown: Shown;
  /** Opens the journey of a posting. */
  onChoose: (postingId: string) => void;
};

/** How large text is, as a part of the usual size: on a wall it is twice as large, and so are dots. */
const textScale = (): number =>
  Math.max(1, Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16);
const boxesIn = (picture: HTMLElement, selector: string) => {
  const frame = picture.getBoundingClientRect();
  return [...picture.querySelectorAll<HTMLElement>(selector)].map((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return { element, left: left - frame.left, top: top - frame.top, width, height };
  });
};
const centresIn = (picture: HTMLElement): Map<string, Centre> =>
  new Map(
    boxesIn(picture, '[data-node]').map(({ element, left, top, width, height }) => [
      element.dataset['node']!,
      { x: left + width / 2, y: top + height / 2 },
    ]),
  );

// For tests, which see no pixels: the frames until now, and those of them with a diamond or a cross.
const countFrame = ({ dataset }: HTMLElement, name: 'frames' | 'diamonds' | 'deaths') => {
  dataset[name] = String(Number(dataset[name] ?? 0) + 1);
};

/**
 * Draws postings over the picture while there are any; none where motion is to be reduced.
 * @returns the posting whose dot is near a point of the window; null where none is
 */
export const useDots = (
  pictureRef: RefObject<HTMLElement | null>,
  canvasRef: RefObject<HTMLCanvasElement | null>,
  deps: DotsDeps,
) => {
  const latest = useRef(deps);
  latest.current = deps;
  const drawn = useRef<Spot[]>([]);
  useEffect(() => {
    const still = globalThis.matchMedia('(prefers-reduced-motion: reduce)');
    const timer = setInterval(() => {
      const [picture, canvas] = [pictureRef.current, canvasRef.current];
      if (!picture || !canvas || document.hidden) return;
      const { recording, shown } = latest.current;
      const timeMs = shownTime(shown, Date.now());
      const dots = still.matches ? [] : dotsAt(recording.seenBetween(timeMs - SEEN_MS, timeMs), timeMs);
      if (dots.length === 0 && drawn.current.length === 0) return;
      const [centres, scale] = [centresIn(picture), textScale()];
      // Behind the name of a box, so that it can be read.
      const names = boxesIn(picture, NAMES);
      drawn.current = dots
        .flatMap((dot) => spotOf(dot, centres, scale) ?? [])
        .filter((spot) => !isOver(spot, names, REACH * scale));
      drawDots(canvas, picture, drawn.current, scale);
      canvas.dataset['dots'] = String(drawn.current.length);
      countFrame(canvas, 'frames');
      if (drawn.current.some(({ own }) => own)) countFrame(canvas, 'diamonds');
      if (drawn.current.some(({ dead }) => dead)) countFrame(canvas, 'deaths');
    }, FRAME_MS);
    return () => clearInterval(timer);
  }, [pictureRef, canvasRef]);
  return (clientX: number, clientY: number): string | null => {
    const frame = pictureRef.current?.getBoundingClientRect();
    return frame
      ? nearest(drawn.current, clientX - frame.left, clientY - frame.top, NEAR * textScale())
      : null;
  };
};
