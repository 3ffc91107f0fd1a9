import type { Spot } from './spots.ts';

/** Half the width of a dot, in pixels; a diamond has as much of an area with a little more. */
export const RADIUS = 6;
const HALF_DIAMOND = 7.5;

const pathOf = (spots: readonly Spot[], add: (path: Path2D, spot: Spot) => void): Path2D => {
  const path = new Path2D();
  for (const spot of spots) add(path, spot);
  return path;
};
const round = (path: Path2D, { x, y }: Spot) => {
  path.moveTo(x + RADIUS, y);
  path.arc(x, y, RADIUS, 0, 2 * Math.PI);
};
const diamond = (path: Path2D, { x, y }: Spot) => {
  path.moveTo(x, y - HALF_DIAMOND);
  path.lineTo(x + HALF_DIAMOND, y);
  path.lineTo(x, y + HALF_DIAMOND);
  path.lineTo(x - HALF_DIAMOND, y);
  path.closePath();
};
const cross = (path: Path2D, { x, y }: Spot) => {
  path.moveTo(x - RADIUS, y - RADIUS);
  path.lineTo(x + RADIUS, y + RADIUS);
  path.moveTo(x - RADIUS, y + RADIUS);
  path.lineTo(x + RADIUS, y - RADIUS);
};

/**
 * Draws postings on the canvas over the picture: round ones of the sample, diamonds for own ones, crosses where one
 * died. The colours are those of the picture (`--dot`, `--dot-own`, `--dot-dead`), each with an edge (`--dot-edge`).
 * @param scale how large they are, as a part of the usual size
 */
export const drawDots = (
  canvas: HTMLCanvasElement,
  picture: HTMLElement,
  spots: readonly Spot[],
  scale: number,
): void => {
  const [width, height] = [picture.clientWidth, picture.clientHeight];
  const ratio = Math.min(2, devicePixelRatio);
  const [columns, rows] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== columns) canvas.width = columns;
  if (canvas.height !== rows) canvas.height = rows;
  const context = canvas.getContext('2d');
  if (!context) return;
  const style = getComputedStyle(picture);
  context.setTransform(ratio * scale, 0, 0, ratio * scale, 0, 0);
  context.clearRect(0, 0, width / scale, height / scale);
  context.strokeStyle = style.getPropertyValue('--dot-edge');
  const places = spots.map((spot) => ({ ...spot, x: spot.x / scale, y: spot.y / scale }));
  const alive = places.filter(({ dead }) => !dead);
  for (const own of [false, true]) {
    context.fillStyle = style.getPropertyValue(own ? '--dot-own' : '--dot');
    context.lineWidth = 2;
    // One by one: the edge of each lies over those before it.
    for (const spot of alive.filter((one) => one.own === own)) {
      const path = pathOf([spot], own ? diamond : round);
      context.fill(path);
      context.stroke(path);
    }
  }
  // A cross, with an edge like that of the dots.
  const crosses = pathOf(
    places.filter(({ dead }) => dead),
    cross,
  );
  context.lineWidth = 6;
  context.stroke(crosses);
  context.lineWidth = 3;
  context.strokeStyle = style.getPropertyValue('--dot-dead');
  context.stroke(crosses);
};
