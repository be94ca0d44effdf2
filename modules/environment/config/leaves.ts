import * as z from 'zod';
import { literal, problem } from '../../../core/module/fields';
import { isDay } from '../../../core/platform/day';
import { allPermissions, type Permission } from '../permissions';

/** A key that becomes part of physical names. */
const keyPattern = /^[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9])?$/;

/** A map whose keys become part of physical names, and so never change. */
export function named<V extends z.ZodType>(value: V) {
  return z.record(
    z.string().refine((key) => keyPattern.test(key), {
      params: {
        code: 'TL204',
        help: 'Use letters, digits, and dashes or underscores between them: the key becomes part of names.',
      },
      message: 'not allowed as a key',
    }),
    value,
  );
}

/** The exact name of a team of the organization. */
export const teamName = () =>
  literal(/^[\p{L}\p{N} _.:/=+@-]{1,128}$/u, 'the exact name of a team of `organization_teams`');

/** An id that stands for the key in physical names. */
export const id = () =>
  literal(/^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/, 'lower-case letters, digits and dashes')
    .optional()
    .describe('Stands for the key in physical names. Immutable.');

/** A day, on whose beginning (UTC) something ends. */
export const day = () =>
  literal(/^\d{4}-\d{2}-\d{2}$/, 'a day such as 2027-06-30').transform((value, ctx) => {
    if (isDay(value)) return value;
    problem(ctx, 'TL204', `"${value}" is no day of the calendar`, 'Write a day such as 2027-06-30.');
    return z.NEVER;
  });

export const vpcId = () => literal(/^vpc-[0-9a-z]+$/, 'the id of a VPC (vpc-…)');
export const subnetId = () => literal(/^subnet-[0-9a-z]+$/, 'the id of a subnet (subnet-…)');
export const accountId = () => literal(/^\d{12}$/, 'an account id of twelve digits in quotes');

/** ARN of a role, known before Terraform runs; may have a path. */
export const roleArn = () => literal(/^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/, 'the ARN of a role');

/** ARN of a managed policy. */
export const policyArn = () =>
  literal(/^arn:aws[a-z-]*:iam::(\d{12}|aws):policy\/[\w+=,.@/-]+$/, 'the ARN of a policy');

/** A role to make, by its bare name, or one to bring, by its ARN. */
export const roleNameOrArn = () =>
  literal(
    /^(arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]+|[\w+=,.@-]{1,64})$/,
    'the name of a role to make, or the ARN of one that exists',
  );

/** Permissions of an invited team. */
export const permissionList = () =>
  z
    .array(z.enum(allPermissions as readonly [Permission, ...Permission[]]))
    .min(1)
    .describe('What the team may do; left out: everything.')
    .meta({ leaf: 'list of permissions' });
