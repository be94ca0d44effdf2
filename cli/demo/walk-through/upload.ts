import { readFileSync, readdirSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { HeadObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { asRole } from '../clients';
import type { Step } from './tour';
import { moduleOf, parameter, publishes, rolePath } from './find';

/** Assumes data-admin and uploads the sample data into the transformed zone, without any encryption header. */
export const uploadSampleData: Step = async (tour, check) => {
  const lake = moduleOf(tour, 'datalake');
  const samples = join(tour.workspace, 'sample_data');
  if (!lake || !existsSync(samples)) return;
  const bucketPath = lake.module.names.path('bucket/transformed/name');
  const keyPath = lake.module.names.path('kms/arn');
  const admin = rolePath(tour, lake.environment.domain, 'data-admin', 'arn');
  if (![bucketPath, admin].every((path) => publishes(tour, path))) return;

  const role = await parameter(tour, admin);
  const s3 = new S3Client({ ...(await asRole(tour.sandbox, role, 'demo-admin')), forcePathStyle: true });
  check(`assumed ${role.split('/').at(-1) ?? ''}`, true);
  const bucket = await parameter(tour, bucketPath);
  const files = readdirSync(samples, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.csv'),
  );
  for (const file of files.sort()) {
    const Key = `data/sample_data/${file}`;
    await s3.send(new PutObjectCommand({ Bucket: bucket, Key, Body: readFileSync(join(samples, file)) }));
    const head = await s3.send(new HeadObjectCommand({ Bucket: bucket, Key }));
    const key = await parameter(tour, keyPath);
    check(`uploaded s3://${bucket}/${Key}, encrypted with the lake's key`, head.SSEKMSKeyId === key, head);
  }
};
