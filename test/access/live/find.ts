import type { AccessModel, Principal, Resource } from '../../../access/model/model';
import type { TracedPolicy } from '../../../access/model/origin';
import type { Place } from '../../../diagnostics/diagnostic';

export type Kind = Resource['kind'];

/** The principal of a label. */
export function principalIn({ principals }: AccessModel, label: string): Principal {
  return principals.find((one) => one.label === label)!;
}

/** The resource of a kind and label. */
export function resourceIn<K extends Kind>(
  { resources }: AccessModel,
  kind: K,
  label: string,
): Extract<Resource, { kind: K }> {
  return resources.find((one) => one.kind === kind && one.label === label) as Extract<Resource, { kind: K }>;
}

/** The YAML lines of a policy's statements. */
export function places(policy: TracedPolicy | undefined): (Place | undefined)[] | undefined {
  return policy?.statements.map(({ origin }) => origin?.place);
}
