import type { OrganizationTeam, OrganizationTeams, TeamPeople } from '../../platform/organization-team';
import { Text } from '../../platform/text';
import { child, type ConfigNode, type MapNode } from '../node';
import { error } from '../../../diagnostics/diagnostic';
import type { TemplateScope } from '../template/scope';
import { booleanValue, literalText, targetText } from './values';

/** The teams of `organization_teams`; none where the root file has no such key. */
export function organizationTeams(root: MapNode, scope: TemplateScope): OrganizationTeams {
  const node = child(root, 'organization_teams');
  if (node?.kind !== 'map') return new Map();
  const teams = [...node.entries].flatMap(([name, { keyPlace, value }]) =>
    value.kind === 'map' ? [team(name, keyPlace, value, scope)] : [],
  );
  if (!teams.some(({ linkEnvironments }) => linkEnvironments)) {
    const help = 'Add `linkEnvironments: true` to the team that owns environments.';
    scope.report(error('TL203', node.place, 'no team of the organization may link environments', help));
  }
  return new Map(teams.map((each) => [each.name, each]));
}

function team(
  name: string,
  place: OrganizationTeam['place'],
  node: MapNode,
  scope: TemplateScope,
): OrganizationTeam {
  // The values a tag may have: the name becomes the tag Team, which permissions go by.
  if (!/^[\p{L}\p{N} _.:/=+@-]{1,128}$/u.test(name) || name.trim() !== name) {
    const help = 'Use letters, digits, inner spaces and _.:/=+@-, at most 128 of them.';
    scope.report(error('TL204', place, `"${name}" cannot be the name of a team: it becomes a tag`, help));
  }
  const people = child(node, 'assumedBy');
  return {
    name,
    place,
    linkEnvironments: booleanValue(child(node, 'linkEnvironments'), false, scope),
    inviteTeams: booleanValue(child(node, 'inviteTeams'), false, scope),
    tenant: booleanValue(child(node, 'tenant'), false, scope),
    codeowner: codeownerOf(node, scope),
    assumedBy: people?.kind === 'list' ? people.items.flatMap((item) => peopleOf(item, scope)) : [],
  };
}

/** Anything else would make a line of CODEOWNERS that hosts skip, so that nobody need approve. */
function codeownerOf(node: MapNode, scope: TemplateScope): string | undefined {
  const written = child(node, 'codeowner');
  const owners = literalText(written, scope);
  if (!written || owners === undefined) return undefined;
  if (owners.split(' ').every((owner) => /^(@{1,2}[\w.-]+(\/[\w.-]+)*|[^\s@#]+@[^\s@#]+)$/.test(owner))) {
    return owners;
  }
  const help = 'Write `@org/team` or an e-mail address; several are separated by a space.';
  scope.report(error('TL204', written.place, `"${owners}" names no owner of code`, help));
  return undefined;
}

function peopleOf(node: ConfigNode, scope: TemplateScope): readonly TeamPeople[] {
  if (node.kind !== 'map') return [];
  const [permissionSet, roleArn, saml] = ['permissionSet', 'roleArn', 'saml'].map((key) => child(node, key));
  if ([permissionSet, roleArn, saml].filter((given) => given !== undefined).length !== 1) {
    const help = 'Write exactly one of permissionSet, roleArn and saml.';
    scope.report(error('TL208', node.place, 'this does not name people in one way', help));
    return [];
  }
  if (permissionSet) return permissionSetOf(permissionSet, scope);
  if (roleArn) {
    const arn = arnOf(roleArn, 'role', scope);
    return arn ? [{ kind: 'role', arn }] : [];
  }
  const provider = child(saml, 'providerArn');
  const providerArn = provider && arnOf(provider, 'saml-provider', scope);
  const attributes = child(saml, 'attribute');
  const entries = attributes?.kind === 'map' ? [...attributes.entries] : [];
  return providerArn
    ? [
        {
          kind: 'saml',
          providerArn,
          attributes: Object.fromEntries(
            entries.map(([key, { value }]) => [key, literalText(value, scope) ?? '']),
          ),
        },
      ]
    : [];
}

function permissionSetOf(node: ConfigNode, scope: TemplateScope): readonly TeamPeople[] {
  const name = literalText(node, scope);
  if (name === undefined) return [];
  if (/^[\w+=,.@-]{1,32}$/.test(name)) return [{ kind: 'permissionSet', name }];
  const help = 'Write its name: letters, digits and + = , . @ _ -, at most 32.';
  scope.report(error('TL204', node.place, `"${name}" is not the name of a permission set`, help));
  return [];
}

/** An ARN of IAM, with `{{account}}`, `{{region}}` and `{{partition}}` left to each environment. */
function arnOf(node: ConfigNode, kind: 'role' | 'saml-provider', scope: TemplateScope): Text | undefined {
  const arn = targetText(node, scope);
  if (!arn) return undefined;
  const written = arn.parts.map((part) => (typeof part === 'string' ? part : part.kind)).join('');
  const form = new RegExp(`^arn:(aws[a-z-]*|partition):iam::(\\d{12}|account):${kind}/[\\w+=,.@/-]+$`);
  if (form.test(written)) return Text.of(arn);
  const help = `Write arn:{{partition}}:iam::<account>:${kind}/<name>.`;
  scope.report(error('TL204', node.place, `"${arn.describe()}" is not the ARN of a ${kind}`, help));
  return undefined;
}
