import type { GapContext, Holding } from '../../proxy/gap';
import { childText, elementsAt, parseXml } from '../../proxy/xml';
import { regional, type Lister, type Service } from '../service';
import { s3AccessPoints } from './access-points';
import { s3Documents } from './documents';

/** S3 and S3 Control: access points, and the documents of buckets as they were sent. */
export function s3(context: GapContext): Service {
  return {
    name: 's3',
    gaps: [s3AccessPoints(context), ...s3Documents(context)],
    list: listS3,
  };
}

/** Buckets with every version of their objects, and what S3 keeps per account. */
const listS3: Lister = async (moto, place) => {
  const found: Holding[] = [];
  for (const bucket of elementsAt(parseXml(await moto.get(place, 's3', '/')), ['Buckets', 'Bucket'])) {
    const name = childText(bucket, 'Name');
    found.push({ service: 's3', type: 'bucket', id: name });
    const versions = parseXml(await moto.get(place, 's3', `/${name}?versions`));
    for (const version of elementsAt(versions, ['ListVersionsResult']).flatMap(({ children }) => children)) {
      if (version.name !== 'Version' && version.name !== 'DeleteMarker') continue;
      const id = `${name}/${childText(version, 'Key')}@${childText(version, 'VersionId')}`;
      found.push({ service: 's3', type: version.name === 'Version' ? 'object' : 'delete marker', id });
    }
  }
  const lenses = parseXml(await moto.get(place, 's3', '/v20180820/storagelens'));
  for (const lens of elementsAt(lenses, ['StorageLensConfiguration'])) {
    found.push({ service: 's3', type: 'storage lens', id: regional(place, childText(lens, 'Id')) });
  }
  return found;
};
