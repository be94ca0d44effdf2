import { mutated } from '../support/mutations';
import { bothSay } from './agree';

/** Each mutation with both engines in turn. */
test.each(Array.from({ length: 500 }, (_, seed) => seed))(
  'synthesis fails exactly where validation does: mutation %s',
  async (seed) => {
    const { file } = mutated(1000 + seed);
    const { validate, synth } = await bothSay(file, seed % 2 === 0 ? 'json' : 'cdktf');
    expect(synth).toEqual(validate);
  },
);
