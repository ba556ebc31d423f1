/**
 * Days given as seconds since 1970.
 */

/** `1488499200` → `2017-03-03`; null for what is no such number, or beyond the year 9999. */
export function unixDay(seconds: string | undefined): string | null {
  const number = seconds === undefined || seconds.trim() === '' ? Number.NaN : Number(seconds);
  const isTime = Number.isInteger(number) && number >= -62_135_596_800 && number < 253_402_300_800;
  return isTime ? new Date(number * 1000).toISOString().slice(0, 10) : null;
}
