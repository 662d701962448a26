const shapes = {
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  reply: 'M10 6 4 12l6 6M4 12h9a7 7 0 0 1 7 7',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  close: 'M6 6l12 12M18 6 6 18',
  eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 9.2a2.8 2.8 0 1 1 0 5.6 2.8 2.8 0 0 1 0-5.6',
  external: 'M14 4h6v6M20 4l-9 9M18 14v6H4V6h6',
  hash: 'M10 3 8 21M16 3l-2 18M4 8.5h17M3 15.5h17',
  message: 'M4 5h16v12H9l-5 4z',
  sun: 'M12 8a4 4 0 1 1 0 8 4 4 0 0 1 0-8M12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.4 1.4M17.6 17.6 19 19M19 5l-1.4 1.4M6.4 17.6 5 19',
  moon: 'M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5z',
  send: 'M4 12 20 4l-5 16-3.5-6.5z',
  download: 'M12 3v12M7 10.5l5 5 5-5M4 20h16',
  chevron: 'M6 9l6 6 6-6',
  plus: 'M12 5v14M5 12h14',
  apps: 'M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h6v6h-6z',
  file: 'M6 2.5h8l5 5v14H6zM14 2.5v5h5',
  warning: 'M12 3.5 22 20.5H2zM12 10v5M12 17.8h.01',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  slash: 'M4 4h16v16H4zM14.5 8l-5 8',
  trash: 'M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13',
};

export type IconName = keyof typeof shapes;

const namespace = 'http://www.w3.org/2000/svg';

/** A line icon, 24 units square, in the colour of the text round it; hidden from screen readers. */
export function icon(name: IconName): SVGSVGElement {
  const svg = document.createElementNS(namespace, 'svg');
  for (const [key, value] of [
    ['viewBox', '0 0 24 24'],
    ['class', `icon icon-${name}`],
    ['aria-hidden', 'true'],
    ['focusable', 'false'],
  ] as const)
    svg.setAttribute(key, value);
  const path = document.createElementNS(namespace, 'path');
  path.setAttribute('d', shapes[name]);
  svg.append(path);
  return svg;
}
