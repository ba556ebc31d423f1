/** Numbers, dates and spans of time as people read them, through Intl: no format is written by hand. */

export type Format = ReturnType<typeof makeFormat>;

const made = new Map<string, Format>();
export function formatFor(language: string): Format {
  const known = made.get(language);
  if (known) return known;
  const format = makeFormat(language);
  made.set(language, format);
  return format;
}

const steps = [
  ['second', 1],
  ['minute', 60],
  ['hour', 3600],
  ['day', 86_400],
  ['month', 2_629_800],
  ['year', 31_557_600],
] as const;
type Step = (typeof steps)[number];

/** The largest unit that fits at least once; `least` times before it is used. */
function stepFor(seconds: number, least: number, largest: number): Step {
  let chosen: Step = steps[0];
  for (const step of steps.slice(0, largest)) if (seconds >= step[1] * least || step === steps[0]) chosen = step;
  return chosen;
}

function makeFormat(language: string) {
  const whole = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const signed = new Intl.NumberFormat(language, {
    signDisplay: 'exceptZero',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const share = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
  const likely = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
  const fine = new Intl.NumberFormat(language, { minimumFractionDigits: 3, maximumFractionDigits: 3 });
  const exact = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'long' });
  const clock = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit' });
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' });
  const languageNames = new Intl.DisplayNames(language, { type: 'language' });
  const unit = (step: Step) =>
    new Intl.NumberFormat(language, {
      style: 'unit',
      unit: step[0],
      unitDisplay: 'short',
      maximumFractionDigits: 0,
    });

  return {
    number: (value: number) => whole.format(value),
    signed: (value: number) => signed.format(value),
    percent: (value: number) => share.format(value),
    /** Never rounded up to certainty. */
    likely: (value: number) => likely.format(Math.floor(value * 1000) / 1000),
    percents: (low: number, high: number) => share.formatRange(low, high),
    /** Three digits, for what is small by nature. */
    fine: (value: number) => fine.format(value),
    /** Date and time to the second, in the reader's own zone, which it names. */
    exact: (at: string) => exact.format(new Date(at)),
    clock: (at: string) => clock.format(new Date(at)),

    ago(at: string, now: number): string {
      const seconds = (new Date(at).getTime() - now) / 1000;
      // Clocks differ a little between two machines; "in 2 seconds" would only puzzle.
      if (seconds > 0 && seconds < 60) return relative.format(0, 'second');
      const step = stepFor(Math.abs(seconds), 1, steps.length);
      return relative.format(Math.trunc(seconds / step[1]), step[0]);
    },

    /** `12 sec`, `4 min`, `3 hr 5 min`. */
    duration(seconds: number): string {
      const step = stepFor(seconds, 1, 4);
      const count = Math.floor(seconds / step[1]);
      const below = steps[steps.indexOf(step) - 1];
      const rest = below ? Math.floor((seconds - count * step[1]) / below[1]) : 0;
      return below && rest > 0 && count < 10
        ? `${unit(step).format(count)} ${unit(below).format(rest)}`
        : unit(step).format(count);
    },

    /** `2–4 min`: an estimate is a range, in one unit, rounded outwards. */
    range(low: number, high: number): string {
      const step = stepFor(high, 2, 4);
      const from = Math.floor(low / step[1]);
      const to = Math.max(1, Math.ceil(high / step[1]));
      return from === to ? unit(step).format(to) : unit(step).formatRange(from, to);
    },

    /** EDTF as far as we know it; anything else is shown as it was said. */
    edtf(date: string): string {
      const parts = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(date);
      if (!parts) return date;
      const [, year, month, day] = parts;
      const at = new Date(`${year}-${month ?? '01'}-${day ?? '01'}T00:00:00Z`);
      if (Number.isNaN(at.getTime())) return date;
      return new Intl.DateTimeFormat(language, {
        timeZone: 'UTC',
        year: 'numeric',
        ...(month === undefined ? {} : { month: day === undefined ? 'long' : 'short' }),
        ...(day === undefined ? {} : { day: 'numeric' }),
      })
        .format(at)
        .replace(/\s?г\.$/, '');
    },

    language(tag: string): string {
      try {
        return languageNames.of(tag) ?? tag;
      } catch {
        return tag;
      }
    },
  };
}
