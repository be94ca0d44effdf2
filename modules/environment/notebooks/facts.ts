import type { ConfigPath } from '../../../core/config/locate';
import type { NotebookConfig } from '../config/workplace';
import type { EnvironmentFacts } from '../facts';
import { networkOf } from '../networks/facts';

/** What is known of a notebook instance without building it. */
export interface NotebookFacts {
  readonly key: string;
  readonly config: NotebookConfig;
  readonly name: string;
  readonly keyAlias: string;
  /** The names of its parts are made of `id`, or of the key. */
  readonly id: string;
  readonly securityGroup: string;
  /** Undefined: it stands in no subnet of the account's, and reaches the internet directly. */
  readonly place: NotebookPlace | undefined;
  readonly from: ConfigPath;
}

/** Where an instance stands. */
export interface NotebookPlace {
  readonly subnetId: string;
  /** The VPC that the YAML says the subnet is in; undefined: whichever it is in. */
  readonly vpcId: string | undefined;
}

/** The notebooks of an environment, in the order of the YAML; none where the feature is off. */
export function notebooksOf(facts: EnvironmentFacts): readonly NotebookFacts[] {
  const { config, names } = facts;
  if (!config.features.notebooks) return [];
  return Object.entries(config.notebooks).map(([key, notebook]) => {
    const id = notebook.id ?? key;
    return {
      key,
      config: notebook,
      id,
      name: names.name('notebook', [id]),
      keyAlias: names.name('key', ['notebook', id]),
      securityGroup: names.name('security group', ['notebook', id]),
      place: placeOf(facts, notebook),
      from: ['notebooks', key],
    };
  });
}

function placeOf(facts: EnvironmentFacts, notebook: NotebookConfig): NotebookPlace | undefined {
  const network = notebook.network === undefined ? undefined : networkOf(facts, notebook.network);
  const subnetId = notebook.subnetId ?? network?.privateSubnetIds[0];
  return subnetId === undefined ? undefined : { subnetId, vpcId: network?.vpcId ?? notebook.vpcId };
}
