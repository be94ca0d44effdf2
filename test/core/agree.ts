import { draft, synthesize } from '../../cli/shared/built-in';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Engine } from '../../core/engine/render';

import type { Diagnostic } from '../../diagnostics/diagnostic';

/** What validation and synthesis say of a platform, each as a list of codes; synthesis must print without a word of its own. */
export async function bothSay(
  file: string,
  engine: Engine,
): Promise<{ readonly validate: readonly string[]; readonly synth: readonly string[] }> {
  const codes = (findings: readonly Diagnostic[]) =>
    findings.filter(({ severity }) => severity === 'error').map(({ code }) => code);
  const outdir = mkdtempSync(join(tmpdir(), 'terralake-agree-'));
  const validate = codes(draft({ file, environment: {} }).diagnostics);
  const synth = await synthesize({ file, outdir, engine, environment: {} }).then(
    ({ diagnostics }) => codes(diagnostics),
    (error: { diagnostics?: readonly Diagnostic[] }) => {
      if (!error.diagnostics) throw error;
      return codes(error.diagnostics);
    },
  );
  rmSync(outdir, { recursive: true });
  return { validate, synth };
}
