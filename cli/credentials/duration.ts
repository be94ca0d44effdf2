import { UsageError } from '../shared/usage-error';

const hour = 3600;

/** `1h`, `30m` or seconds, from a quarter of an hour to an hour. @throws UsageError */
export function durationOf(text = '1h'): number {
  const [, amount, unit = ''] = /^(\d+)([hms]?)$/.exec(text) ?? [];
  const seconds = Number(amount) * (unit === 'h' ? hour : unit === 'm' ? 60 : 1);
  if (seconds >= hour / 4 && seconds <= hour) return seconds;
  throw new UsageError(
    `--duration ${text} is not between 15 minutes and an hour`,
    'Write 15m to 60m, 1h, or 900 to 3600 seconds.',
  );
}
