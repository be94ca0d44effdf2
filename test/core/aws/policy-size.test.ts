import { ConfigurationError } from '../../../diagnostics/diagnostic';
import { policyDocument } from '../../../aws/iam/write';
import { fitting } from '../../../core/aws/policy-size';

test('a document that AWS would refuse is an error', () => {
  const document = policyDocument([{ actions: ['a:b'.repeat(800)], resources: ['*'] }]);
  expect(fitting('managed policy', 'policy x', document)).toBe(document);
  expect(() => fitting('trust policy', 'role x', document)).toThrow(ConfigurationError);
});
