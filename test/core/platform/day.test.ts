import { isDay } from '../../../core/platform/day';

const two = (number: number): string => String(number).padStart(2, '0');

test.each([1900, 2000, 2023, 2024, 2026, 2100])(
  'of %i every day of the calendar is one, and no other',
  (year) => {
    for (let month = 0; month <= 13; month++) {
      for (let day = 0; day <= 32; day++) {
        const text = `${year}-${two(month)}-${two(day)}`;
        const real = new Date(`${text}T00:00:00Z`);
        const isReal = !Number.isNaN(real.getTime()) && real.toISOString().startsWith(text);
        expect([text, isDay(text)]).toEqual([text, isReal]);
      }
    }
  },
);

test.each(['2026-2-3', '26-02-03', '2026-02-03T00:00:00Z', ' 2026-02-03', '2026-02-03\n', '02/03/2026', ''])(
  '%j is no day',
  (text) => {
    expect(isDay(text)).toBe(false);
  },
);
