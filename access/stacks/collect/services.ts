import type { OtherResource, StudioDomain, Topic, UserProfile, Workgroup } from '../../model/model';
import type { Block } from '../stack-source';
import { textOf, type ResolvedBlock, type StackView } from '../stack-view';

/** Athena workgroups. */
export function collectWorkgroups(views: readonly StackView[]): readonly Workgroup[] {
  return views.flatMap((view) =>
    view.blocks('aws_athena_workgroup').map((block): Workgroup => {
      const name = block.text('name') ?? '';
      const configuration = block.nested('configuration');
      const result = first(configuration?.result_configuration);
      const encryption = first(result?.encryption_configuration);
      return {
        kind: 'workgroup',
        label: name,
        name,
        ...common(view, block),
        enforced: configuration?.enforce_workgroup_configuration === true,
        outputLocation: textOf(result?.output_location),
        keyArn: textOf(encryption?.kms_key_arn),
      };
    }),
  );
}

/** SageMaker Studio domains. */
export function collectStudioDomains(views: readonly StackView[]): readonly StudioDomain[] {
  return views.flatMap((view) =>
    view.blocks('aws_sagemaker_domain').map((block): StudioDomain => {
      const name = block.text('domain_name') ?? '';
      return {
        kind: 'studio domain',
        label: name,
        name,
        id: block.attribute('id'),
        ...common(view, block),
        authMode: block.text('auth_mode') ?? '',
        networkAccess: block.text('app_network_access_type') ?? 'PublicInternetOnly',
        executionRoleIdentity: textOf(block.nested('domain_settings')?.execution_role_identity_config),
        executionRoleArn: textOf(block.nested('default_user_settings')?.execution_role),
        keyArn: block.text('kms_key_id'),
      };
    }),
  );
}

/** Profiles of Studio domains. */
export function collectUserProfiles(
  views: readonly StackView[],
  domains: readonly StudioDomain[],
): readonly UserProfile[] {
  return views.flatMap((view) =>
    view.blocks('aws_sagemaker_user_profile').map((block): UserProfile => {
      const name = block.text('user_profile_name') ?? '';
      const domainId = block.text('domain_id') ?? '';
      const domain = domains.find(({ id }) => id === domainId);
      return {
        kind: 'user profile',
        label: `${domain?.name ?? domainId}/${name}`,
        name,
        domainId,
        ...common(view, block),
        executionRoleArn: textOf(block.nested('user_settings')?.execution_role),
      };
    }),
  );
}

/** SNS topics. */
export function collectTopics(views: readonly StackView[]): readonly Topic[] {
  const policies = views.flatMap((view) => view.blocks('aws_sns_topic_policy'));
  return views.flatMap((view) =>
    view.blocks('aws_sns_topic').map((block): Topic => {
      const name = block.text('name') ?? '';
      const arn = block.attribute('arn');
      const title = `topic policy of ${name}`;
      const policy =
        policies.find((other) => other.text('arn') === arn)?.policy('policy', 'resource', title) ??
        block.policy('policy', 'resource', title);
      return {
        kind: 'topic',
        label: name,
        ...common(view, block),
        ...(policy && { policy }),
        keyArn: block.text('kms_master_key_id'),
      };
    }),
  );
}

/** What questions may name besides: found by its ARN and its tags. */
const others: Readonly<Record<string, string>> = {
  aws_glue_crawler: 'name',
  aws_sagemaker_space: 'space_name',
  aws_sagemaker_mlflow_tracking_server: 'tracking_server_name',
  aws_sqs_queue: 'name',
};

/** Crawlers, spaces, tracking servers, queues. */
export function collectOthers(views: readonly StackView[]): readonly OtherResource[] {
  return views.flatMap((view) =>
    Object.entries(others).flatMap(([type, name]) =>
      view.blocks(type).map((block): OtherResource => {
        const policy = block.policy('policy', 'resource', `policy of ${block.text(name) ?? ''}`);
        return {
          kind: 'other',
          type,
          label: block.text(name) ?? '',
          ...common(view, block),
          ...(policy && { policy }),
        };
      }),
    ),
  );
}

function common(view: StackView, block: ResolvedBlock) {
  return { arn: block.attribute('arn'), ...view.location, tags: block.tags, origin: block.origin };
}

function first(value: unknown): Block | undefined {
  const block: unknown = Array.isArray(value) ? value[0] : value;
  return typeof block === 'object' && block !== null ? (block as Block) : undefined;
}
