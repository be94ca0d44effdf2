import type { AddressKey, ModuleScope } from '../module/scope';
import { externalTable } from './glue-table';

const session =
  'struct<attributes:struct<mfaauthenticated:string,creationdate:string>,' +
  'sessionissuer:struct<type:string,principalid:string,arn:string,accountid:string,username:string>,' +
  'ec2roledelivery:string,webidfederationdata:struct<federatedprovider:string,attributes:map<string,string>>>';

/** The table `cloudtrail_audit` over the logs that trails of these accounts and regions write into a bucket. */
export function cloudtrailTable(
  scope: ModuleScope,
  key: AddressKey,
  options: {
    readonly database: string;
    readonly bucket: string;
    readonly accounts: readonly string[];
    readonly regions: readonly string[];
  },
): void {
  const { database, bucket, accounts, regions } = options;
  const location = `s3://${bucket}/AWSLogs`;
  externalTable(scope, key, {
    database,
    name: 'cloudtrail_audit',
    location,
    locationTemplate: `${location}/$\${account}/CloudTrail/$\${region}/$\${timestamp}`,
    partitions: { timestamp: 'string', region: 'string', account: 'string' },
    projection: {
      timestamp: {
        type: 'date',
        format: 'yyyy/MM/dd',
        range: '2021/01/01,NOW',
        interval: '1',
        'interval.unit': 'DAYS',
      },
      region: { type: 'enum', values: regions.join(',') },
      account: { type: 'enum', values: accounts.join(',') },
    },
    format: {
      input: 'com.amazon.emr.cloudtrail.CloudTrailInputFormat',
      output: 'org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat',
      serde: 'com.amazon.emr.hive.serde.CloudTrailSerde',
    },
    columns: {
      eventversion: 'string',
      useridentity:
        'struct<type:string,principalid:string,arn:string,accountid:string,invokedby:string,' +
        `accesskeyid:string,username:string,sessioncontext:${session}>`,
      eventtime: 'string',
      eventsource: 'string',
      eventname: 'string',
      awsregion: 'string',
      sourceipaddress: 'string',
      useragent: 'string',
      errorcode: 'string',
      errormessage: 'string',
      requestparameters: 'string',
      responseelements: 'string',
      additionaleventdata: 'string',
      requestid: 'string',
      eventid: 'string',
      readonly: 'string',
      resources: 'array<struct<arn:string,accountid:string,type:string>>',
      eventtype: 'string',
      apiversion: 'string',
      recipientaccountid: 'string',
      serviceeventdetails: 'string',
      sharedeventid: 'string',
      vpcendpointid: 'string',
      tlsdetails: 'struct<tlsversion:string,ciphersuite:string,clientprovidedhostheader:string>',
    },
  });
}
