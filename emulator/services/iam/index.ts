import type { Gap, GapContext } from '../../proxy/gap';
import { changeXml, tagged } from '../../proxy/xml';
import type { Service } from '../service';
import { listIam } from './inventory';
import { iamSamlTags } from './saml-tags';

/** IAM: policies encoded as AWS does, tags of SAML providers, roles that keep their description. */
export function iam(context: GapContext): Service {
  return {
    name: 'iam',
    gaps: [iamPolicyVersions, iamSamlTags(), iamUpdateRole(context)],
    list: listIam,
  };
}

/** moto sends the documents of managed policies as they are; AWS encodes them as parts of a URL. */
const iamPolicyVersions: Gap = {
  name: 'iam-policy-versions',
  matches: (request) => request.service === 'iam' && request.operation === 'GetPolicyVersion',
  async handle(request, forward) {
    const answer = await forward(request);
    if (answer.status >= 300) return answer;
    const xml = changeXml(answer.body.toString(), 'Document', (one) => ({ ...one, text: encoded(one.text) }));
    return { ...answer, body: Buffer.from(xml) };
  },
};

/** Per RFC 3986; `encodeURIComponent` leaves out five characters. */
function encoded(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** moto drops the description of a role when only its session duration changes. */
function iamUpdateRole(context: GapContext): Gap {
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
