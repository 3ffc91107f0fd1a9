import { linesOf } from './lines-of.ts';

const properties = [
  ...['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-opacity', 'opacity'],
  ...['font-family', 'font-size', 'font-weight', 'font-variant-numeric'],
];
/** Dots for each pixel of the page, so that it is sharp in print. */
const SCALE = 2;

// A picture has no style sheet of its own: what the page's gives each mark is written into its attributes.
const standAlone = (svg: SVGSVGElement): SVGSVGElement => {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = [svg, ...svg.querySelectorAll('*')];
  [copy, ...copy.querySelectorAll('*')].forEach((element, i) => {
    const style = getComputedStyle(originals[i]!);
    for (const name of properties) element.setAttribute(name, style.getPropertyValue(name));
  });
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  return copy;
};

const loaded = (url: string) =>
  new Promise<HTMLImageElement>((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = () => reject(new Error('the picture of this chart cannot be drawn'));
    image.src = url;
  });

/** What stands above a chart: its title, its caption, and why its numbers say little, if so. */
export type Heading = { title: string; caption: string; warning: string | null };

const SIDE = 16;
const END = 16;

/** The lines of a heading from top to bottom, each with its font and the place of its foot. */
const headingLines = (
  context: CanvasRenderingContext2D,
  { title, caption, warning }: Heading,
  width: number,
  family: string,
) => {
  let y = 4;
  return [
    { text: title, font: `600 16px ${family}`, step: 20 },
    { text: caption, font: `12px ${family}`, step: 16 },
    { text: warning ?? '', font: `600 12px ${family}`, step: 16 },
  ].flatMap(({ text, font, step }) => {
    context.font = font;
    return linesOf(text, width, (part) => context.measureText(part).width).map((line) => {
      y += step;
      return { line, font, y };
    });
  });
};

/**
 * A chart as it is on the page, with its heading above it.
 * @throws Error where the browser cannot draw it
 */
export const pngOf = async (svg: SVGSVGElement, heading: Heading): Promise<Blob> => {
  const { width, height } = svg.getBoundingClientRect();
  // A data URL: the policy of the page allows those as images, and no blobs.
  const text = new XMLSerializer().serializeToString(standAlone(svg));
  const image = await loaded(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`);
  const page = getComputedStyle(document.body);
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d')!;
  const lines = headingLines(context, heading, width, page.fontFamily);
  const head = (lines.at(-1)?.y ?? 0) + 11;
  const [allWidth, allHeight] = [width + 2 * SIDE, height + head + END];
  // A canvas that gets a size forgets how it draws.
  canvas.width = allWidth * SCALE;
  canvas.height = allHeight * SCALE;
  context.scale(SCALE, SCALE);
  context.fillStyle = page.backgroundColor;
  context.fillRect(0, 0, allWidth, allHeight);
  context.fillStyle = page.color;
  for (const { line, font, y } of lines) {
    context.font = font;
    // One word may be wider than the chart.
    context.fillText(line, SIDE, y, width);
  }
  context.drawImage(image, SIDE, head, width, height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no PNG of this chart'))), 'image/png'),
  );
};
