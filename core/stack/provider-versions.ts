import type { TerraformProvider } from 'cdktf';
import { ConfigurationError } from '../../diagnostics/diagnostic';

/**
 * CDKTF merges `required_providers` and lets the last one win; two providers of one type without an alias pass too.
 * @throws ConfigurationError TL411 on two sources or two constraints for one provider, or two default blocks
 */
export function checkProviders(providers: readonly TerraformProvider[]): void {
  const seen = new Map<string, { required: string; blocks: Set<string> }>();
  for (const provider of providers) {
    const type = provider.terraformResourceType;
    const metadata = provider.terraformGeneratorMetadata;
    const version = metadata?.providerVersion || metadata?.providerVersionConstraint || 'any version';
    const required = `${provider.terraformProviderSource ?? type} ${version}`;
    const known = seen.get(type) ?? { required, blocks: new Set<string>() };
    if (known.required !== required) {
      throw conflict(`provider "${type}" is required as ${known.required} and as ${required}`);
    }
    const block = provider.alias ?? '';
    if (known.blocks.has(block))
      throw conflict(`provider "${type}" has two blocks with the alias "${block}"`);
    known.blocks.add(block);
    seen.set(type, known);
  }
}

function conflict(message: string): ConfigurationError {
  return new ConfigurationError([
    {
      severity: 'error',
      code: 'TL411',
      message,
      help: 'Let the modules of one stack agree on source, version and alias, or use `stacks: per-module`.',
    },
  ]);
}
