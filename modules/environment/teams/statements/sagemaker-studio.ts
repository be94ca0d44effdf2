import type { PolicyStatement } from '../../../../aws/iam/statement';
import { appsAndSpaces } from '../../../../core/aws/studio/spaces';
import type { TeamFacts } from './facts';
import { making, of, owned, within } from './scope';

/** Teams share the domain of an environment: a space without an owner would be everybody's. */
const sharedByTeams = ['SharedSpaces', 'SharedApps'];

/**
 * Studio: to open the profiles of the team, and to work in the spaces of each. Domains and profiles are the platform's;
 * what a domain makes below itself is named by its id. Both the people of a team and its profiles are the team's role.
 */
export function studio(facts: TeamFacts): readonly PolicyStatement[] {
  return [
    {
      sid: 'StudioOpen',
      actions: of('sagemaker', 'CreatePresignedDomainUrl', 'DescribeUserProfile'),
      resources: within(facts, 'sagemaker', 'user-profile/*'),
      conditions: owned(facts),
    },
    {
      sid: 'StudioDescribe',
      actions: of(
        'sagemaker',
        ...['DescribeAppImageConfig', 'DescribeDomain', 'DescribeImage', 'DescribeImageVersion'],
        ...['DescribeStudioLifecycleConfig'],
      ),
      resources: within(
        facts,
        'sagemaker',
        // With the versions of images.
        ...['app-image-config/*', 'domain/*', 'image*/*', 'studio-lifecycle-config/*'],
      ),
    },
    ...appsAndSpaces(facts.location, '*')
      .filter(({ sid = '' }) => !sharedByTeams.includes(sid))
      .map((statement) => ({ ...statement, sid: `Studio${statement.sid ?? ''}` })),
    {
      // Studio tags what it makes with its own tags, and with no team's.
      sid: 'StudioTagSpaces',
      actions: ['sagemaker:AddTags'],
      resources: within(facts, 'sagemaker', 'app/*', 'space/*'),
      conditions: {
        StringEqualsIfExists: { ...making(facts).StringEquals, ...making(facts).StringEqualsIfExists },
        Null: { 'sagemaker:TaggingAction': 'false' },
      },
    },
  ];
}
