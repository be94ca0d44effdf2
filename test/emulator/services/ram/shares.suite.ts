import { MotoClient } from '../../../../emulator/proxy/moto-client';
import type { Json } from '../../../../emulator/proxy/request';
import type { Sandbox } from '../../../../emulator/sandbox';
import { home, operations, posts } from '../../client';

/** Resource shares. */
export function ramSuite(sandbox: () => Sandbox): void {
  const ram = posts(sandbox, 'ram');

  test('ram-associations, ram-tags: a share is joined, left and tagged', async () => {
    const tags = [{ key: 'a', value: '1' }];
    const { resourceShare } = await ram('/createresourceshare', { name: 'catalog', tags });
    const { resourceShareArn } = resourceShare as { resourceShareArn: string };
    const shares = (await ram('/getresourceshares', { resourceOwner: 'SELF' }))['resourceShares'];
    expect(shares).toMatchObject([{ tags }]);
    const joined = { resourceShareArn, principals: ['222222222222'] };
    const asked = { associationType: 'PRINCIPAL', resourceShareArns: [resourceShareArn] };
    const associations = async () =>
      (await ram('/getresourceshareassociations', asked))['resourceShareAssociations'];
    await ram('/associateresourceshare', joined);
    expect(await associations()).toMatchObject([{ associatedEntity: '222222222222', status: 'ASSOCIATED' }]);
    await ram('/disassociateresourceshare', joined);
    expect(await associations()).toEqual([]);
    expect(await ram('/listresourcesharepermissions', { resourceShareArn })).toEqual({ permissions: [] });
  });

  test('ram-invitations: nobody is invited', async () => {
    expect(await ram('/getresourceshareinvitations', {})).toEqual({ resourceShareInvitations: [] });
  });

  test('ram-foreign-shares: what is granted to another account is shared with it', async () => {
    const seenBy = async (account: string): Promise<Json[]> => {
      const there = new MotoClient(Number(new URL(sandbox().proxyUrl).port));
      const body = { resourceOwner: 'OTHER-ACCOUNTS' };
      const place = { ...home(sandbox()), account };
      const answer = await there.get(place, 'ram', '/getresourceshares', 'POST', body);
      return (JSON.parse(answer) as { resourceShares: Json[] }).resourceShares;
    };
    await operations(sandbox, 'glue', 'AWSGlue')('CreateDatabase', { DatabaseInput: { Name: 'sales' } });
    expect(await seenBy('222222222222')).toEqual([]);
    await posts(sandbox, 'lakeformation')('/GrantPermissions', {
      Principal: { DataLakePrincipalIdentifier: 'arn:aws:iam::222222222222:role/reader' },
      Resource: { Database: { Name: 'sales' } },
      Permissions: ['DESCRIBE'],
    });
    const shares = await seenBy('222222222222');
    expect(shares).toMatchObject([{ owningAccountId: sandbox().account, status: 'ACTIVE' }]);
    expect(String(shares[0]?.['name'])).toMatch(/^LakeFormation-/);
    expect(await seenBy('333333333333')).toEqual([]);
  });
}
