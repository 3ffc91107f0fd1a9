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

/**
 * A chart as it is on the page, with its title and caption above it.
 * @throws Error where the browser cannot draw it
 */
export const pngOf = async (svg: SVGSVGElement, title: string, caption: string): Promise<Blob> => {
  const { width, height } = svg.getBoundingClientRect();
  // A data URL: the policy of the page allows those as images, and no blobs.
  const text = new XMLSerializer().serializeToString(standAlone(svg));
  const image = await loaded(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`);
  const page = getComputedStyle(document.body);
  const canvas = document.createElement('canvas');
  const head = 52;
  canvas.width = (width + 32) * SCALE;
  canvas.height = (height + head + 16) * SCALE;
  const context = canvas.getContext('2d')!;
  context.scale(SCALE, SCALE);
  context.fillStyle = page.backgroundColor;
  context.fillRect(0, 0, width + 32, height + head + 16);
  context.fillStyle = page.color;
  context.font = `600 16px ${page.fontFamily}`;
  context.fillText(title, 16, 22, width);
  context.font = `12px ${page.fontFamily}`;
  context.fillText(caption, 16, 41, width);
  context.drawImage(image, 16, head, width, height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no PNG of this chart'))), 'image/png'),
  );
};
