import * as z from 'zod';

const date = z.iso.date();

/** Whether a text is a day of the calendar, `YYYY-MM-DD`. Days compare as texts do. */
export function isDay(text: string): boolean {
  return date.safeParse(text).success;
}
