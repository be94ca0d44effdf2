import { tagged } from '../../proxy/moto-client';
import type { Gap, GapContext } from '../../proxy/gap';

/** moto drops the description of a role when only its session duration changes. */
export function iamUpdateRole(context: GapContext): Gap {
  return {
    name: 'iam-update-role',
    matches: (request) => request.service === 'iam' && request.operation === 'UpdateRole',
    async handle(request, forward) {
      const form = request.form();
      if (!form || form.has('Description')) return forward(request);
      const role = await context.moto.query(await context.place(request), 'iam', '2010-05-08', {
        Action: 'GetRole',
        RoleName: form.get('RoleName') ?? '',
      });
      const description = tagged(role, 'Description')[0];
      if (description !== undefined) form.set('Description', description);
      request.replaceBody(form.toString());
      return forward(request);
    },
  };
}
