import {
  CreatePolicyCommand,
  CreateSAMLProviderCommand,
  GetPolicyVersionCommand,
  GetSAMLProviderCommand,
  IAMClient,
  ListSAMLProviderTagsCommand,
  TagSAMLProviderCommand,
  UntagSAMLProviderCommand,
} from '@aws-sdk/client-iam';
import type { Sandbox } from '../../../../emulator/sandbox';
import { gateway, home, makeRole, sdk } from '../../client';

/** Identity providers, policies and roles. */
export function iamSuite(sandbox: () => Sandbox): void {
  test('iam-saml-tags: a SAML provider keeps its tags', async () => {
    const iam = new IAMClient(sdk(sandbox()));
    const { SAMLProviderArn } = await iam.send(
      new CreateSAMLProviderCommand({
        Name: 'corporate',
        SAMLMetadataDocument: '<EntityDescriptor/>'.padEnd(1000),
        Tags: [{ Key: 'a', Value: '1 & 2' }],
      }),
    );
    const saml = { SAMLProviderArn };
    await iam.send(new TagSAMLProviderCommand({ ...saml, Tags: [{ Key: 'b', Value: '2' }] }));
    const all = await iam.send(new GetSAMLProviderCommand(saml));
    expect(all.Tags).toEqual([
      { Key: 'a', Value: '1 & 2' },
      { Key: 'b', Value: '2' },
    ]);
    await iam.send(new UntagSAMLProviderCommand({ ...saml, TagKeys: ['a'] }));
    const left = await iam.send(new ListSAMLProviderTagsCommand(saml));
    expect(left.Tags).toEqual([{ Key: 'b', Value: '2' }]);
  });

  test.each(['plain', 'a+b c%20é/*(!)\'<&"'])(
    'iam-policy-versions: the document of %s is encoded',
    async (key) => {
      const iam = new IAMClient(sdk(sandbox()));
      const statement = { Effect: 'Allow', Action: 's3:GetObject', Resource: `arn:aws:s3:::b/${key}` };
      const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
      const { Policy } = await iam.send(
        new CreatePolicyCommand({ PolicyName: `p${String(key.length)}`, PolicyDocument }),
      );
      const version = { PolicyArn: Policy?.Arn, VersionId: 'v1' };
      const { PolicyVersion } = await iam.send(new GetPolicyVersionCommand(version));
      expect(PolicyVersion?.Document).toMatch(/^[\w.~%-]+$/);
      expect(decodeURIComponent(PolicyVersion?.Document ?? '')).toBe(PolicyDocument);
    },
  );

  test('iam-update-role: a longer session leaves the description', async () => {
    await makeRole(sandbox(), 'described', {});
    const iam = (Action: string, parameters: Record<string, string> = {}) =>
      gateway(sandbox()).query(home(sandbox()), 'iam', '2010-05-08', {
        Action,
        RoleName: 'described',
        ...parameters,
      });
    await iam('UpdateRoleDescription', { Description: 'a & b' });
    await iam('UpdateRole', { MaxSessionDuration: '7200' });
    const role = await iam('GetRole');
    expect(role).toContain('<Description>a &amp; b</Description>');
    expect(role).toContain('<MaxSessionDuration>7200</MaxSessionDuration>');
  });
}
