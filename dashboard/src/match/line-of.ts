/** A line through shares, oldest first, as the path of an SVG: where a share is missing, the line has a gap. */

export type Box = { left: number; top: number; width: number; height: number };

export function lineOf(shares: readonly (number | null)[], { left, top, width, height }: Box): string {
  const step = width / Math.max(1, shares.length - 1);
  let isDrawn = false;
  return shares
    .map((share, index) => {
      if (share === null) {
        isDrawn = false;
        return '';
      }
      const point = `${round(left + index * step)} ${round(top + (1 - share) * height)}`;
      // A share alone between gaps would be no line at all: it gets a dash of its own.
      const command = isDrawn ? `L${point}` : `M${point}h0.1`;
      isDrawn = true;
      return command;
    })
    .join('');
}

const round = (value: number): number => Math.round(value * 100) / 100;
