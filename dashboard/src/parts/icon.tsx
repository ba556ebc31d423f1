/** The few icons, as paths on a 24 by 24 grid: a font or a package of thousands would cost more than it gives. */

const paths = {
  overview: 'M4 13h6V4H4zM14 20h6v-9h-6zM4 20h6v-3H4zM14 4v3h6V4z',
  sources: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M3.5 9h17M3.5 15h17M12 3c-5 5-5 13 0 18M12 3c5 5 5 13 0 18',
  games:
    'M7 8h10a5 5 0 0 1 4 8c-1 1.5-3 1.5-4 0l-1-1H8l-1 1c-1 1.5-3 1.5-4 0a5 5 0 0 1 4-8M8 10v3M6.5 11.5h3M15.5 11.5h.01M17.5 10.5h.01',
  reviews: 'M12 4v16M5 8h14M5 8l-2.5 6h5zM19 8l-2.5 6h5zM8 20h8',
  matching: 'M9 6a6 6 0 1 0 0 12 6 6 0 0 0 0-12M15 6a6 6 0 1 1 0 12 6 6 0 0 1 0-12',
  rules: 'M4 6h10M18 6h2M4 12h3M11 12h9M4 18h8M16 18h4M16 4v4M9 10v4M14 16v4',
  events: 'M8 6h12M8 12h12M8 18h12M4 6h.01M4 12h.01M4 18h.01',
  out: 'M11 6H6v12h12v-5M14 4h6v6M20 4l-9 9',
  play: 'M8 5l11 7-11 7z',
  pause: 'M8 5v14M16 5v14',
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13M15.5 15.5 20 20',
  warn: 'M12 4 2.5 20h19zM12 10v4M12 17h.01',
  keyboard: 'M3 7h18v10H3zM7 11h.01M11 11h.01M15 11h.01M17 11h.01M8 14h8',
  down: 'M6 9l6 6 6-6',
  right: 'M9 6l6 6-6 6',
  check: 'M5 12l5 5L20 7',
} as const;
export type IconName = keyof typeof paths;

export function Icon({ name, size = '1em', label }: { name: IconName; size?: number | string; label?: string }) {
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: beside a word it is decoration; alone it has a label
    <svg
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      style={{ verticalAlign: '-0.125em', flexShrink: 0, ...(name === 'out' && { marginInlineStart: '0.2em' }) }}
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    >
      <path d={paths[name]} />
    </svg>
  );
}
