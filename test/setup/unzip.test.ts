import { unzip } from '../../setup/unzip';
import { zipOf } from './archive';

test('a packed file comes out as it went in', () => {
  const content = Buffer.from('terraform '.repeat(1000));
  expect(unzip(zipOf('terraform', content), 'terraform')).toEqual(content);
});

test('a file that is not in the archive is named', () => {
  expect(() => unzip(zipOf('LICENSE.txt', Buffer.from('text')), 'terraform')).toThrow(/terraform/);
});

test('what is no archive is refused', () => {
  expect(() => unzip(Buffer.from('<html>not found</html>'), 'terraform')).toThrow(/no zip archive/);
});
