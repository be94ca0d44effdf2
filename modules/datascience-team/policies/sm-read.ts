import type { PolicyStatement } from '../../../aws/iam/statement';
import { sagemaker, sagemakerArns, type TeamFacts } from './facts';
import { readingLogs } from './logs';
import { nobodyElses, teamTag, theirs } from './team-tag';

/** To read what SageMaker knows of the team, and its logs. */
export function smRead(facts: TeamFacts): readonly PolicyStatement[] {
  const { location, domain } = facts;
  const ofAws = `arn:${location.partition}:sagemaker:${location.region}:aws`;
  return [
    {
      // Most lists know no resource, and give names; those that know one, such as records, are for the own.
      sid: 'List',
      actions: sagemaker('List*'),
      resources: ['*'],
      conditions: nobodyElses(teamTag(facts)),
    },
    ...search(facts),
    {
      sid: 'Suggest',
      actions: sagemaker('GetSearchSuggestions', 'GetSagemakerServicecatalogPortfolioStatus'),
      resources: ['*'],
    },
    {
      sid: 'Read',
      actions: sagemaker('Describe*', 'BatchDescribe*', 'Get*', 'BatchGet*'),
      resources: ['*'],
      conditions: theirs(teamTag(facts)),
    },
    ...(domain
      ? [
          {
            sid: 'ReadDomain',
            actions: sagemaker('DescribeDomain', 'DescribeUserProfile', 'DescribeApp', 'DescribeSpace'),
            resources: sagemakerArns(
              facts,
              `domain/${domain.id}`,
              ...['user-profile', 'app', 'space'].map((kind) => `${kind}/${domain.id}/*`),
            ),
          },
        ]
      : []),
    {
      // Models and images that AWS offers, and images of the account, which belong to no team.
      sid: 'ReadOffers',
      actions: sagemaker(
        ...['DescribeHub', 'DescribeHubContent'],
        ...['DescribeImage', 'DescribeImageVersion', 'DescribeAppImageConfig'],
      ),
      resources: [
        ...[`${ofAws}:hub/*`, `${ofAws}:hub-content/*`],
        ...sagemakerArns(facts, 'image/*', 'image-version/*', 'app-image-config/*'),
      ],
    },
    ...readingLogs(facts),
  ];
}

/**
 * A search answers with everything about what it finds: so it must say that it wants the team's only. Studio adds
 * what carries no tag of a domain.
 * https://docs.aws.amazon.com/sagemaker/latest/dg/security_iam_id-based-policy-examples.html
 */
function search(facts: TeamFacts): readonly PolicyStatement[] {
  const { key, value } = teamTag(facts);
  const visible = `sagemaker:SearchVisibilityCondition/Tags.${key}`;
  return [visible, ...(facts.domain ? [`${visible}/EqualsIfExists`] : [])].map((condition) => ({
    sid: 'Search',
    actions: sagemaker('Search'),
    resources: ['*'],
    conditions: { StringEquals: { [condition]: value } },
  }));
}
