import { AthenaClient } from '@aws-sdk/client-athena';
import { GlueClient } from '@aws-sdk/client-glue';
import { IAMClient } from '@aws-sdk/client-iam';
import { KMSClient } from '@aws-sdk/client-kms';
import { LakeFormationClient } from '@aws-sdk/client-lakeformation';
import { S3Client } from '@aws-sdk/client-s3';
import { S3ControlClient } from '@aws-sdk/client-s3-control';
import { SageMakerClient } from '@aws-sdk/client-sagemaker';
import { SNSClient } from '@aws-sdk/client-sns';

/** The clients of one region. */
export interface Clients {
  readonly athena: AthenaClient;
  readonly glue: GlueClient;
  readonly iam: IAMClient;
  readonly kms: KMSClient;
  readonly lakeFormation: LakeFormationClient;
  readonly s3: S3Client;
  readonly s3Control: S3ControlClient;
  readonly sagemaker: SageMakerClient;
  readonly sns: SNSClient;
}

/** Makes the clients of one region. */
export function clientsOf(settings: LiveSettings, region: string): Clients {
  const config = { ...settings, region };
  return {
    athena: new AthenaClient(config),
    glue: new GlueClient(config),
    iam: new IAMClient(config),
    kms: new KMSClient(config),
    lakeFormation: new LakeFormationClient(config),
    s3: new S3Client({
      ...config,
      forcePathStyle: settings.endpoint !== undefined,
      followRegionRedirects: true,
    }),
    s3Control: s3ControlOf(config),
    sagemaker: new SageMakerClient(config),
    sns: new SNSClient(config),
  };
}

/** The SDK would put the account in front of an emulator's host name, which is an IP address as a rule. */
function s3ControlOf({ endpoint, ...config }: LiveSettings): S3ControlClient {
  if (endpoint === undefined) return new S3ControlClient(config);
  const plain = { endpointProvider: () => ({ url: new URL(endpoint) }), disableHostPrefix: true };
  return new S3ControlClient({ ...config, ...plain });
}

/** How to reach AWS: what every client of its SDK is made with. */
export interface LiveSettings {
  /** Of an emulator; AWS's own endpoints by default. */
  readonly endpoint?: string;
  /** Where things stand that name no region. */
  readonly region: string;
  /** The SDK's default chain (environment, profile, …) by default. */
  readonly credentials?: {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken?: string;
  };
}
