import { useEffect, useRef, type RefObject } from 'react';
import type { Recording } from '../replay/recording.ts';
import { shownTime, type Shown } from '../replay/shown-time.ts';
import { dotsAt, SEEN_MS } from './dots.ts';
import { nearest, spotOf, type Centre, type Spot } from './spots.ts';

/** At most 15 frames a second are drawn of the page: 10 of the dots, and three or four in which numbers change. */
const FRAME_MS = 1000 / 10;
const RADIUS = 6;
const NEAR = 16;

export type DotsDeps = {
  recording: Recording;
  shown: Shown;
  /** Opens the journey of a posting. */
  onChoose: (postingId: string) => void;
};

const centresIn = (picture: HTMLElement): Map<string, Centre> => {
  const frame = picture.getBoundingClientRect();
  return new Map(
    [...picture.querySelectorAll<HTMLElement>('[data-place]')].map((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      const [x, y] = [left - frame.left + width / 2, top - frame.top + height / 2];
      return [element.dataset['place']!, { x, y }];
    }),
  );
};

const draw = (canvas: HTMLCanvasElement, picture: HTMLElement, spots: readonly Spot[]): void => {
  const [width, height] = [picture.clientWidth, picture.clientHeight];
  const ratio = Math.min(2, devicePixelRatio);
  const [columns, rows] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== columns) canvas.width = columns;
  if (canvas.height !== rows) canvas.height = rows;
  const context = canvas.getContext('2d');
  if (!context) return;
  const style = getComputedStyle(picture);
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  context.fillStyle = style.getPropertyValue('--dot');
  context.strokeStyle = style.getPropertyValue('--dot-edge');
  context.lineWidth = 2;
  for (const { x, y } of spots.filter(({ dead }) => !dead)) {
    context.beginPath();
    context.arc(x, y, RADIUS, 0, 2 * Math.PI);
    context.fill();
    context.stroke();
  }
  // A cross, with an edge like that of the dots.
  const crosses = new Path2D();
  for (const { x, y } of spots.filter(({ dead }) => dead)) {
    crosses.moveTo(x - RADIUS, y - RADIUS);
    crosses.lineTo(x + RADIUS, y + RADIUS);
    crosses.moveTo(x - RADIUS, y + RADIUS);
    crosses.lineTo(x + RADIUS, y - RADIUS);
  }
  context.lineWidth = 6;
  context.stroke(crosses);
  context.lineWidth = 3;
  context.strokeStyle = style.getPropertyValue('--dot-dead');
  context.stroke(crosses);
};

// For tests, which see no pixels: the frames until now, and those of them with a cross.
const countFrame = ({ dataset }: HTMLElement, name: 'frames' | 'deaths') => {
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
      const centres = centresIn(picture);
      drawn.current = dots.flatMap((dot) => spotOf(dot, centres) ?? []);
      draw(canvas, picture, drawn.current);
      canvas.dataset['dots'] = String(drawn.current.length);
      countFrame(canvas, 'frames');
      if (drawn.current.some(({ dead }) => dead)) countFrame(canvas, 'deaths');
    }, FRAME_MS);
    return () => clearInterval(timer);
  }, [pictureRef, canvasRef]);
  return (clientX: number, clientY: number): string | null => {
    const frame = pictureRef.current?.getBoundingClientRect();
    return frame ? nearest(drawn.current, clientX - frame.left, clientY - frame.top, NEAR) : null;
  };
};
